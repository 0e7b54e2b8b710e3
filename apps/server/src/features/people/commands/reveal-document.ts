import type { Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { findPersonForStaff } from '../queries.ts';
import { findSealedNumber } from '../store.ts';

/** Shows a whole number. That somebody looked is recorded in the same transaction. */
export async function revealDocument(
  context: Context,
  command: { readonly personId: string; readonly documentId: string; readonly staff: StaffActor },
): Promise<Result<{ number: string }, Refusal<'person.not_found' | 'person.other_outlet'>>> {
  return transaction(context, async (tx) => {
    const person = await findPersonForStaff(tx, command);
    if (!person.ok) return person;
    const sealed = await findSealedNumber(tx.db, command);
    if (sealed === undefined) return refuse({ code: 'person.not_found' });
    recordAudit(tx, {
      actor: { kind: 'staff', id: command.staff.id },
      action: 'document.revealed',
      subject: { kind: 'person', id: command.personId },
      facts: { documentId: command.documentId },
    });
    const number = tx.vault.openText({ table: 'person_document', row: command.documentId, field: 'number' }, sealed);
    return ok({ number });
  });
}
