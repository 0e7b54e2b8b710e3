import { addMs } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { defineSweep } from '../../../platform/jobs/job.ts';
import { listExpired, listSubmittedBefore, lockAttemptRow, markEnded } from '../store.ts';
import { judgeAttemptJob } from './judge-attempt.ts';

const stuckMs = 120_000;

async function expireOne(deps: Deps, id: string): Promise<void> {
  await transaction(deps, async (tx) => {
    const row = await lockAttemptRow(tx.db, id);
    const now = tx.clock.now();
    if (row === undefined || row.state !== 'open' || row.expiresAt >= now) return;
    await markEnded(tx.db, { id, state: 'expired', endedAt: now });
    recordAudit(tx, {
      actor: { kind: 'system', id: null },
      action: 'attempt.expired',
      subject: { kind: 'attempt', id },
      facts: { personId: row.personId },
    });
  });
}

/** Closes what nobody finished, and hands in again what was submitted and whose job has failed for good. */
export const closeAttempts = defineSweep({
  name: 'close-attempts',
  everyMs: 60_000,
  run: async (deps) => {
    const now = deps.clock.now();
    for (const { id } of await listExpired(deps.db, now)) await expireOne(deps, id);
    const stuck = await listSubmittedBefore(deps.db, addMs(now, -stuckMs));
    if (stuck.length === 0) return;
    await transaction(deps, async (tx) => {
      for (const { id } of stuck) {
        await enqueueJob(tx, { job: judgeAttemptJob, payload: { attemptId: id }, key: id });
      }
    });
  },
});
