import type { Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { toAuditActor, type AccountActor, type StaffActor } from '../../../platform/session/actor.ts';
import { listFrames } from '../frame-store.ts';
import { judgeAttemptJob } from '../jobs/judge-attempt.ts';
import { lockAttemptRow, markEnded, markSubmitted, type AttemptRow } from '../store.ts';

export type SubmitAttempt = {
  readonly attemptId: string;
  readonly nonce: string;
  readonly frameCount: number;
  readonly actor: AccountActor | StaffActor;
};

type Refused = Refusal<'request.not_found' | 'attempt.incomplete' | 'attempt.closed' | 'attempt.expired'>;

/** Closes the capture and hands it to the judging job, in one transaction. Repeating it changes nothing. */
export async function submitAttempt(context: Context, command: SubmitAttempt): Promise<Result<AttemptRow, Refused>> {
  return transaction(context, async (tx) => {
    const row = await lockAttemptRow(tx.db, command.attemptId);
    if (row === undefined) return refuse({ code: 'request.not_found' });
    if (row.state === 'submitted' || row.state === 'decided') return ok(row);
    if (row.state === 'expired') return refuse({ code: 'attempt.expired' });
    if (row.state !== 'open' || row.nonce !== command.nonce) return refuse({ code: 'attempt.closed' });
    const now = tx.clock.now();
    if (row.expiresAt < now) {
      await markEnded(tx.db, { id: row.id, state: 'expired', endedAt: now });
      return refuse({ code: 'attempt.expired' });
    }
    const present = new Set((await listFrames(tx.db, row.id)).map((frame) => frame.frameIndex));
    const wanted = Array.from({ length: command.frameCount }, (_, index) => index);
    const missing = wanted.filter((index) => !present.has(index));
    if (missing.length > 0) return refuse({ code: 'attempt.incomplete', facts: { missing } });
    await markSubmitted(tx.db, { id: row.id, frameCount: present.size, submittedAt: now });
    await enqueueJob(tx, { job: judgeAttemptJob, payload: { attemptId: row.id }, key: row.id });
    recordAudit(tx, {
      actor: toAuditActor(command.actor),
      action: 'attempt.submitted',
      subject: { kind: 'attempt', id: row.id },
      facts: { personId: row.personId, frames: present.size },
    });
    return ok({ ...row, state: 'submitted', frameCount: present.size, submittedAt: now });
  });
}
