import type { DecisionMeta, MatchDecision, Template } from './api.ts';
import type { PackManifest } from './manifest.ts';
import { dot } from './stages/embed-face.ts';

export type MatchThresholds = {
  readonly threshold: number;
  readonly doubtThreshold: number;
  /** The rate that `threshold` was calibrated for; 0 when nothing was. */
  readonly fmr: number;
  readonly calibration: string;
};

/**
 * Thresholds for a false-match rate, out of the pack's calibration. A rate that was not calibrated is rounded down to
 * the next stricter one that was. Without any, nothing matches by itself and everything is for a person to decide.
 */
export function findThresholds(
  manifest: Pick<PackManifest, 'calibration' | 'doubtFmr' | 'strictestFmr'>,
  fmr: string,
): MatchThresholds {
  const { calibration } = manifest;
  const wanted = Math.max(Number(fmr), Number(manifest.strictestFmr ?? 0));
  const rows = Object.entries(calibration?.tarAtFmr ?? {})
    .map(([key, row]) => ({ rate: Number(key), threshold: row.threshold }))
    .toSorted((left, right) => right.rate - left.rate);
  const row = rows.find(({ rate }) => rate <= wanted);
  if (calibration === null || row === undefined) {
    return { threshold: Number.MAX_VALUE, doubtThreshold: -1, fmr: 0, calibration: 'none' };
  }
  const doubt = rows.find(({ rate }) => rate <= Number(manifest.doubtFmr)) ?? row;
  const doubtThreshold = Math.min(doubt.threshold, row.threshold);
  return { threshold: row.threshold, doubtThreshold, fmr: row.rate, calibration: calibration.data };
}

/** Compares two templates of one embedder; templates of two are an error, never a low score. */
export function decideMatch(
  pair: { readonly probe: Template; readonly reference: Template },
  thresholds: MatchThresholds,
  meta: DecisionMeta,
): MatchDecision {
  const { probe, reference } = pair;
  const known = probe.embedder.id === reference.embedder.id && probe.embedder.version === reference.embedder.version;
  if (!known || probe.vector.length !== reference.vector.length) {
    const name = ({ embedder }: Template): string => `${embedder.id} ${embedder.version}`;
    return { outcome: 'error', code: 'template.embedder_differs', detail: `${name(probe)} against ${name(reference)}` };
  }
  const score = dot(probe.vector, reference.vector);
  if (score >= thresholds.threshold) return { outcome: 'match', score, ...thresholds, ...meta };
  return { outcome: score >= thresholds.doubtThreshold ? 'doubtful' : 'no-match', score, ...thresholds, ...meta };
}
