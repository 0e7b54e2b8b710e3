import { randomInt } from 'node:crypto';
import { addWorkingDays, CASE_SERIALS, toCaseNumber, type Policy, type Way } from '@anzai/domain';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Tx } from '../../platform/deps.ts';
import { insertCaseAttempts, insertCaseOthers } from './parts-store.ts';
import { findOpenCase, insertCase, isCaseNumberTaken, updateCase, type CaseKind, type CaseRow } from './store.ts';

const numberTriesMax = 50;

/** Numbers are drawn, not counted, so that nobody learns from one how many there are. */
async function drawNumber(tx: Tx): Promise<string> {
  for (let tries = 0; tries < numberTriesMax; tries += 1) {
    const number = toCaseNumber(randomInt(CASE_SERIALS));
    if (!(await isCaseNumberTaken(tx.db, number))) return number;
  }
  throw new Error('No free case number was found');
}

export type OpenCase = {
  readonly kind: CaseKind;
  readonly personId: string;
  readonly policy: Policy;
  readonly reasons: readonly string[];
  readonly attemptIds: readonly string[];
  readonly enrolmentId?: string;
  readonly way?: Way;
  readonly outletId?: string;
  readonly others?: readonly { readonly personId: string; readonly enrolmentId: string; readonly score: number }[];
};

async function createCase(tx: Tx, command: OpenCase): Promise<CaseRow> {
  const row: CaseRow = {
    id: tx.ids.uuid(),
    number: await drawNumber(tx),
    kind: command.kind,
    state: 'open',
    personId: command.personId,
    enrolmentId: command.enrolmentId ?? null,
    way: command.way ?? null,
    outletId: command.outletId ?? null,
    reasons: command.reasons,
    decision: null,
    openedAt: tx.clock.now(),
    decideBy: addWorkingDays(tx.clock.today(), command.policy.face.reviewDays),
    closedAt: null,
  };
  await insertCase(tx.db, row);
  recordAudit(tx, {
    actor: { kind: 'system', id: null },
    action: 'case.opened',
    subject: { kind: 'case', id: row.id },
    facts: { personId: row.personId, kind: row.kind, number: row.number },
  });
  return row;
}

/** One case of a kind is open per person: what comes later joins it. The caller holds the person's lock. */
export async function openCase(tx: Tx, command: OpenCase): Promise<CaseRow> {
  const present = await findOpenCase(tx.db, command);
  let row = present ?? (await createCase(tx, command));
  if (present !== undefined) {
    const reasons = [...new Set([...present.reasons, ...command.reasons])];
    await updateCase(tx.db, { id: present.id, reasons });
    row = { ...present, reasons };
  }
  await insertCaseAttempts(tx.db, row.id, command.attemptIds);
  const others = (command.others ?? []).map((other) => ({
    caseId: row.id,
    personId: other.personId,
    enrolmentId: other.enrolmentId,
    scoreSealed: tx.vault.sealText(
      { table: 'case_other', row: `${row.id}/${other.enrolmentId}`, field: 'score' },
      String(other.score),
    ),
  }));
  await insertCaseOthers(tx.db, others);
  return row;
}

/** Whoever was certified by any way needs neither review nor another way. Alarms stay. */
export async function closeCasesOfCertified(tx: Tx, personId: string): Promise<void> {
  for (const kind of ['attempt-review', 'way-chosen'] as const) {
    const open = await findOpenCase(tx.db, { personId, kind });
    if (open === undefined) continue;
    await updateCase(tx.db, { id: open.id, state: 'closed', closedAt: tx.clock.now() });
    recordAudit(tx, {
      actor: { kind: 'system', id: null },
      action: 'case.closed',
      subject: { kind: 'case', id: open.id },
      facts: { personId, because: 'certified' },
    });
  }
}
