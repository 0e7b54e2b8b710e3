import type { Challenge, FrameFingerprint, Tip } from '../api.ts';
import { isSameFrame } from './fingerprint.ts';
import { chooseTips, fuseSignals } from './fuse.ts';
import type { FrameObservation } from './observation.ts';
import type { LivenessSignal } from './signal.ts';
import { judgeChallenge } from './signal-challenge.ts';
import { judgeColour } from './signal-colour.ts';
import { judgeContinuity } from './signal-continuity.ts';
import { judgeDepth } from './signal-depth.ts';
import { judgeHandling } from './signal-handling.ts';
import { judgePassive } from './signal-passive.ts';
import { judgeStream } from './signal-stream.ts';

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
  readonly signals: readonly LivenessSignal[];
  readonly tips: readonly Tip[];
};

/** Every signal alone, then all together. Pure: the same observations always give the same answer. */
export function judgeLiveness(input: JudgeLivenessInput): LivenessJudgement {
  const { challenge, thresholds } = input;
  // A frame that any earlier attempt held never counts again.
  const observations = input.observations.filter((frame) => !wasSeen(frame, input.seenFingerprints));
  const seen = input.observations.length - observations.length;
  const signals: LivenessSignal[] = [
    judgeChallenge(challenge, observations),
    judgeColour(challenge, observations),
    judgeDepth(challenge.mode, observations),
    judgePassive(observations, thresholds.passiveLive),
    judgeContinuity(observations, thresholds.sameFace),
    judgeStream({ challenge, observations, seen }),
    judgeHandling(observations),
  ];
  const outcome = fuseSignals(challenge.mode, signals);
  return { outcome, signals, tips: chooseTips(outcome, signals) };
}

function wasSeen({ measures }: FrameObservation, seenFingerprints: readonly FrameFingerprint[]): boolean {
  if (measures === null) return false;
  return seenFingerprints.some((earlier) => isSameFrame(earlier, measures.fingerprint));
}
