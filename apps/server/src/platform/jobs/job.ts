import type { z } from 'zod';
import type { Deps, Tx } from '../deps.ts';

/** Background work of one kind. `run` opens its own transactions; a throw means: try again later. */
export type JobDefinition<P extends z.ZodType = z.ZodType> = {
  readonly name: string;
  /** Ids and counts only: payloads are kept in plain text. */
  readonly payload: P;
  /** A job whose server is silent for this long is taken by another. Renewed while `run` works. */
  readonly leaseMs: number;
  readonly triesMax: number;
  run(deps: Deps, payload: z.output<P>): Promise<void>;
};

/** Recurring work, at most one run at a time over all servers. */
export type SweepDefinition = {
  readonly name: string;
  readonly everyMs: number;
  run(deps: Deps): Promise<void>;
};

export function defineJob<P extends z.ZodType>(definition: JobDefinition<P>): JobDefinition<P> {
  return definition;
}

export function defineSweep(definition: SweepDefinition): SweepDefinition {
  return definition;
}

export type EnqueueOptions = {
  /** With a key, a second pending job of the same name is the same job. */
  readonly key?: string;
  /** Not before this instant. */
  readonly runAt?: string;
};

/** Inserts the row; answers whether it is new. `enqueueJob` is the typed way in. */
export type JobRow = {
  readonly name: string;
  readonly payload: unknown;
  readonly triesMax: number;
  readonly options: EnqueueOptions;
};

export async function insertJob(tx: Tx, row: JobRow): Promise<boolean> {
  const now = tx.clock.now();
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('job')
    .values({
      id: tx.ids.uuid(),
      name: row.name,
      key: row.options.key ?? null,
      payload: JSON.stringify(row.payload),
      state: 'queued',
      triesMax: row.triesMax,
      runAt: row.options.runAt ?? now,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  tx.unit.afterCommit.push(tx.kicks.jobs);
  return numInsertedOrUpdatedRows === 1n;
}
