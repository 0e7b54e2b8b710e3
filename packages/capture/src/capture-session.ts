import { createBrowserEnvironment } from './capture-environment.ts';
import type { CaptureEnvironment } from './capture-environment.ts';
import type { CaptureSessionOptions } from './capture-options.ts';
import { CaptureWork } from './capture-work.ts';

/** One capture from opening the camera to the outcome. Every method may be called at any time. */
export type CaptureSession = {
  /** Takes up what was left unfinished, or opens the camera into `video` and begins. */
  readonly begin: (video: HTMLVideoElement) => void;
  /** The step being asked is put aside; `resume` asks it anew. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Gives the present attempt up (it does not count as a try) and begins a new one. */
  readonly startAgain: () => void;
  /** After `camera-failed`, `offline` or a passing refusal: tries again what failed. */
  readonly retry: () => void;
  readonly setSlower: (slower: boolean) => void;
  /** Leaves for good: the camera is closed and an attempt that is not handed in yet is given up. */
  readonly leave: () => void;
  /** Closes the camera and stops all work; what is unsent stays stored and is taken up by the next session. */
  readonly close: () => void;
};

export function createCaptureSession(
  options: CaptureSessionOptions,
  environment: CaptureEnvironment = createBrowserEnvironment(),
): CaptureSession {
  let slower = options.slower;
  let video: HTMLVideoElement | null = null;
  let work: CaptureWork | null = null;
  const start = (): void => {
    if (video === null) return;
    work = new CaptureWork({ ...options, slower }, { environment, video });
    work.start();
  };
  return {
    begin: (element) => {
      work?.close();
      video = element;
      start();
    },
    pause: () => work?.pause(),
    resume: () => work?.resume(),
    startAgain: () => {
      const old = work;
      work = null;
      void (old?.giveUp() ?? Promise.resolve()).then(start);
    },
    retry: () => {
      if (work?.canReopen() === true) work.resume();
      else {
        work?.close();
        start();
      }
    },
    setSlower: (next) => {
      slower = next;
      work?.setSlower(next);
    },
    leave: () => {
      const old = work;
      work = null;
      void (old?.giveUp() ?? Promise.resolve()).then(() => options.onState({ stage: 'left' }));
    },
    close: () => {
      work?.close();
      work = null;
    },
  };
}
