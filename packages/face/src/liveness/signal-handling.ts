import type { FrameObservation } from './observation.ts';
import { createSignal, type LivenessReason, type LivenessSignal } from './signal.ts';

const EYE_OPEN_MIN = 0.5;
/** Eyes shut in this share of the frames: asleep, or worse. */
const CLOSED_SHARE_MAX = 0.85;
const SEVERAL_SHARE_MAX = 0.15;
const FRAMES_MIN = 6;

/** Signs that somebody else acts with the person's face: eyes closed throughout, several faces close together. */
export function judgeHandling(observations: readonly FrameObservation[]): LivenessSignal {
  const reasons: LivenessReason[] = [];
  const eyes = observations.flatMap((frame) => frame.eyesOpen ?? []);
  const closed = eyes.filter(({ left, right }) => left < EYE_OPEN_MIN && right < EYE_OPEN_MIN).length;
  if (eyes.length >= FRAMES_MIN && closed / eyes.length > CLOSED_SHARE_MAX) reasons.push('handling.eyes_closed');
  const several = observations.filter((frame) => frame.faces > 1).length;
  if (several / Math.max(1, observations.length) > SEVERAL_SHARE_MAX) reasons.push('handling.several_faces');
  const outcome = reasons.length === 0 ? 'for' : 'against';
  return createSignal({ name: 'handling', outcome, reasons: reasons.length === 0 ? ['handling.none'] : reasons });
}
