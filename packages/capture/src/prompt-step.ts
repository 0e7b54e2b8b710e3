import type { Prompt } from '@anzai/contract';
import type { TakenFrame } from './captured-frame.ts';
import type { Clock } from './clock.ts';
import type { GuideReading } from './guidance.ts';
import type { Point } from './point.ts';

/** The person's own rest, seen by the guide during the first prompt; movements are measured from it. */
export type Rest = { readonly yaw: number; readonly pitch: number; readonly eyeDistance: number };

export type StepFrame = TakenFrame & { readonly colourIndex: number | null };

export type StepReport = { readonly progress: number; readonly light?: string; readonly point?: Point };

/** What a step may use. A step collects its frames, and they count only when it comes to its end. */
export type StepContext = {
  readonly prompt: Prompt;
  readonly isFirst: boolean;
  /** 1, or 2 for those who want more time. */
  readonly pace: number;
  readonly rest: Rest | null;
  readonly clock: Clock;
  /** Aborted when the step is paused or the capture stopped; a step then ends without a word. */
  readonly signal: AbortSignal;
  readonly isGuided: () => boolean;
  readonly readGuide: () => GuideReading | null;
  readonly takeFrame: () => Promise<TakenFrame>;
  /** Resolves once what was reported stands on the screen. */
  readonly afterPaint: () => Promise<void>;
  readonly report: (report: StepReport) => void;
};

/** Between two looks at the guide. */
const TICK_MS = 60;
/** Between two frames that are all due at once. */
const FRAME_GAP_MS = 160;

export type FrameSource = {
  /** Whether the next frame is to be taken now. */
  readonly isDue: (taken: number, elapsedMs: number) => boolean;
  /** Of this step, 0..1. */
  readonly progress: (taken: number, elapsedMs: number) => number;
  readonly minMs: number;
  /** When the rest is taken as it is: nobody is kept waiting for ever. */
  readonly maxMs: number;
};

/** Takes the prompt's frames as they fall due, and stands at least `minMs`. */
export async function collectFrames(context: StepContext, source: FrameSource): Promise<StepFrame[]> {
  const { clock, prompt, signal } = context;
  const beganMs = clock.nowMs();
  const frames: StepFrame[] = [];
  let lastMs = -Infinity;
  while (!signal.aborted) {
    const elapsedMs = clock.nowMs() - beganMs;
    context.report({ progress: Math.min(1, source.progress(frames.length, elapsedMs)) });
    if (frames.length >= prompt.frames && elapsedMs >= source.minMs) break;
    const due = elapsedMs >= source.maxMs || source.isDue(frames.length, elapsedMs);
    if (frames.length < prompt.frames && due && clock.nowMs() - lastMs >= FRAME_GAP_MS) {
      frames.push({ ...(await context.takeFrame()), colourIndex: null });
      lastMs = clock.nowMs();
    } else {
      await clock.sleep(TICK_MS, signal);
    }
  }
  return frames;
}

/** Times at which `count` frames are due when nobody guides: evenly from `fromMs` to `toMs`. */
export function spreadEvenly(
  count: number,
  span: { readonly fromMs: number; readonly toMs: number },
): readonly number[] {
  const step = count > 1 ? (span.toMs - span.fromMs) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => span.fromMs + index * step);
}
