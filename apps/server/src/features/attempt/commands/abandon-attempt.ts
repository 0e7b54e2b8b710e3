import type { Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import { toAuditActor, type AccountActor, type StaffActor } from '../../../platform/session/actor.ts';
import { lockAttemptRow, markEnded, type AttemptRow } from '../store.ts';

/** Leaves an open attempt. It is no try, and what was sent is not judged. */
export async function abandonAttempt(
  context: Context,
  command: { readonly attemptId: string; readonly actor: AccountActor | StaffActor },
): Promise<Result<AttemptRow, Refusal<'request.not_found' | 'attempt.closed'>>> {
  return transaction(context, async (tx) => {
    const row = await lockAttemptRow(tx.db, command.attemptId);
    if (row === undefined) return refuse({ code: 'request.not_found' });
    if (row.state === 'abandoned' || row.state === 'expired') return ok(row);
    if (row.state !== 'open') return refuse({ code: 'attempt.closed' });
    const endedAt = tx.clock.now();
    await markEnded(tx.db, { id: row.id, state: 'abandoned', endedAt });
    recordAudit(tx, {
      actor: toAuditActor(command.actor),
      action: 'attempt.abandoned',
      subject: { kind: 'attempt', id: row.id },
      facts: { personId: row.personId, because: 'asked' },
    });
    return ok({ ...row, state: 'abandoned', endedAt });
  });
}
