import { dot } from '../stages/embed-face.ts';
import type { Described } from './describe-people.ts';
import type { Groups } from './read-groups.ts';
import { ScoreHistogram } from './score-histogram.ts';

/** Turns the similarity of the pictures at two places into the score that is judged. */
export type Scorer = (left: number, right: number) => number;

export type GenuineScore = { readonly person: string; readonly score: number };

export type PairScores = {
  readonly genuine: readonly GenuineScore[];
  readonly impostor: ScoreHistogram;
  /** Impostor pairs of two people of the same group. */
  readonly groups: ReadonlyMap<string, ScoreHistogram>;
};

/** Compares every picture with every later one. */
export function scorePairs(
  described: readonly Described[],
  options: { readonly score: Scorer; readonly groups: Groups; readonly range: { least: number; most: number } },
): PairScores {
  const impostor = new ScoreHistogram(options.range);
  const genuine: GenuineScore[] = [];
  const members = [...options.groups].map(([name, people]) => ({
    name,
    histogram: new ScoreHistogram(options.range),
    within: described.map(({ person }) => people.has(person)),
  }));
  const addImpostor = (score: number, right: number, mine: typeof members): void => {
    impostor.add(score);
    for (const group of mine) if (group.within[right]) group.histogram.add(score);
  };
  for (const [left, { person }] of described.entries()) {
    const mine = members.filter((group) => group.within[left]);
    for (let right = left + 1; right < described.length; right++) {
      const score = options.score(left, right);
      if (described[right]?.person === person) genuine.push({ person, score });
      else addImpostor(score, right, mine);
    }
  }
  return { genuine, impostor, groups: new Map(members.map(({ name, histogram }) => [name, histogram])) };
}

/** Plain similarity. */
export function plainScorer(described: readonly Described[]): Scorer {
  const vectors = described.map(({ vector }) => vector);
  const none = new Float32Array(0);
  return (left, right) => dot(vectors[left] ?? none, vectors[right] ?? none);
}

/** Cohort pictures that most resemble a picture, by which its scores are normalised. */
const nearestMax = 100;

/**
 * Adaptive symmetric normalisation: each score is measured in deviations from what either picture scores against the
 * cohort members nearest to it, and the two are averaged. A face that resembles many needs a higher score.
 */
export function normalisedScorer(described: readonly Described[], cohort: readonly Described[]): Scorer {
  const plain = plainScorer(described);
  const own = described.map(({ vector }) => nearestOfCohort(vector, cohort));
  return (left, right) => {
    const [a, b] = [own[left], own[right]];
    if (a === undefined || b === undefined) return Number.NaN;
    const score = plain(left, right);
    return ((score - a.mean) / a.deviation + (score - b.mean) / b.deviation) / 2;
  };
}

function nearestOfCohort(vector: Float32Array, cohort: readonly Described[]): { mean: number; deviation: number } {
  const nearest = Float64Array.from(cohort, (member) => dot(vector, member.vector))
    .sort()
    .slice(-nearestMax);
  const mean = nearest.reduce((sum, score) => sum + score, 0) / nearest.length;
  const variance = nearest.reduce((sum, score) => sum + (score - mean) ** 2, 0) / nearest.length;
  return { mean, deviation: Math.max(1e-3, Math.sqrt(variance)) };
}
