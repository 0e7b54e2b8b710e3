import { createBrowserGuide } from './browser-guide.ts';
import { openCamera } from './camera.ts';
import type { CameraChoice, CameraResult } from './camera.ts';
import { openCaptureStore } from './capture-store.ts';
import type { CaptureStore } from './capture-store.ts';
import { createClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { createFrameEncoder } from './frame-encoder.ts';
import type { FrameEncoder } from './frame-encoder.ts';
import type { Guide } from './guide.ts';

/** Everything of the browser that a capture touches; tests bring their own. */
export type CaptureEnvironment = {
  readonly clock: Clock;
  /** Milliseconds since 1970, for what is kept over a reload. */
  readonly wallMs: () => number;
  readonly fetch: typeof fetch;
  readonly openCamera: (choice: CameraChoice) => Promise<CameraResult>;
  readonly openStore: () => Promise<CaptureStore>;
  readonly createEncoder: (video: HTMLVideoElement, clock: Clock) => FrameEncoder;
  readonly createGuide: (video: HTMLVideoElement, clock: Clock) => Guide;
  readonly afterPaint: () => Promise<void>;
  readonly whenOnline: (signal: AbortSignal) => Promise<void>;
  /** Calls `listener` whenever the page is hidden; the answer unsubscribes. */
  readonly onHidden: (listener: () => void) => () => void;
  /** Keeps the display lit until the answer is called. */
  readonly keepAwake: () => () => void;
};

export function createBrowserEnvironment(): CaptureEnvironment {
  return {
    clock: createClock(),
    wallMs: () => Date.now(),
    fetch: globalThis.fetch.bind(globalThis),
    openCamera,
    openStore: openCaptureStore,
    createEncoder: createFrameEncoder,
    createGuide: createBrowserGuide,
    afterPaint,
    whenOnline,
    onHidden,
    keepAwake,
  };
}

/** The second frame after now has surely been shown. A hidden page shows none, hence the limit. */
async function afterPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 250);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

async function whenOnline(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    globalThis.addEventListener('online', () => resolve(), { once: true });
    signal.addEventListener('abort', () => resolve());
  });
}

function onHidden(listener: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === 'hidden') listener();
  };
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}

/** Where the browser can; elsewhere the display follows the device's own setting. */
function keepAwake(): () => void {
  const wakeLock: WakeLock | undefined = navigator.wakeLock;
  const lock = wakeLock?.request('screen').catch(() => undefined);
  return () => void lock?.then(async (held) => held?.release()).catch(() => undefined);
}
