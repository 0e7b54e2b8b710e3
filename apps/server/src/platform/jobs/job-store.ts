import { addMs } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { transaction } from '../db/transaction.ts';

export type ClaimedJob = {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  /** Counts this try too. */
  readonly tries: number;
  readonly triesMax: number;
  readonly leaseToken: string;
};

/** Lease of each job that this server can run, by name. */
export type Leases = ReadonlyMap<string, number>;

/**
 * Takes the job that is longest due: a queued one, or one whose server let its lease end. Rows that another server is
 * just taking are skipped.
 */
export async function claimJob(deps: Deps, leases: Leases): Promise<ClaimedJob | undefined> {
  if (leases.size === 0) return undefined;
  return transaction(deps, async (tx) => {
    const now = tx.clock.now();
    const due = await tx.db
      .selectFrom('job')
      .select(['id', 'name', 'payload', 'tries', 'triesMax'])
      .where('name', 'in', [...leases.keys()])
      .where((where) =>
        where.or([
          where.and([where('state', '=', 'queued'), where('runAt', '<=', now)]),
          where.and([where('state', '=', 'running'), where('leaseUntil', '<', now)]),
        ]),
      )
      .orderBy('runAt')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (due === undefined) return undefined;
    const leaseToken = tx.ids.uuid();
    const leaseUntil = addMs(now, leases.get(due.name) ?? 0);
    await tx.db
      .updateTable('job')
      .set({ state: 'running', tries: due.tries + 1, leaseToken, leaseUntil })
      .where('id', '=', due.id)
      .execute();
    return { ...due, tries: due.tries + 1, leaseToken };
  });
}

export async function renewLease(deps: Deps, job: ClaimedJob, leaseMs: number): Promise<void> {
  await deps.db
    .updateTable('job')
    .set({ leaseUntil: addMs(deps.clock.now(), leaseMs) })
    .where('id', '=', job.id)
    .where('leaseToken', '=', job.leaseToken)
    .execute();
}

type Ending =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'queued'; readonly runAt: string; readonly error: string | null; readonly tries: number };

/** Ends a run, unless the lease went to another server meanwhile: then that one's ending counts. */
export async function endJob(deps: Deps, job: ClaimedJob, ending: Ending): Promise<void> {
  const finishedAt = ending.state === 'queued' ? null : deps.clock.now();
  await deps.db
    .updateTable('job')
    .set({ leaseUntil: null, leaseToken: null, error: null, ...ending, finishedAt })
    .where('id', '=', job.id)
    .where('leaseToken', '=', job.leaseToken)
    .execute();
}

/** Finished jobs are kept this long, for whoever asks what happened. */
const keepMs = 7 * 24 * 3_600_000;

export async function deleteFinishedJobs(deps: Deps): Promise<void> {
  await deps.db
    .deleteFrom('job')
    .where('state', 'in', ['done', 'failed'])
    .where('finishedAt', '<', addMs(deps.clock.now(), -keepMs))
    .execute();
}
