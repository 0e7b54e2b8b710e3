import type { Challenge } from '../api.ts';
import type { FrameObservation, GreyPatch } from './observation.ts';
import { createSignal, type LivenessReason, type LivenessSignal } from './signal.ts';

const FRAMES_MIN = 6;
/**
 * Mean difference of two frames' patches, grey levels, under which they are one frame sent twice. One frame encoded again
 * with a little noise differs by 0.35–0.49; any two frames of one attempt or video, rendered or real, by 2.2 at least.
 */
const REPEATED_DIFFERENCE_MAX = 1;
/** Finest detail in smooth places, grey levels; a camera leaves more even after encoding. */
const NOISE_MIN = 0.02;
/**
 * Frames of earlier attempts from which on this is a replay. Of a session that was sent again, 12 of 21 frames at least are
 * recognised; parts of one continuous video of a man on a chair share up to 5 of 20.
 */
const SEEN_SHARE_MIN = 0.28;
/** Two frames of a camera are at least this far apart. */
const FRAME_GAP_MS_MIN = 8;
/** A prompt can't have been over sooner than this share of its shortest time. */
const PROMPT_TIME_SHARE_MIN = 0.5;

export type JudgeStreamInput = {
  readonly challenge: Challenge;
  readonly observations: readonly FrameObservation[];
  /** How many further frames were left out because an earlier attempt held them. */
  readonly seen: number;
};

/** Is this what one camera sends once: new frames, each different, with a sensor's noise, at possible times? */
export function judgeStream({ challenge, observations, seen }: JudgeStreamInput): LivenessSignal {
  const seenShare = seen / Math.max(1, observations.length + seen);
  if (seenShare >= SEEN_SHARE_MIN) {
    return createSignal({ name: 'stream', outcome: 'against', reasons: ['stream.seen_before'], score: 1 - seenShare });
  }
  if (observations.length < FRAMES_MIN) {
    return createSignal({ name: 'stream', outcome: 'unmeasured', reasons: ['stream.too_few_frames'] });
  }
  const reasons: LivenessReason[] = [];
  if (hasRepeatedFrame(observations)) reasons.push('stream.repeated_frame');
  if (!isPossibleInTime(challenge, observations)) reasons.push('stream.time_impossible');
  if (observations.every(({ measures }) => (measures?.noise ?? 0) < NOISE_MIN)) reasons.push('stream.no_noise');
  const outcome = reasons.length === 0 ? 'for' : 'against';
  const facts = { reasons: reasons.length === 0 ? (['stream.ordinary'] as const) : reasons, score: 1 - seenShare };
  return createSignal({ name: 'stream', outcome, ...facts });
}

function hasRepeatedFrame(observations: readonly FrameObservation[]): boolean {
  const patches = observations.flatMap(({ measures }) => measures?.patch ?? []);
  return patches.some((patch, index) => patches.slice(0, index).some((other) => isRepeated(patch, other)));
}

function isRepeated(a: GreyPatch, b: GreyPatch): boolean {
  if (Math.abs(a.originX - b.originX) > a.scale || Math.abs(a.originY - b.originY) > a.scale) return false;
  const most = REPEATED_DIFFERENCE_MAX * a.grey.length;
  let difference = 0;
  for (let i = 0; i < a.grey.length && difference <= most; i++)
    difference += Math.abs((a.grey[i] ?? 0) - (b.grey[i] ?? 0));
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
