import type { PromptKind } from './capture-state.ts';
import type { GuideFace } from './guidance.ts';
import { collectFrames, spreadEvenly } from './prompt-step.ts';
import type { Rest, StepContext, StepFrame } from './prompt-step.ts';

/**
 * How far is far enough, from the rest of the person: somewhat more than the server asks. The guide reads turns about a third
 * too small, so that 14 degrees here are some 20 by the server's mesh, where depth shows best and stiff necks still come.
 */
const TURN_DEGREES = 14;
const LOOK_UP_DEGREES = 9;
const NEARER_RATIO = 1.24;
/** The first frame is taken at this share of the movement, the last at its end. */
const FIRST_LEVEL = 0.35;
/** Without a guide: time to understand, and then to move. */
const LEAD_MS = 1400;
const MOVING_MS = 3200;

/** Share of the movement done, 1 when far enough; below 0 when it goes the other way. */
export function measureMovement(kind: PromptKind, face: GuideFace, rest: Rest): number {
  switch (kind) {
    case 'turn-left':
      return (face.yaw - rest.yaw) / TURN_DEGREES;
    case 'turn-right':
      return (rest.yaw - face.yaw) / TURN_DEGREES;
    case 'look-up':
      return (face.pitch - rest.pitch) / LOOK_UP_DEGREES;
    case 'nearer':
      return (face.eyeDistance / rest.eyeDistance - 1) / (NEARER_RATIO - 1);
    case 'centre':
    case 'follow':
    case 'light':
    case 'hold':
      return 0;
  }
}

/** Turns, looking up, coming nearer: frames on the way and at the end of it. */
export async function runMovementStep(context: StepContext): Promise<StepFrame[]> {
  const { prompt, pace, rest } = context;
  const schedule = spreadEvenly(prompt.frames, { fromMs: LEAD_MS * pace, toMs: (LEAD_MS + MOVING_MS) * pace });
  const levels = spreadEvenly(prompt.frames, { fromMs: FIRST_LEVEL, toMs: 1 });
  const isSeeing = (): boolean => context.isGuided() && rest !== null;
  let furthest = 0;
  const look = (): number => {
    const face = context.readGuide()?.face ?? null;
    const done = face === null || rest === null ? 0 : measureMovement(prompt.kind, face, rest);
    furthest = Math.max(furthest, done);
    return done;
  };
  return collectFrames(context, {
    minMs: prompt.minMs,
    maxMs: prompt.maxMs * pace,
    isDue: (taken, elapsedMs) => (isSeeing() ? look() >= (levels[taken] ?? 1) : elapsedMs >= (schedule[taken] ?? 0)),
    progress: (taken, elapsedMs) => {
      if (taken >= prompt.frames) return 1;
      if (!isSeeing()) return elapsedMs / ((LEAD_MS + MOVING_MS) * pace);
      return Math.min(0.95, Math.max(furthest, taken / prompt.frames));
    },
  });
}
