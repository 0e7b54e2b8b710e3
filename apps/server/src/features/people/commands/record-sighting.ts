import type { Refusal } from '@anzai/contract';
import { ok, parseDocumentNumber, refuse, type DocumentKind, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { findByDocument, lockPersonForStaff } from '../queries.ts';
import { insertSighting } from '../sighting-store.ts';

export type RecordSighting = {
  readonly id: string;
  readonly personId: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly staff: StaffActor;
};

type Refused = Refusal<
  'person.not_found' | 'person.other_outlet' | 'sighting.document_differs' | 'identity.document_invalid'
>;

/** The clerk typed the number from the original; it must be a present document of this person. */
export async function recordSighting(
  context: Context,
  command: RecordSighting,
): Promise<Result<{ ok: true }, Refused>> {
  const parsed = parseDocumentNumber(command.documentKind, command.documentNumber);
  if (!parsed.ok) return refuse({ code: 'identity.document_invalid', facts: { reason: parsed.refusal } });
  return transaction(context, async (tx) => {
    const person = await lockPersonForStaff(tx, command);
    if (!person.ok) return person;
    const found = (await findByDocument(tx, [parsed.value])).find(
      (each) => each.personId === command.personId && each.current,
    );
    if (found === undefined) return refuse({ code: 'sighting.document_differs' });
    await insertSighting(tx.db, {
      id: command.id,
      personId: command.personId,
      documentId: found.documentId,
      documentKind: command.documentKind,
      staffId: command.staff.id,
      outletId: command.staff.outletId,
      createdOn: tx.clock.today(),
      createdAt: tx.clock.now(),
    });
    recordAudit(tx, {
      actor: { kind: 'staff', id: command.staff.id },
      action: 'document.seen',
      subject: { kind: 'person', id: command.personId },
      facts: { sightingId: command.id, documentKind: command.documentKind },
    });
    return ok({ ok: true as const });
  });
}
