import type { Point } from './point.ts';
import type { StepContext, StepFrame } from './prompt-step.ts';

/** The point wanders, eyes notice, the head arrives: nobody over eighty is quicker without a guide to see it. */
const ARRIVE_MS = 2000;
/** With a guide a frame may come as early as this, once the head has come along. */
const ARRIVE_MS_MIN = 1000;
/** Degrees by the guide, from where the head was at the point before. */
const FOLLOWED_DEGREES = 6;
/** The head comes to rest before the picture is taken. */
const SETTLE_MS = 250;
/** The first point stands longer: the instruction is read meanwhile. */
const LEAD_MS = 1200;
const TICK_MS = 60;

/** A point wanders, the nose goes with it: one frame at each place, once the head has had time to arrive. */
export async function runFollowStep(context: StepContext): Promise<StepFrame[]> {
  const { prompt, signal } = context;
  const path = prompt.path ?? [];
  const frames: StepFrame[] = [];
  let from: Place = { point: { x: 0.5, y: 0.5 }, yaw: context.rest?.yaw ?? null };
  for (let index = 0; index < prompt.frames && !signal.aborted; index++) {
    const point = path[Math.min(index, path.length - 1)] ?? from.point;
    context.report({ progress: index / prompt.frames, point });
    await context.afterPaint();
    await whenFollowed(context, { from, point, isFirst: index === 0 });
    if (signal.aborted) break;
    frames.push({ ...(await context.takeFrame()), colourIndex: null });
    from = { point, yaw: context.readGuide()?.face?.yaw ?? null };
    context.report({ progress: (index + 0.9) / prompt.frames, point });
  }
  return frames;
}

/** Where the point was, and how the head was turned then. */
type Place = { readonly point: Point; readonly yaw: number | null };

type Move = { readonly from: Place; readonly point: Point; readonly isFirst: boolean };

async function whenFollowed(context: StepContext, { from, point, isFirst }: Move): Promise<void> {
  const { clock, pace, signal } = context;
  // Before the first point the head may still be on its way back from an earlier movement.
  const leadMs = isFirst ? LEAD_MS * pace : 0;
  const shownMs = clock.nowMs();
  while (!signal.aborted) {
    const elapsedMs = clock.nowMs() - shownMs - leadMs;
    if (elapsedMs >= ARRIVE_MS * pace) return;
    if (elapsedMs >= ARRIVE_MS_MIN && hasFollowed(context, from, point)) break;
    await clock.sleep(TICK_MS, signal);
  }
  await clock.sleep(SETTLE_MS, signal);
}

/** On the screen's left is the person's own left, where yaw grows. */
function hasFollowed({ isGuided, readGuide }: StepContext, from: Place, point: Point): boolean {
  const yaw = isGuided() ? (readGuide()?.face?.yaw ?? null) : null;
  if (yaw === null || from.yaw === null) return false;
  return Math.sign(from.point.x - point.x) * (yaw - from.yaw) >= FOLLOWED_DEGREES;
}
