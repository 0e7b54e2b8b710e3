import type { Clock } from '../clock.ts';

type Sleeper = { readonly atMs: number; readonly wake: () => void };

/** Time that leaps to the next sleeper as soon as everyone sleeps: minutes pass in milliseconds, always in the same order. */
export class SimulatedClock implements Clock {
  #nowMs = 1000;
  #sleepers: Sleeper[] = [];
  #scheduled = false;

  readonly nowMs = (): number => this.#nowMs;

  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted === true) return;
    await new Promise<void>((resolve) => {
      this.#sleepers.push({ atMs: this.#nowMs + Math.max(0, ms), wake: resolve });
      signal?.addEventListener('abort', () => resolve());
      this.#schedule();
    });
  };

  #schedule(): void {
    if (this.#scheduled || this.#sleepers.length === 0) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      this.#sleepers.sort((a, b) => a.atMs - b.atMs);
      const next = this.#sleepers.shift();
      if (next !== undefined) {
        this.#nowMs = Math.max(this.#nowMs, next.atMs);
        next.wake();
      }
      this.#schedule();
    }, 0);
  }
}
