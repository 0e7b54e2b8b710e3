import { sql } from 'kysely';
import type { Context, Tx } from '../deps.ts';
import { addMs } from '../clock.ts';

/** After `freeFailures` each further failure doubles the wait, from `firstWaitSeconds` to `longestWaitSeconds`. */
export type LockoutPolicy = {
  readonly freeFailures: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
};

/** Failures older than this are forgotten. */
const forgetMs = 24 * 3_600_000;

export function decideWaitSeconds(failures: number, policy: LockoutPolicy): number {
  const over = failures - policy.freeFailures;
  if (over <= 0) return 0;
  return Math.min(policy.longestWaitSeconds, policy.firstWaitSeconds * 2 ** Math.min(over - 1, 30));
}

/** Seconds that `subject` must still wait; 0 when it may try. */
export async function findLockoutSeconds(context: Context, subject: string): Promise<number> {
  const row = await context.db
    .selectFrom('lockout')
    .select('lockedUntil')
    .where('subject', '=', context.vault.lookupHash('limit', subject))
    .executeTakeFirst();
  if (row === undefined) return 0;
  return Math.max(0, Math.ceil((Date.parse(row.lockedUntil) - Date.parse(context.clock.now())) / 1000));
}

/** Guesses of one subject are judged one after the other, so that a hundred at once count as a hundred. */
export async function queueFailures(tx: Tx, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${subject}))`.execute(tx.db);
}

/** Counts a failure; answers the seconds that `subject` must wait now. The row stays locked until the commit. */
export async function recordFailure(tx: Tx, subject: string, policy: LockoutPolicy): Promise<number> {
  const now = tx.clock.now();
  const hash = tx.vault.lookupHash('limit', subject);
  await tx.db
    .insertInto('lockout')
    .values({ subject: hash, failures: 1, lockedUntil: now, updatedAt: now })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((row) => ({
        failures: row
          .case()
          .when('lockout.updatedAt', '<', addMs(now, -forgetMs))
          .then(1)
          .else(row('lockout.failures', '+', 1))
          .end(),
        updatedAt: now,
      })),
    )
    .execute();
  const row = await tx.db
    .selectFrom('lockout')
    .select('failures')
    .where('subject', '=', hash)
    .executeTakeFirstOrThrow();
  const waitSeconds = decideWaitSeconds(row.failures, policy);
  const lockedUntil = addMs(now, waitSeconds * 1000);
  await tx.db.updateTable('lockout').set({ lockedUntil }).where('subject', '=', hash).execute();
  return waitSeconds;
}

export async function clearFailures(tx: Tx, subject: string): Promise<void> {
  await tx.db.deleteFrom('lockout').where('subject', '=', tx.vault.lookupHash('limit', subject)).execute();
}

export async function deleteOldLockouts(context: Context): Promise<void> {
  const before = addMs(context.clock.now(), -forgetMs);
  await context.db.deleteFrom('lockout').where('updatedAt', '<', before).where('lockedUntil', '<', before).execute();
}
