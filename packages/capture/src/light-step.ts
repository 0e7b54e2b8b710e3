import type { StepContext, StepFrame } from './prompt-step.ts';

/** A colour stands at least this long, for eyes that are sensitive to flicker. */
const COLOUR_MS_MIN = 700;
/** The display changes and the camera answers before the picture is taken. */
const SETTLE_MS = 380;
/** A face that is away is waited for this long before the colours begin. */
const FACE_WAIT_MS = 5000;
const TICK_MS = 80;

/** The screen's light plays over the face: one frame for each colour, late in its time. */
export async function runLightStep(context: StepContext): Promise<StepFrame[]> {
  const colours = context.prompt.colours ?? [];
  const { clock, prompt, pace } = context;
  const beganMs = clock.nowMs();
  await waitForFace(context);
  const first = await playColours(context, colours);
  const againMs = 2 * (clock.nowMs() - beganMs);
  // Played once more when the face was away for most of it and there is time left.
  if (first.seen * 2 >= colours.length || againMs > prompt.maxMs * pace || context.signal.aborted) return first.frames;
  await waitForFace(context);
  return (await playColours(context, colours)).frames;
}

async function waitForFace({ clock, pace, signal, readGuide, isGuided }: StepContext): Promise<void> {
  const untilMs = clock.nowMs() + FACE_WAIT_MS * pace;
  while (isGuided() && !signal.aborted && clock.nowMs() < untilMs) {
    if ((readGuide()?.face ?? null) !== null) return;
    await clock.sleep(TICK_MS, signal);
  }
}

type Played = { readonly frames: StepFrame[]; readonly seen: number };

async function playColours(context: StepContext, colours: readonly string[]): Promise<Played> {
  const { clock, prompt, signal } = context;
  const standMs = Math.max(COLOUR_MS_MIN, prompt.minMs / Math.max(1, colours.length));
  const frames: StepFrame[] = [];
  let seen = 0;
  for (const [index, colour] of colours.entries()) {
    if (signal.aborted) break;
    context.report({ progress: index / colours.length, light: colour });
    await context.afterPaint();
    const shownMs = clock.nowMs();
    await clock.sleep(Math.max(SETTLE_MS, standMs * 0.6), signal);
    if (signal.aborted) break;
    frames.push({ ...(await context.takeFrame()), colourIndex: index });
    if (!context.isGuided() || (context.readGuide()?.face ?? null) !== null) seen++;
    context.report({ progress: (index + 0.7) / colours.length, light: colour });
    await clock.sleep(Math.max(0, standMs - (clock.nowMs() - shownMs)), signal);
  }
  return { frames, seen };
}
