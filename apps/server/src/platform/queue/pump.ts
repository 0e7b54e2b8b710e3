import type { Log } from '../log.ts';

/** Takes one piece of work and answers how to do it; undefined when nothing is due. */
export type Claim = () => Promise<(() => Promise<void>) | undefined>;

export type PumpOptions = {
  readonly name: string;
  readonly claim: Claim;
  readonly concurrencyMax: number;
  /** How often to look for work that another server enqueued. */
  readonly pollMs: number;
  readonly log: Log;
};

/** Does due work until none is left, then waits to be kicked or for the next poll. */
export class Pump {
  readonly #options: PumpOptions;
  readonly #working = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #claiming = false;
  #again = false;
  #started = false;

  constructor(options: PumpOptions) {
    this.#options = options;
  }

  start(): void {
    this.#started = true;
    this.kick();
  }

  /** Looks for work now. Safe to call at any time; before `start` and after `stop` it does nothing. */
  kick(): void {
    if (!this.#started) return;
    if (this.#claiming) {
      this.#again = true;
      return;
    }
    this.#claiming = true;
    void this.#fill().finally(() => {
      this.#claiming = false;
      if (this.#again && this.#started) {
        this.#again = false;
        this.kick();
      }
    });
  }

  /** Takes no more and waits for what is being done. */
  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    while (this.#claiming) await new Promise((resolve) => setImmediate(resolve));
    await Promise.allSettled(this.#working);
  }

  async #fill(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      while (this.#started && this.#working.size < this.#options.concurrencyMax) {
        const work = await this.#options.claim();
        if (work === undefined) break;
        this.#run(work);
      }
    } catch (fault) {
      this.#options.log.error({ err: fault, pump: this.#options.name }, 'could not look for work');
    }
    if (this.#started) this.#timer = setTimeout(() => this.kick(), this.#options.pollMs);
  }

  #run(work: () => Promise<void>): void {
    const running = work()
      .catch((fault: unknown) => this.#options.log.error({ err: fault, pump: this.#options.name }, 'work failed'))
      .finally(() => {
        this.#working.delete(running);
        this.kick();
      });
    this.#working.add(running);
  }
}

/** Wait before try number `tries + 1`: doubling from `firstMs`, at most `longestMs`. */
export function decideBackoffMs(
  tries: number,
  limits: { readonly firstMs: number; readonly longestMs: number },
): number {
  return Math.min(limits.longestMs, limits.firstMs * 2 ** Math.min(Math.max(0, tries - 1), 30));
}
