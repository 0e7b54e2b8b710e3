import { expect, test } from 'vitest';
import type { Described } from './describe-people.ts';
import { measureCurve, measureFmr, measureTar, measureTarAtFmr, wilson } from './measure-rates.ts';
import { parseGroups } from './read-groups.ts';
import { ScoreHistogram } from './score-histogram.ts';
import { normalisedScorer, plainScorer, scorePairs } from './score-pairs.ts';
import { toCalibration } from './to-calibration.ts';

const range = { least: -1, most: 1.0001 };

function unit(degrees: number): Float32Array {
  return new Float32Array([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);
}

const described: Described[] = [
  { person: 'ann', vector: unit(0) },
  { person: 'ann', vector: unit(10) },
  { person: 'bo', vector: unit(60) },
  { person: 'bo', vector: unit(95) },
  { person: 'cy', vector: unit(200) },
];

function scores(groups = parseGroups('')) {
  return scorePairs(described, { score: plainScorer(described), groups, range });
}

test('every pair is compared once, on its own side', () => {
  const { genuine, impostor } = scores();
  expect(genuine.map(({ person }) => person)).toEqual(['ann', 'bo']);
  expect(impostor.total).toBe(8);
});

test('groups hold the impostor pairs of two of their members', () => {
  const { groups } = scores(parseGroups('ann, north\nbo, north # comment\ncy, south\n'));
  expect(groups.get('north')?.total).toBe(4);
  expect(groups.get('south')?.total).toBe(0);
  expect(() => parseGroups('ann')).toThrow('line 1');
});

test('the threshold for a rate lets no more impostors in than the rate', () => {
  const histogram = new ScoreHistogram(range);
  for (let i = 0; i < 1000; i++) histogram.add(i / 1000);
  const threshold = histogram.thresholdAt(0.01);
  expect(threshold).toBeGreaterThan(0.989);
  expect(threshold).toBeLessThanOrEqual(0.9901);
  expect(histogram.countFrom(threshold)).toBe(10);
  expect(measureFmr(histogram, threshold).rate).toBeCloseTo(0.01, 6);
});

test('acceptance is counted over pairs, and rates that too few pairs can show are left out', () => {
  const { genuine } = scores();
  expect(measureTar(genuine, 0.9).tar).toBe(0.5);
  expect(measureTar(genuine, 0.5).tar).toBe(1);
  expect(Object.keys(measureTarAtFmr(scores()))).toEqual([]);
});

test('limits enclose the rate and tighten with evidence', () => {
  const [few, many] = [wilson(1, 10), wilson(100, 1000)];
  expect(few.low).toBeLessThan(0.1);
  expect(few.high).toBeGreaterThan(0.1);
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
  // Wilson's own numbers for 1 of 10.
  expect(few.low).toBeCloseTo(0.0179, 4);
  expect(few.high).toBeCloseTo(0.4042, 4);
});

test('along the curve false matches fall and false non-matches rise', () => {
  const curve = measureCurve(scores(), 21);
  for (const [index, point] of curve.slice(1).entries()) {
    expect(point.fmr).toBeLessThanOrEqual(curve[index]?.fmr ?? 1);
    expect(point.fnmr).toBeGreaterThanOrEqual(curve[index]?.fnmr ?? 0);
  }
});

test('normalisation lowers the score of faces that resemble many in the cohort', () => {
  const cohort = [62, 58, 70, 50, 300, 310].map((degrees, index) => ({ person: `c${index}`, vector: unit(degrees) }));
  const people = [
    { person: 'common', vector: unit(60) },
    { person: 'common too', vector: unit(80) },
    { person: 'rare', vector: unit(180) },
    { person: 'rare too', vector: unit(200) },
  ];
  const [plain, normalised] = [plainScorer(people), normalisedScorer(people, cohort)];
  expect(plain(0, 1)).toBeCloseTo(plain(2, 3), 5);
  expect(normalised(0, 1)).toBeLessThan(normalised(2, 3));
});

test('a calibration’s thresholds hold in the group that fares worst', () => {
  const [all, group] = [new ScoreHistogram(range), new ScoreHistogram(range)];
  for (let i = 0; i < 20_000; i++) {
    const score = i / 40_000;
    all.add(score);
    if (i % 4 === 0) group.add(score + 0.2);
  }
  const genuine = [0.55, 0.72, 0.9].map((score, index) => ({ person: `p${index}`, score }));
  const facts = { data: 'test', people: 3, images: 6 };
  const made = toCalibration({ genuine, impostor: all, groups: new Map([['g', group]]) }, facts);
  expect(made.tarAtFmr['1e-2']?.threshold).toBeCloseTo(0.695, 2);
  expect(made.tarAtFmr['1e-2']?.tar).toBeCloseTo(2 / 3, 5);
  const row = made.groups.find((one) => one.group === 'g');
  expect(row?.fmr).toBeLessThanOrEqual(0.01);
  expect(row?.impostorPairs).toBe(5000);
});
