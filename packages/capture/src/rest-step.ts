import type { GuideReading } from './guidance.ts';
import { decideGuidance } from './guidance.ts';
import { collectFrames, spreadEvenly } from './prompt-step.ts';
import type { Rest, StepContext, StepFrame } from './prompt-step.ts';

/** The face must lie well this long before the first frame. */
const STABLE_MS = 450;
/** For finding the oval at the very beginning; longer than any later wait. */
const FRAMING_MS_MAX = 30_000;
/** Without a guide: time to read, hear and sit right. */
const FIRST_LEAD_MS = 2600;
const LEAD_MS = 900;
const REST_YAW_MAX = 8;
const REST_PITCH_MAX = 9;

/** `centre` and `hold`: the face rests in the oval. */
export async function runRestStep(context: StepContext): Promise<StepFrame[]> {
  const { prompt, pace, isFirst, clock } = context;
  const leadMs = (isFirst ? FIRST_LEAD_MS : LEAD_MS) * pace;
  const minMs = prompt.minMs * pace;
  const gapMs = Math.max(220, minMs / prompt.frames);
  const schedule = spreadEvenly(prompt.frames, { fromMs: leadMs, toMs: leadMs + gapMs * (prompt.frames - 1) });
  const maxMs = isFirst && context.isGuided() ? Math.max(FRAMING_MS_MAX, prompt.maxMs) : prompt.maxMs;
  let stableSinceMs: number | null = null;
  let lastMs = -Infinity;
  const isStable = (): boolean => {
    const reading = context.readGuide();
    if (reading === null || !isAtRest(reading, context.rest)) stableSinceMs = null;
    else stableSinceMs ??= clock.nowMs();
    return stableSinceMs !== null && clock.nowMs() - stableSinceMs >= STABLE_MS;
  };
  return collectFrames(context, {
    minMs,
    maxMs: maxMs * pace,
    progress: (taken) => taken / prompt.frames,
    isDue: (taken, elapsedMs) => {
      if (!context.isGuided()) return elapsedMs >= (schedule[taken] ?? 0);
      const due = isStable() && clock.nowMs() - lastMs >= gapMs;
      if (due) lastMs = clock.nowMs();
      return due;
    },
  });
}

/** The face lies well in the oval and looks ahead. */
export function isAtRest(reading: GuideReading, rest: Rest | null): boolean {
  if (decideGuidance(reading) !== 'ok' || reading.face === null) return false;
  if (rest === null) return Math.abs(reading.face.yaw) <= 2 * REST_YAW_MAX;
  const { yaw, pitch } = reading.face;
  return Math.abs(yaw - rest.yaw) <= REST_YAW_MAX && Math.abs(pitch - rest.pitch) <= REST_PITCH_MAX;
}
