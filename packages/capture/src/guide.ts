import type { Clock } from './clock.ts';
import type { GuideReading } from './guidance.ts';
import type { FromGuideWorker, GuideAssets, ToGuideWorker } from './guide-messages.ts';

/** A device that needs longer for one look guides no one. */
const LOOK_MS_MAX = 1500;
const SLOW_LOOKS_MAX = 3;
/** Rest between two looks, so that phones stay cool. */
const REST_MS = 50;
/** A reading older than this says nothing of now. */
const FRESH_MS = 1800;

/** The part of a Worker that is used; tests bring their own. */
export type GuideWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

export type GuideOptions = {
  readonly clock: Clock;
  readonly assets: GuideAssets;
  readonly makeWorker: () => GuideWorker;
  /** RGBA of what the camera sees now, letterboxed; null while there is no picture. */
  readonly readPixels: () => ArrayBuffer | null;
};

/** Watches the camera and says how the face lies in it. It helps people; it decides nothing. */
export type Guide = {
  /** True once it runs, false when it can't here. Never rejects. */
  readonly whenReady: Promise<boolean>;
  /** Null while it does not run or has seen nothing lately. */
  readonly readNow: () => GuideReading | null;
  readonly isRunning: () => boolean;
  readonly stop: () => void;
};

export const noGuide: Guide = {
  whenReady: Promise.resolve(false),
  readNow: () => null,
  isRunning: () => false,
  stop: () => undefined,
};

export function createGuide(options: GuideOptions): Guide {
  try {
    return startGuide(options, options.makeWorker());
  } catch {
    return noGuide;
  }
}

function startGuide({ clock, assets, readPixels }: GuideOptions, worker: GuideWorker): Guide {
  let state: 'loading' | 'running' | 'over' = 'loading';
  let last: GuideReading | null = null;
  let slowLooks = 0;
  let settle: (ready: boolean) => void = () => undefined;
  const whenReady = new Promise<boolean>((resolve) => (settle = resolve));
  const stop = (): void => {
    state = 'over';
    settle(false);
    worker.terminate();
  };
  const post = (message: ToGuideWorker, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
  const look = (): void => {
    if (state !== 'running') return;
    const pixels = readPixels();
    if (pixels === null) void clock.sleep(REST_MS).then(look);
    else post({ kind: 'look', pixels }, [pixels]);
  };
  const listen = (message: FromGuideWorker): void => {
    if (state === 'over') return;
    if (message.kind === 'unavailable') stop();
    if (message.kind === 'ready') {
      state = 'running';
      settle(true);
      look();
    }
    if (message.kind !== 'seen' || state === 'loading') return;
    last = { ...message.reading, atMs: clock.nowMs() };
    slowLooks = message.tookMs > LOOK_MS_MAX ? slowLooks + 1 : 0;
    if (slowLooks >= SLOW_LOOKS_MAX) stop();
    else void clock.sleep(REST_MS).then(look);
  };
  worker.addEventListener('message', (event) => listen((event as MessageEvent<FromGuideWorker>).data));
  worker.addEventListener('error', stop);
  post({ kind: 'load', assets });
  return {
    whenReady,
    readNow: () => (last !== null && state === 'running' && clock.nowMs() - last.atMs < FRESH_MS ? last : null),
    isRunning: () => state === 'running',
    stop,
  };
}
