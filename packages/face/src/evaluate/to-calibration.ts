import type { Calibration } from '../api.ts';
import type { TarAtFmr } from './measure-rates.ts';
import { fmrKeys, measureFmr, measureTar } from './measure-rates.ts';
import type { PairScores } from './score-pairs.ts';
import type { ScoreHistogram } from './score-histogram.ts';

export type CalibrationFacts = { readonly data: string; readonly people: number; readonly images: number };

/** Impostor pairs above the threshold that a group must show before its own count is believed. */
const countedMin = 10;

/**
 * The thresholds to decide at: at each rate the highest that any group needs, so that the rate holds in the group that
 * fares worst, with the acceptance that is left there. `groups` says what was measured in each at these thresholds.
 */
export function toCalibration(scores: PairScores, facts: CalibrationFacts): Calibration {
  const rows = fmrKeys
    .filter((key) => scores.impostor.total * Number(key) >= countedMin)
    .map((key) => {
      const own = [...scores.groups.values()].map((group) => groupThreshold(group, scores.impostor, Number(key)));
      const threshold = roundUp(Math.max(scores.impostor.thresholdAt(Number(key)), ...own));
      return { key, ...measureTar(scores.genuine, threshold) };
    });
  return {
    ...facts,
    genuinePairs: scores.genuine.length,
    impostorPairs: scores.impostor.total,
    tarAtFmr: Object.fromEntries(rows.map(({ key, ...row }) => [key, roundRates(row)])),
    groups: [['all', scores.impostor] as const, ...scores.groups].flatMap(([group, histogram]) =>
      rows.map(({ threshold }) => ({
        group,
        threshold,
        fmr: Number(measureFmr(histogram, threshold).rate.toPrecision(4)),
        impostorPairs: histogram.total,
      })),
    ),
  };
}

/**
 * A group's threshold for a rate. Where it has too few pairs to count that rate, the threshold of all people is carried
 * over to the group by as many deviations from the mean.
 */
export function groupThreshold(group: ScoreHistogram, all: ScoreHistogram, rate: number): number {
  if (group.total * rate >= countedMin) return group.thresholdAt(rate);
  if (group.total < 100) return -Infinity;
  return group.mean + ((all.thresholdAt(rate) - all.mean) / all.deviation) * group.deviation;
}

/** Six decimals: more would be noise in a file that people read. */
function roundRates({ tar, threshold, low, high }: TarAtFmr): TarAtFmr {
  const round = (value: number): number => Number(value.toFixed(6));
  return { tar: round(tar), threshold, low: round(low), high: round(high) };
}

function roundUp(threshold: number): number {
  return Math.ceil(threshold * 1000 - 1e-6) / 1000;
}
