/** Adds up the milliseconds that each stage takes; stages of one worker never overlap. */
export class StageClock {
  readonly #spentMs = new Map<string, number>();

  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      this.#spentMs.set(stage, (this.#spentMs.get(stage) ?? 0) + performance.now() - startedAt);
    }
  }

  toRecord(): Record<string, number> {
    return Object.fromEntries(this.#spentMs);
  }
}

/** Sums records of milliseconds stage by stage. */
export function addStages(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const record of records) {
    for (const [stage, ms] of Object.entries(record)) sum[stage] = (sum[stage] ?? 0) + ms;
  }
  return sum;
}
