import type { Calibration } from '../api.ts';
import type { LoadedPack } from '../packs/index.ts';
import { FacePool } from '../pool.ts';
import type { Described, Description } from './describe-people.ts';
import { describePeople } from './describe-people.ts';
import { listPeople } from './list-people.ts';
import type { CurvePoint, Rate, TarAtFmr } from './measure-rates.ts';
import { measureCurve, measureFmr, measureTarAtFmr } from './measure-rates.ts';
import type { Groups } from './read-groups.ts';
import type { PairScores } from './score-pairs.ts';
import { normalisedScorer, plainScorer, scorePairs } from './score-pairs.ts';
import { groupThreshold, toCalibration } from './to-calibration.ts';

export type EvaluateInput = {
  readonly pack: LoadedPack;
  /** One folder for each person. */
  readonly peopleFolder: string;
  readonly groups: Groups;
  /** People against whom scores are normalised; nobody who is measured may be among them. */
  readonly cohortFolder: string | null;
  readonly threads: number;
  readonly onProgress: (text: string) => void;
};

export type GroupReport = {
  readonly group: string;
  readonly people: number;
  readonly images: number;
  readonly impostor: number;
  /** At the thresholds of all people. */
  readonly fmrAt: Readonly<Record<string, Rate & { readonly threshold: number }>>;
  /** Threshold at which the rate holds inside the group. */
  readonly thresholdFor: Readonly<Record<string, number>>;
};

export type Evaluation = {
  readonly pack: string;
  readonly packVersion: string;
  readonly normalised: boolean;
  readonly people: number;
  readonly images: number;
  readonly failedToAcquire: number;
  readonly genuine: number;
  readonly impostor: number;
  readonly tarAtFmr: Readonly<Record<string, TarAtFmr>>;
  readonly groups: readonly GroupReport[];
  readonly curve: readonly CurvePoint[];
};

/** AS-norm scores are deviations, plain ones cosines. */
const ranges = { plain: { least: -1, most: 1.0001 }, normalised: { least: -20, most: 40 } } as const;

/** Describes everybody, compares every pair, and says how often the pack errs. */
export async function evaluatePack(
  input: EvaluateInput,
): Promise<{ evaluation: Evaluation; calibration: Calibration }> {
  const people = await describeFolder(input.peopleFolder, input);
  const cohort = input.cohortFolder === null ? null : await describeFolder(input.cohortFolder, input);
  if (cohort !== null) assertApart(people.described, cohort.described);
  const { described, failed } = people;
  input.onProgress(`comparing ${(described.length * (described.length - 1)) / 2} pairs`);
  const scores = scorePairs(described, {
    score: cohort === null ? plainScorer(described) : normalisedScorer(described, cohort.described),
    groups: input.groups,
    range: cohort === null ? ranges.plain : ranges.normalised,
  });
  const tarAtFmr = measureTarAtFmr(scores);
  const counts = { people: new Set(described.map(({ person }) => person)).size, images: described.length };
  const evaluation: Evaluation = {
    pack: input.pack.manifest.id,
    packVersion: input.pack.manifest.version,
    normalised: cohort !== null,
    ...counts,
    failedToAcquire: failed.length,
    genuine: scores.genuine.length,
    impostor: scores.impostor.total,
    tarAtFmr,
    groups: reportGroups(scores, { described, groups: input.groups, tarAtFmr }),
    curve: measureCurve(scores, 201),
  };
  return { evaluation, calibration: toCalibration(scores, { data: input.peopleFolder, ...counts }) };
}

async function describeFolder(folder: string, input: EvaluateInput): Promise<Description> {
  const images = await listPeople(folder);
  if (images.length === 0) throw new Error(`${folder} holds no folders with pictures`);
  const limits = { queueMax: input.threads * 4, deadlineMs: 60_000 };
  const pool = await FacePool.open({ pack: input.pack, threads: input.threads, ...limits });
  try {
    return await describePeople(images, pool, (done) => input.onProgress(`${folder}: ${done} of ${images.length}`));
  } finally {
    await pool.close();
  }
}

function assertApart(described: readonly Described[], cohort: readonly Described[]): void {
  const people = new Set(described.map(({ person }) => person));
  const shared = cohort.find(({ person }) => people.has(person));
  if (shared) throw new Error(`${shared.person} is in the cohort and among the people measured`);
}

function reportGroups(
  scores: PairScores,
  about: { described: readonly Described[]; groups: Groups; tarAtFmr: Readonly<Record<string, TarAtFmr>> },
): GroupReport[] {
  return [...scores.groups].map(([group, histogram]) => {
    const members = about.described.filter(({ person }) => about.groups.get(group)?.has(person));
    const rows = Object.entries(about.tarAtFmr);
    return {
      group,
      people: new Set(members.map(({ person }) => person)).size,
      images: members.length,
      impostor: histogram.total,
      fmrAt: Object.fromEntries(
        rows.map(([key, { threshold }]) => [key, { threshold, ...measureFmr(histogram, threshold) }]),
      ),
      thresholdFor: Object.fromEntries(
        rows.map(([key]) => [key, groupThreshold(histogram, scores.impostor, Number(key))]),
      ),
    };
  });
}
