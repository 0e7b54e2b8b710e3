import type { Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { findEnrolmentRow } from '../store.ts';

/** Opens a reference picture for someone who may look; that they looked is recorded before they see it. */
export async function viewPicture(
  context: Context,
  command: { readonly enrolmentId: string; readonly staff: StaffActor },
): Promise<Result<{ bytes: Uint8Array }, Refusal<'request.not_found'>>> {
  return transaction(context, async (tx) => {
    const row = await findEnrolmentRow(tx.db, command.enrolmentId);
    if (row === undefined || row.pictureSealed === null) return refuse({ code: 'request.not_found' });
    recordAudit(tx, {
      actor: { kind: 'staff', id: command.staff.id },
      action: 'picture.viewed',
      subject: { kind: 'person', id: row.personId },
      facts: { enrolmentId: row.id },
    });
    return ok({ bytes: tx.vault.open({ table: 'enrolment', row: row.id, field: 'picture' }, row.pictureSealed) });
  });
}
