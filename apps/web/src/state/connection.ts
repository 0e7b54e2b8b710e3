import { signal } from '@preact/signals';

/** 'lost' while a call is being repeated because the network did not answer. */
export const connection = signal<'fine' | 'lost'>('fine');

const WAITS_MS = [1000, 2000, 4000, 8000, 8000, 8000] as const;

export const retriesMax = WAITS_MS.length;

/** Waits the back-off of a retry; ends at once when the device says that it is online again. */
export async function waitForConnection(retry: number): Promise<void> {
  const waitMs = WAITS_MS[retry] ?? 8000;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      globalThis.clearTimeout(timer);
      globalThis.removeEventListener('online', finish);
      resolve();
    };
    const timer = globalThis.setTimeout(finish, waitMs);
    globalThis.addEventListener('online', finish);
  });
}
