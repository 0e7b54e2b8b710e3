import type { GenuineScore, PairScores } from './score-pairs.ts';
import type { ScoreHistogram } from './score-histogram.ts';

/** False-match rates that thresholds are given for, as the calibration's keys. */
export const fmrKeys = ['1e-2', '1e-3', '1e-4', '1e-5'] as const;

export type TarAtFmr = {
  readonly tar: number;
  readonly threshold: number;
  readonly low: number;
  readonly high: number;
};

const resamples = 1000;

/** True acceptance at each false-match rate that the impostor pairs are enough to show, and 95 % limits. */
export function measureTarAtFmr(scores: PairScores): Record<string, TarAtFmr> {
  const shown = fmrKeys.filter((key) => scores.impostor.total * Number(key) >= 1);
  return Object.fromEntries(
    shown.map((key) => [key, measureTar(scores.genuine, scores.impostor.thresholdAt(Number(key)))]),
  );
}

/**
 * True acceptance at a threshold. The limits come from drawing people, not pairs, again and again: pairs of one person
 * are no independent evidence. What the threshold itself varies by is not in them.
 */
export function measureTar(genuine: readonly GenuineScore[], threshold: number): TarAtFmr {
  const people = countByPerson(genuine, threshold);
  const rate = (drawn: readonly { hits: number; pairs: number }[]): number => {
    const pairs = drawn.reduce((sum, person) => sum + person.pairs, 0);
    return pairs === 0 ? 0 : drawn.reduce((sum, person) => sum + person.hits, 0) / pairs;
  };
  const random = makeRandom(20_260_101);
  const draws = Array.from({ length: resamples }, () =>
    rate(people.map((person) => people[Math.floor(random() * people.length)] ?? person)),
  ).toSorted((left, right) => left - right);
  const at = (share: number): number => draws[Math.floor(share * (resamples - 1))] ?? 0;
  return { tar: rate(people), threshold, low: at(0.025), high: at(0.975) };
}

function countByPerson(genuine: readonly GenuineScore[], threshold: number): { hits: number; pairs: number }[] {
  const people = new Map<string, { hits: number; pairs: number }>();
  for (const { person, score } of genuine) {
    const counts = people.get(person) ?? { hits: 0, pairs: 0 };
    counts.pairs += 1;
    if (score >= threshold) counts.hits += 1;
    people.set(person, counts);
  }
  return [...people.values()];
}

export type Rate = { readonly rate: number; readonly low: number; readonly high: number };

/** False-match rate at a threshold with Wilson's 95 % limits. */
export function measureFmr(histogram: ScoreHistogram, threshold: number): Rate {
  return wilson(histogram.countFrom(threshold), histogram.total);
}

/** 95 % limits of a share, Wilson 1927. */
export function wilson(hits: number, total: number): Rate {
  if (total === 0) return { rate: 0, low: 0, high: 1 };
  const z = 1.959964;
  const share = hits / total;
  const centre = (share + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half = (z / (1 + (z * z) / total)) * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return { rate: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

export type CurvePoint = { readonly threshold: number; readonly fmr: number; readonly fnmr: number };

/** Both error rates over the range where they change, in `steps` thresholds. */
export function measureCurve(scores: PairScores, steps: number): CurvePoint[] {
  const sorted = Float64Array.from(scores.genuine, ({ score }) => score).sort();
  const least = Math.min(sorted[0] ?? 0, scores.impostor.mean);
  const most = sorted.at(-1) ?? 1;
  let below = 0;
  return Array.from({ length: steps }, (_, step) => {
    const threshold = least + ((most - least) * step) / (steps - 1);
    while (below < sorted.length && (sorted[below] ?? 0) < threshold) below += 1;
    const fmr = scores.impostor.countFrom(threshold) / Math.max(1, scores.impostor.total);
    return { threshold, fmr, fnmr: below / Math.max(1, sorted.length) };
  });
}

/** Mulberry32: the same draws in every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
