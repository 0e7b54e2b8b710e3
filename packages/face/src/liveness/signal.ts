import type { Signal, SignalName, SignalOutcome } from '../api.ts';

/** Why a signal says what it says. Each has a text for reviewers in the i18n package. */
export const LIVENESS_REASONS = [
  'challenge.no_neutral',
  'challenge.frames_missing',
  'challenge.movement_missing',
  'challenge.wrong_movement',
  'challenge.not_back',
  'challenge.too_fast',
  'challenge.still_mode',
  'colour.follows',
  'colour.too_few_frames',
  'colour.too_weak',
  'colour.unclear',
  'colour.other_sequence',
  'depth.solid',
  'depth.flat',
  'depth.unclear',
  'depth.no_turn',
  'passive.live',
  'passive.attack',
  'passive.no_model',
  'passive.too_few_frames',
  'continuity.same',
  'continuity.other_face',
  'continuity.face_lost',
  'continuity.jump',
  'continuity.too_few_frames',
  'stream.ordinary',
  'stream.seen_before',
  'stream.repeated_frame',
  'stream.time_impossible',
  'stream.no_noise',
  'stream.too_few_frames',
  'handling.none',
  'handling.eyes_closed',
  'handling.several_faces',
] as const;
export type LivenessReason = (typeof LIVENESS_REASONS)[number];

export type LivenessSignal = Signal & { readonly reasons: readonly LivenessReason[] };

export type SignalInput = {
  readonly name: SignalName;
  readonly outcome: SignalOutcome;
  readonly reasons: readonly LivenessReason[];
  readonly score?: number;
  readonly threshold?: number;
};

export function createSignal({ score, threshold, ...rest }: SignalInput): LivenessSignal {
  return { ...rest, score: score ?? null, threshold: threshold ?? null };
}
