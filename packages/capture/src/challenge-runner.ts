import type { Challenge, Prompt } from '@anzai/contract';
import type { CapturedFrame, TakenFrame } from './captured-frame.ts';
import type { PromptState } from './capture-state.ts';
import type { Clock } from './clock.ts';
import { runFollowStep } from './follow-step.ts';
import { decideGuidance } from './guidance.ts';
import type { GuideReading } from './guidance.ts';
import { runLightStep } from './light-step.ts';
import { runMovementStep } from './movement-step.ts';
import type { Rest, StepContext, StepFrame, StepReport } from './prompt-step.ts';
import { runRestStep } from './rest-step.ts';
import { SteadyGuidance } from './steady-guidance.ts';

/** The full ring is seen for a moment before the next instruction. */
const DONE_MS = 320;

export type RunnerDeps = {
  readonly clock: Clock;
  readonly takeFrame: () => Promise<TakenFrame>;
  readonly isGuided: () => boolean;
  readonly readGuide: () => GuideReading | null;
  readonly afterPaint: () => Promise<void>;
  /** A step has come to its end; its frames are final. */
  readonly onFrames: (frames: readonly CapturedFrame[]) => void;
  readonly onState: (state: PromptState) => void;
};

/**
 * Leads through a challenge, prompt after prompt. A step that is paused is asked anew from its beginning and its frames
 * are dropped: half a sequence of colours proves nothing.
 */
export class ChallengeRunner {
  readonly #challenge: Challenge;
  readonly #deps: RunnerDeps;
  #pace: number;
  #step = new AbortController();
  #state: 'running' | 'paused' | 'stopped' = 'running';
  #wake: () => void = () => undefined;
  #beganMs = 0;
  #frameCount = 0;
  #rest: Rest | null = null;
  #readings: GuideReading[] = [];
  readonly #guidance = new SteadyGuidance();

  constructor(challenge: Challenge, deps: RunnerDeps, options: { readonly slower: boolean }) {
    this.#challenge = challenge;
    this.#deps = deps;
    this.#pace = options.slower ? 2 : 1;
  }

  get frameCount(): number {
    return this.#frameCount;
  }

  /** Resolves when every prompt was answered, or the capture stopped. Rejects when the camera fails. */
  async run(): Promise<'finished' | 'stopped'> {
    this.#beganMs = this.#deps.clock.nowMs();
    for (let index = 0; index < this.#challenge.prompts.length;) {
      const frames = await this.#runStep(index);
      if (this.#isOver()) return 'stopped';
      if (frames === null) await this.#whenResumed();
      else {
        this.#commit(index, frames);
        index++;
      }
      if (this.#isOver()) return 'stopped';
    }
    return 'finished';
  }

  pause(): void {
    if (this.#state !== 'running') return;
    this.#state = 'paused';
    this.#step.abort();
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'running';
    this.#wake();
  }

  stop(): void {
    this.#state = 'stopped';
    this.#step.abort();
    this.#wake();
  }

  /** From the next step on. */
  setSlower(slower: boolean): void {
    this.#pace = slower ? 2 : 1;
  }

  #isOver(): boolean {
    return this.#state === 'stopped';
  }

  async #whenResumed(): Promise<void> {
    if (this.#state !== 'paused') return;
    await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** Null when the step was broken off. */
  async #runStep(index: number): Promise<StepFrame[] | null> {
    const prompt = this.#challenge.prompts[index];
    if (prompt === undefined) return [];
    this.#step = new AbortController();
    const { signal } = this.#step;
    if (index === 0) this.#readings = [];
    let report: StepReport = { progress: 0 };
    const tell = (next: StepReport): void => {
      if (signal.aborted) return;
      report = { ...next, progress: Math.max(report.progress, next.progress) };
      this.#tell(index, prompt, report);
    };
    tell(report);
    const frames = await runPrompt(this.#createContext({ prompt, index, signal, tell }));
    if (signal.aborted) return null;
    if (index === 0) this.#rest = findRest(this.#readings);
    // The light goes out with its step.
    this.#tell(index, prompt, { progress: 1 });
    await this.#deps.clock.sleep(DONE_MS, signal);
    return signal.aborted ? null : frames;
  }

  #createContext(step: {
    readonly prompt: Prompt;
    readonly index: number;
    readonly signal: AbortSignal;
    readonly tell: (report: StepReport) => void;
  }): StepContext {
    const { clock, isGuided, readGuide, afterPaint, takeFrame } = this.#deps;
    const { prompt, index, signal, tell } = step;
    const takeAndLook = async (): Promise<TakenFrame> => {
      const frame = await takeFrame();
      const reading = readGuide();
      if (index === 0 && reading !== null) this.#readings.push(reading);
      return frame;
    };
    return {
      prompt,
      isFirst: index === 0,
      pace: this.#pace,
      rest: this.#rest,
      clock,
      signal,
      isGuided,
      readGuide,
      takeFrame: takeAndLook,
      afterPaint,
      report: tell,
    };
  }

  #commit(promptIndex: number, frames: readonly StepFrame[]): void {
    const captured = frames.map(({ bytes, sha256, takenAtMs, colourIndex }, at) => ({
      bytes,
      sha256,
      colourIndex,
      promptIndex,
      index: this.#frameCount + at,
      capturedAtMs: Math.max(0, Math.round(takenAtMs - this.#beganMs)),
    }));
    this.#frameCount += captured.length;
    this.#deps.onFrames(captured);
  }

  #tell(promptIndex: number, { kind }: Prompt, report: StepReport): void {
    const reading = this.#deps.isGuided() ? this.#deps.readGuide() : null;
    const guidance = reading === null ? null : decideGuidance(reading);
    const promptCount = this.#challenge.prompts.length;
    this.#deps.onState({
      promptIndex,
      promptCount,
      kind,
      progress: report.progress,
      overall: (promptIndex + report.progress) / promptCount,
      guidance: this.#guidance.update(guidance, this.#deps.clock.nowMs()),
      light: report.light ?? null,
      point: report.point ?? null,
    });
  }
}

async function runPrompt(context: StepContext): Promise<StepFrame[]> {
  switch (context.prompt.kind) {
    case 'centre':
    case 'hold':
      return runRestStep(context);
    case 'light':
      return runLightStep(context);
    case 'follow':
      return runFollowStep(context);
    case 'turn-left':
    case 'turn-right':
    case 'look-up':
    case 'nearer':
      return runMovementStep(context);
  }
}

/** The middle of what was seen while the first frames were taken; null when no face was. */
export function findRest(readings: readonly GuideReading[]): Rest | null {
  const faces = readings.flatMap(({ face }) => face ?? []);
  if (faces.length === 0) return null;
  return {
    yaw: median(faces.map(({ yaw }) => yaw)),
    pitch: median(faces.map(({ pitch }) => pitch)),
    eyeDistance: median(faces.map(({ eyeDistance }) => eyeDistance)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
