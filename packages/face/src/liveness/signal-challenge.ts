import type { Challenge, Prompt } from '../api.ts';
import { findNeutralPose, type NeutralPose, type RelativePose, relativePose } from './neutral-pose.ts';
import type { FrameObservation } from './observation.ts';
import { createSignal, type LivenessReason, type LivenessSignal } from './signal.ts';
import { correlation } from './statistics.ts';

/** Degrees from the person's own rest. Small on purpose: stiff necks are common at eighty. */
const TURN_MIN = 12;
/** Degrees gone to the other side since the prompt began. */
const WRONG_WAY_MIN = 5;
const LOOK_UP_MIN = 7;
const NEARER_MIN = 1.13;
const FOLLOW_CORRELATION_MIN = 0.6;
const FOLLOW_SWING_MIN = 6;
/** At rest the head may wander this far. */
const REST_YAW_MAX = 9;
const REST_PITCH_MAX = 10;
/** No one hears, understands and has finished a movement sooner than this after the last frame of the prompt before. */
const REACTION_MS_MIN = 150;
/** A prompt may be answered with fewer frames than asked, when some were lost on the way. */
const FRAMES_SHARE_MIN = 0.5;

type Seen = { readonly frame: FrameObservation; readonly pose: RelativePose };

/** Was what the server asked done: each movement, to the right side, in order, in possible time, and back to rest? */
export function judgeChallenge(challenge: Challenge, observations: readonly FrameObservation[]): LivenessSignal {
  const neutral = findNeutralPose(observations);
  if (neutral === null) return answer('unmeasured', ['challenge.no_neutral']);
  const seen = challenge.prompts.map((_, index) => seenDuring(observations, { index, neutral }));
  const missing = challenge.prompts.some((prompt, index) => tooFew(seen[index], prompt));
  if (missing) return answer('unmeasured', ['challenge.frames_missing']);
  if (challenge.mode === 'still') return answer('unmeasured', ['challenge.still_mode']);
  const findings = challenge.prompts.map((prompt, index) =>
    judgeStep(prompt, seen[index - 1] ?? [], seen[index] ?? []),
  );
  const reasons = [...new Set(findings.flatMap((reason) => reason ?? []))];
  const asked = challenge.prompts.flatMap((prompt, index) => (isMovement(prompt) ? [findings[index] ?? null] : []));
  const done = asked.filter((reason) => reason === null).length;
  const score = done / Math.max(1, asked.length);
  return createSignal({
    name: 'challenge',
    outcome: reasons.length === 0 ? 'for' : 'against',
    reasons,
    score,
    threshold: 1,
  });
}

function judgeStep(prompt: Prompt, before: readonly Seen[], now: readonly Seen[]): LivenessReason | null {
  const reason = isMovement(prompt)
    ? judgeMovement(prompt, now)
    : now.some(({ pose }) => isAtRest(pose))
      ? null
      : 'challenge.not_back';
  if (reason === null && isMovement(prompt) && isTooFast(before, now)) return 'challenge.too_fast';
  return reason;
}

function answer(outcome: 'unmeasured', reasons: readonly LivenessReason[]): LivenessSignal {
  return createSignal({ name: 'challenge', outcome, reasons });
}

function seenDuring(
  observations: readonly FrameObservation[],
  { index, neutral }: { index: number; neutral: NeutralPose },
): Seen[] {
  return observations
    .filter((frame) => frame.promptIndex === index)
    .flatMap((frame) => {
      const pose = relativePose(frame, neutral);
      return pose === null ? [] : { frame, pose };
    });
}

function tooFew(seen: readonly Seen[] | undefined, prompt: Prompt): boolean {
  return (seen?.length ?? 0) < Math.max(1, Math.ceil(prompt.frames * FRAMES_SHARE_MIN));
}

function isMovement({ kind }: Prompt): boolean {
  return kind !== 'centre' && kind !== 'hold' && kind !== 'light';
}

function judgeMovement(prompt: Prompt, seen: readonly Seen[]): LivenessReason | null {
  const poses = seen.map(({ pose }) => pose);
  const missingUnless = (done: boolean): LivenessReason | null => (done ? null : 'challenge.movement_missing');
  switch (prompt.kind) {
    case 'turn-left':
      return judgeTurn(poses.map(({ yaw }) => yaw));
    case 'turn-right':
      return judgeTurn(poses.map(({ yaw }) => -yaw));
    case 'look-up':
      return missingUnless(poses.some(({ pitch }) => pitch >= LOOK_UP_MIN));
    case 'nearer':
      return missingUnless(poses.some(({ size }) => size >= NEARER_MIN));
    case 'follow':
      return missingUnless(follows(prompt, poses));
    case 'centre':
    case 'hold':
    case 'light':
      return null;
  }
}

function isAtRest({ yaw, pitch }: RelativePose): boolean {
  return Math.abs(yaw) <= REST_YAW_MAX && Math.abs(pitch) <= REST_PITCH_MAX;
}

/**
 * `yaws` are positive to the side asked for. To go to the other side first is an answer to another challenge; to come
 * from there, where the prompt before had led, is not.
 */
function judgeTurn(yaws: readonly number[]): LivenessReason | null {
  const start = yaws[0] ?? 0;
  const reached = yaws.findIndex((yaw) => yaw >= TURN_MIN);
  const wrong = yaws.findIndex((yaw) => yaw <= -TURN_MIN && yaw < start - WRONG_WAY_MIN);
  if (wrong !== -1 && (reached === -1 || wrong < reached)) return 'challenge.wrong_movement';
  return reached === -1 ? 'challenge.movement_missing' : null;
}

/**
 * The head swings with the point. The path is in the person's view, where their own left is the screen's left; one
 * frame belongs to each point, in order.
 */
function follows(prompt: Prompt, poses: readonly RelativePose[]): boolean {
  const path = prompt.path ?? [];
  if (poses.length < path.length - 1) return false;
  const yaws = poses.map(({ yaw }) => yaw);
  const wanted = poses.map((_, index) => -(path[Math.min(index, path.length - 1)]?.x ?? 0.5));
  const swing = Math.max(...yaws) - Math.min(...yaws);
  return swing >= FOLLOW_SWING_MIN && correlation(yaws, wanted) >= FOLLOW_CORRELATION_MIN;
}

/** True when the movement was complete sooner after the prompt before than anyone could have begun it. */
function isTooFast(before: readonly Seen[], now: readonly Seen[]): boolean {
  const last = before.at(-1);
  const first = now[0];
  if (last === undefined || first === undefined || !isAtRest(last.pose)) return false;
  const elapsedMs = first.frame.capturedAtMs - last.frame.capturedAtMs;
  return elapsedMs < REACTION_MS_MIN && Math.abs(first.pose.yaw) >= TURN_MIN;
}
