import type { CaseSummary, Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { findCaseRow, insertDecision, lockCaseRow, toCaseSummary, updateCase } from '../../case/index.ts';
import { isInScopeOf, lockPerson } from '../../people/index.ts';

export type CloseWayCase = { readonly caseId: string; readonly note: string; readonly staff: StaffActor };

/** A clerk books what became of a chosen way. Other kinds are the reviewers'. */
export async function closeWayCase(
  context: Context,
  command: CloseWayCase,
): Promise<Result<z.infer<typeof CaseSummary>, Refusal<'request.not_found' | 'case.closed'>>> {
  return transaction(context, async (tx) => {
    const known = await findCaseRow(tx.db, command.caseId);
    if (known === undefined || known.kind !== 'way-chosen') return refuse({ code: 'request.not_found' });
    const person = await lockPerson(tx, known.personId);
    const chosen = command.staff.outletId !== null && known.outletId === command.staff.outletId;
    if (!chosen && !isInScopeOf(command.staff, person)) return refuse({ code: 'request.not_found' });
    const row = await lockCaseRow(tx.db, known.id);
    if (row === undefined || row.state === 'closed') return refuse({ code: 'case.closed' });
    const id = tx.ids.uuid();
    const now = tx.clock.now();
    await insertDecision(tx.db, {
      id,
      caseId: row.id,
      staffId: command.staff.id,
      decision: 'done',
      reasonSealed: tx.vault.sealText({ table: 'case_decision', row: id, field: 'reason' }, command.note),
      createdAt: now,
    });
    await updateCase(tx.db, { id: row.id, state: 'closed', closedAt: now });
    recordAudit(tx, {
      actor: { kind: 'staff', id: command.staff.id },
      action: 'case.closed',
      subject: { kind: 'case', id: row.id },
      facts: { personId: row.personId, because: 'done' },
    });
    return ok(toCaseSummary({ ...row, state: 'closed', closedAt: now }, person.name));
  });
}
