import type { AttemptOutcome, Problem, Prompt } from '@anzai/contract';
import type { CameraFailure } from './camera.ts';
import type { Guidance } from './guidance.ts';
import type { Point } from './point.ts';

export type PromptKind = Prompt['kind'];

/** What the person is asked at this moment, and how far they are with it. */
export type PromptState = {
  readonly promptIndex: number;
  readonly promptCount: number;
  readonly kind: PromptKind;
  /** Of this prompt, 0..1; never falls while the prompt stands. */
  readonly progress: number;
  /** Of the whole challenge, 0..1. */
  readonly overall: number;
  /** Null while the guide does not run: then no word about it is to be shown. */
  readonly guidance: Guidance | null;
  /** `#rrggbb` that the whole screen is to show, or null for the usual paper. */
  readonly light: string | null;
  /** Where the point to follow is, in fractions of the screen as the person sees it. */
  readonly point: Point | null;
};

export type CheckingState = {
  /** What is being done: pictures on their way, then handed in, then judged. */
  readonly step: 'sending' | 'submitting' | 'deciding';
  readonly framesSent: number;
  readonly framesTotal: number;
  /** False while the network is gone; the work goes on by itself when it is back. */
  readonly online: boolean;
};

/** Everything a screen needs. One of these at a time. */
export type CaptureState =
  /** The camera is being opened (the browser may be asking) and the attempt begun. */
  | { readonly stage: 'opening'; readonly step: 'camera' | 'attempt' | 'guide' }
  | { readonly stage: 'camera-failed'; readonly failure: CameraFailure }
  /** The server would not begin or go on; the text for `problem.code` says what to do. */
  | { readonly stage: 'refused'; readonly problem: Problem }
  /** No network when the attempt was to begin; `session.retry()` tries again. */
  | { readonly stage: 'offline' }
  | { readonly stage: 'prompting'; readonly prompt: PromptState }
  | { readonly stage: 'paused'; readonly prompt: PromptState | null }
  | { readonly stage: 'checking'; readonly checking: CheckingState }
  | { readonly stage: 'decided'; readonly attemptId: string; readonly outcome: AttemptOutcome }
  /** Too late or given up; `session.startAgain()` begins a new one. */
  | { readonly stage: 'expired' }
  | { readonly stage: 'left' };
