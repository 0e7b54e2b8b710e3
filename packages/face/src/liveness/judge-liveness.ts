import type { Challenge, FrameFingerprint, Signal, Tip } from '../api.ts';
import type { FrameObservation } from './observation.ts';

export type LivenessThresholds = {
  /** Similarity (as in `MatchDecision.score`) below which two frames do not show the same face. */
  readonly sameFace: number;
  /** Least median probability by the passive models; null when the pack has none. */
  readonly passiveLive: number | null;
};

export type JudgeLivenessInput = {
  readonly challenge: Challenge;
  /** One per decoded frame, in order of `index`. */
  readonly observations: readonly FrameObservation[];
  /** Fingerprints of frames of earlier attempts. */
  readonly seenFingerprints: readonly FrameFingerprint[];
  readonly thresholds: LivenessThresholds;
};

export type LivenessJudgement = {
  readonly outcome: 'live' | 'not-live' | 'unsure' | 'incomplete';
  readonly signals: readonly Signal[];
  readonly tips: readonly Tip[];
};

export function judgeLiveness(input: JudgeLivenessInput): LivenessJudgement {
  void input;
  throw new Error('not written yet');
}
