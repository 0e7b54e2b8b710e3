/** What a piece of work took: CPU of the whole process with all its threads, and time on the wall. */
export type Use = { readonly cpuMs: number; readonly wallMs: number };

export async function measureUse<T>(work: () => Promise<T>): Promise<{ readonly use: Use; readonly result: T }> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const result = await work();
  const spent = process.cpuUsage(cpu);
  const use = { cpuMs: (spent.user + spent.system) / 1000, wallMs: performance.now() - startedAt };
  return { use, result };
}

/** The value below which a share of the list lies, to a tenth. */
export function percentile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((left, right) => left - right);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return Math.round(value * 10) / 10;
}
