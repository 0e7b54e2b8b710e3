import type { Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { findFramePicture } from '../frame-store.ts';
import { findAttemptRow } from '../store.ts';

/** Opens one frame for someone who may look; that they looked is recorded before they see it. */
export async function viewFrame(
  context: Context,
  command: { readonly attemptId: string; readonly index: number; readonly staff: StaffActor },
): Promise<Result<{ bytes: Uint8Array }, Refusal<'request.not_found'>>> {
  return transaction(context, async (tx) => {
    const attempt = await findAttemptRow(tx.db, command.attemptId);
    const sealed = await findFramePicture(tx.db, command);
    if (attempt === undefined || sealed === undefined) return refuse({ code: 'request.not_found' });
    recordAudit(tx, {
      actor: { kind: 'staff', id: command.staff.id },
      action: 'frame.viewed',
      subject: { kind: 'attempt', id: attempt.id },
      facts: { personId: attempt.personId, index: command.index },
    });
    const place = { table: 'attempt_frame', row: `${attempt.id}/${command.index}`, field: 'picture' };
    return ok({ bytes: tx.vault.open(place, sealed) });
  });
}
