import type { Challenge, FrameFingerprint } from '../api.ts';
import { isSameFrame } from './fingerprint.ts';
import type { FrameObservation, GreyPatch } from './observation.ts';
import { createSignal, type LivenessReason, type LivenessSignal } from './signal.ts';

const FRAMES_MIN = 6;
/** Mean difference of two frames' patches, grey levels, under which they are one frame sent twice. */
const REPEATED_DIFFERENCE_MAX = 0.15;
/** Finest detail in smooth places, grey levels; a camera leaves more even after encoding. */
const NOISE_MIN = 0.02;
/** Two frames of a camera are at least this far apart. */
const FRAME_GAP_MS_MIN = 8;
/** A prompt can't have been over sooner than this share of its shortest time. */
const PROMPT_TIME_SHARE_MIN = 0.5;

export type JudgeStreamInput = {
  readonly challenge: Challenge;
  readonly observations: readonly FrameObservation[];
  readonly seenFingerprints: readonly FrameFingerprint[];
};

/** Is this what one camera sends once: new frames, each different, with a sensor's noise, at possible times? */
export function judgeStream({ challenge, observations, seenFingerprints }: JudgeStreamInput): LivenessSignal {
  if (observations.length < FRAMES_MIN) {
    return createSignal({ name: 'stream', outcome: 'unmeasured', reasons: ['stream.too_few_frames'] });
  }
  const reasons: LivenessReason[] = [];
  const seen = countSeen(observations, seenFingerprints);
  if (seen > 0) reasons.push('stream.seen_before');
  if (hasRepeatedFrame(observations)) reasons.push('stream.repeated_frame');
  if (!isPossibleInTime(challenge, observations)) reasons.push('stream.time_impossible');
  if (observations.every(({ measures }) => (measures?.noise ?? 0) < NOISE_MIN)) reasons.push('stream.no_noise');
  const outcome = reasons.length === 0 ? 'for' : 'against';
  const score = 1 - seen / observations.length;
  return createSignal({ name: 'stream', outcome, reasons: outcome === 'for' ? ['stream.ordinary'] : reasons, score });
}

/** How many frames some earlier attempt has already held. */
function countSeen(observations: readonly FrameObservation[], seen: readonly FrameFingerprint[]): number {
  return observations.filter(({ measures }) => {
    const fingerprint = measures?.fingerprint;
    return fingerprint !== undefined && seen.some((earlier) => isSameFrame(earlier, fingerprint));
  }).length;
}

function hasRepeatedFrame(observations: readonly FrameObservation[]): boolean {
  const patches = observations.flatMap(({ measures }) => measures?.patch ?? []);
  return patches.some((patch, index) => patches.slice(0, index).some((other) => isRepeated(patch, other)));
}

function isRepeated(a: GreyPatch, b: GreyPatch): boolean {
  if (Math.abs(a.originX - b.originX) > a.scale || Math.abs(a.originY - b.originY) > a.scale) return false;
  const most = REPEATED_DIFFERENCE_MAX * a.grey.length;
  let difference = 0;
  for (let i = 0; i < a.grey.length && difference <= most; i++) difference += Math.abs((a.grey[i] ?? 0) - (b.grey[i] ?? 0));
  return difference <= most;
}

function isPossibleInTime(challenge: Challenge, observations: readonly FrameObservation[]): boolean {
  const ordered = observations.every((frame, index) => {
    const before = observations[index - 1];
    if (before === undefined) return true;
    return frame.capturedAtMs - before.capturedAtMs >= FRAME_GAP_MS_MIN && frame.promptIndex >= before.promptIndex;
  });
  const first = observations[0];
  const last = observations.at(-1);
  if (!ordered || first === undefined || last === undefined) return false;
  const shortestMs = challenge.prompts.reduce((sum, { minMs }) => sum + minMs, 0);
  return last.capturedAtMs - first.capturedAtMs >= shortestMs * PROMPT_TIME_SHARE_MIN;
}
