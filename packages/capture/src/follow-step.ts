import type { StepContext, StepFrame } from './prompt-step.ts';

/** Time for eyes and head to arrive at a point. */
const DWELL_MS_MIN = 1400;
/** The first point stands longer: the instruction is read meanwhile. */
const LEAD_MS = 1200;

/** A point wanders, the nose goes with it: one frame at each place, once the head has had time to arrive. */
export async function runFollowStep(context: StepContext): Promise<StepFrame[]> {
  const { prompt, pace, clock, signal } = context;
  const path = prompt.path ?? [];
  const dwellMs = Math.max(DWELL_MS_MIN, prompt.minMs / prompt.frames) * pace;
  const frames: StepFrame[] = [];
  for (let index = 0; index < prompt.frames && !signal.aborted; index++) {
    const point = path[Math.min(index, path.length - 1)] ?? { x: 0.5, y: 0.5 };
    context.report({ progress: index / prompt.frames, point });
    await context.afterPaint();
    const shownMs = clock.nowMs();
    await clock.sleep(dwellMs * 0.75 + (index === 0 ? LEAD_MS * pace : 0), signal);
    if (signal.aborted) break;
    frames.push({ ...(await context.takeFrame()), colourIndex: null });
    context.report({ progress: (index + 0.9) / prompt.frames, point });
    const leftMs = dwellMs - (clock.nowMs() - shownMs);
    if (leftMs > 0) await clock.sleep(leftMs, signal);
  }
  return frames;
}
