import type { Challenge, SignalName, Tip } from '../api.ts';
import type { LivenessReason, LivenessSignal } from './signal.ts';

export type FusedOutcome = 'live' | 'not-live' | 'unsure' | 'incomplete';

/**
 * How the signals become one answer.
 *
 * No number is weighed against another. Each signal shuts one door to a fraud, and a door left open is not made good by
 * another that is firmly shut; therefore all that a mode needs must speak for life, and nothing may speak against it.
 *
 * | door | shut by |
 * |---|---|
 * | a picture, held up, tilted, bent | depth (a sheet shows no parallax); passive models where the pack has them |
 * | a recording of the person, on a screen or injected | colour (it cannot know the sequence), challenge (nor the movements) |
 * | a recorded session sent again | stream (frames seen before), colour, challenge |
 * | somebody else for a part of the session | continuity |
 * | a person who is held, or asleep | handling: never refused by the machine, a person looks |
 *
 * - Against by what only a fraud does (frames seen before or repeated, another face, a flat face, another light): `not-live`.
 * - The passive models alone accuse nobody, since by camera and light they are wrong about up to one living person in ten;
 *   against, they make `unsure`.
 * - What was asked was not done, or not seen: `incomplete`, with what to do. People misunderstand more often than they cheat.
 * - `live` in the move mode: challenge, colour, depth, continuity and stream all for; passive for where there is a model.
 * - `live` in the still mode: nothing is asked, so that a picture must be told from a face otherwise: colour, continuity and
 *   stream for, and depth (from the head's own small swaying) or passive for.
 * - All else, sunlight above all, is `unsure`: try again with a tip, and after the policy's number of tries a person decides.
 */
export function fuseSignals(mode: Challenge['mode'], signals: readonly LivenessSignal[]): FusedOutcome {
  const reasons = new Set(signals.flatMap((signal) => signal.reasons));
  if (FRAUD.some((reason) => reasons.has(reason))) return 'not-live';
  if (UNFINISHED.some((reason) => reasons.has(reason))) return 'incomplete';
  if (signals.some(({ outcome }) => outcome === 'against')) return 'unsure';
  const isFor = (name: SignalName): boolean =>
    signals.some((signal) => signal.name === name && signal.outcome === 'for');
  if (!ALWAYS.every(isFor)) return 'unsure';
  if (mode === 'still') return isFor('passive') || isFor('depth') ? 'live' : 'unsure';
  const passiveHolds = isFor('passive') || reasons.has('passive.no_model');
  return isFor('challenge') && isFor('depth') && passiveHolds ? 'live' : 'unsure';
}

const ALWAYS: readonly SignalName[] = ['colour', 'continuity', 'stream', 'handling'];

const FRAUD: readonly LivenessReason[] = [
  'stream.seen_before',
  'stream.repeated_frame',
  'stream.time_impossible',
  'stream.no_noise',
  'continuity.other_face',
  'depth.flat',
  'colour.other_sequence',
];

const UNFINISHED: readonly LivenessReason[] = [
  'challenge.no_neutral',
  'challenge.frames_missing',
  'challenge.movement_missing',
  'challenge.wrong_movement',
  'challenge.not_back',
  'continuity.face_lost',
  'continuity.too_few_frames',
  'stream.too_few_frames',
  'colour.too_few_frames',
];

const TIPS: Readonly<Record<string, readonly Tip[]>> = {
  'challenge.no_neutral': ['face-in-middle', 'more-light'],
  'challenge.frames_missing': ['face-in-middle'],
  'challenge.movement_missing': ['turn-further'],
  'challenge.wrong_movement': ['turn-slower'],
  'challenge.not_back': ['face-in-middle'],
  'challenge.too_fast': ['turn-slower'],
  'colour.too_weak': ['less-sun', 'brighter-screen'],
  'colour.unclear': ['less-sun', 'hold-still', 'brighter-screen'],
  'colour.too_few_frames': ['face-in-middle'],
  'depth.no_turn': ['turn-further'],
  'depth.unclear': ['turn-slower', 'wipe-lens'],
  'continuity.face_lost': ['face-in-middle'],
  'continuity.jump': ['turn-slower'],
  'continuity.too_few_frames': ['face-in-middle'],
  'handling.eyes_closed': ['open-eyes'],
  'handling.several_faces': ['only-you'],
};

/** What the person may change, most telling first; none where advice would only teach a fraud. */
export function chooseTips(outcome: FusedOutcome, signals: readonly LivenessSignal[]): Tip[] {
  if (outcome === 'live' || outcome === 'not-live') return [];
  return [...new Set(signals.flatMap(({ reasons }) => reasons.flatMap((reason) => TIPS[reason] ?? [])))];
}
