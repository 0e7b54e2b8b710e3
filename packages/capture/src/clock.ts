/** Time as the capture needs it; tests bring their own. */
export type Clock = {
  /** Monotonic milliseconds. */
  readonly nowMs: () => number;
  /** Resolves after `ms`, or at once when `signal` is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export function createClock(): Clock {
  return {
    nowMs: () => performance.now(),
    sleep: async (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve();
          return;
        }
        const done = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done);
      }),
  };
}
