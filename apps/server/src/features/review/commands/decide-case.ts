import type { CaseSummary, Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { getPolicy } from '../../agency/index.ts';
import { listAttemptRowsById } from '../../attempt/index.ts';
import {
  findCaseRow,
  insertDecision,
  listCaseAttemptIds,
  listDecisions,
  lockCaseRow,
  openCase,
  toCaseSummary,
  updateCase,
  type CaseDecisionKind,
  type CaseRow,
} from '../../case/index.ts';
import { certifyPerson } from '../../certification/index.ts';
import { findLastConsent } from '../../consent-record/index.ts';
import { lockPerson, type Person } from '../../people/index.ts';
import { tellOfRefusal } from '../tell-of-refusal.ts';

export type DecideCase = {
  readonly id: string;
  readonly caseId: string;
  readonly decision: CaseDecisionKind;
  readonly reason: string;
  readonly staff: StaffActor;
};

type Summary = z.infer<typeof CaseSummary>;
type Refused = Refusal<'request.not_found' | 'case.closed' | 'case.second_person_needed' | 'person.deceased'>;

/** What each kind of case may end in. A chosen way ends at the counter, by `closeWayCase`. */
const decisionsByKind: Readonly<Record<CaseRow['kind'], readonly CaseDecisionKind[]>> = {
  'attempt-review': ['accepted', 'refused', 'sent-to-counter'],
  'duplicate-face': ['no-concern', 'same-person', 'sent-to-counter'],
  'attack-alarm': ['no-concern', 'sent-to-counter', 'refused'],
  'way-chosen': ['sent-to-counter'],
};

/** A refusal is never one person's word: the first leaves the case waiting for somebody else. */
async function isSecondNeeded(tx: Tx, row: CaseRow, command: DecideCase): Promise<'no' | 'waits' | 'same-person'> {
  if (command.decision !== 'refused') return 'no';
  const earlier = (await listDecisions(tx.db, [row.id])).filter((each) => each.decision === 'refused');
  if (earlier.length === 0) return 'waits';
  return earlier.some((each) => each.staffId !== command.staff.id) ? 'no' : 'same-person';
}

async function keepDecision(tx: Tx, row: CaseRow, command: DecideCase): Promise<void> {
  const place = { table: 'case_decision', row: command.id, field: 'reason' };
  await insertDecision(tx.db, {
    id: command.id,
    caseId: row.id,
    staffId: command.staff.id,
    decision: command.decision,
    reasonSealed: tx.vault.sealText(place, command.reason),
    createdAt: tx.clock.now(),
  });
  recordAudit(tx, {
    actor: { kind: 'staff', id: command.staff.id },
    action: 'case.decided',
    subject: { kind: 'case', id: row.id },
    facts: { personId: row.personId, decision: command.decision, decisionId: command.id },
  });
}

async function accept(tx: Tx, row: CaseRow, input: { person: Person; staff: StaffActor }): Promise<void> {
  const attempts = await listAttemptRowsById(tx.db, await listCaseAttemptIds(tx.db, row.id));
  const last = attempts.findLast((attempt) => attempt.purpose === 'certification');
  const consent = await findLastConsent(tx.db, row.personId);
  await certifyPerson(tx, {
    person: input.person,
    policy: await getPolicy(tx),
    channel: 'review',
    evidence: { caseId: row.id, attemptId: last?.id ?? null, staffId: input.staff.id, outletId: input.staff.outletId },
    actor: { kind: 'staff', id: input.staff.id },
    locale: consent?.locale ?? 'zh-CN',
  });
}

/** Nobody is left with nothing: a case sent to the counter, or refused, becomes one that waits there. */
async function leadOn(tx: Tx, row: CaseRow, command: DecideCase): Promise<void> {
  if (row.kind !== 'attempt-review') return;
  await openCase(tx, {
    kind: 'way-chosen',
    personId: row.personId,
    policy: await getPolicy(tx),
    reasons: row.reasons,
    attemptIds: await listCaseAttemptIds(tx.db, row.id),
    way: 'counter',
  });
  if (command.decision === 'refused') await tellOfRefusal(tx, row);
}

async function close(tx: Tx, row: CaseRow, command: DecideCase): Promise<CaseRow> {
  const { decision } = command;
  const closedAt = tx.clock.now();
  await updateCase(tx.db, { id: row.id, state: 'closed', decision, closedAt });
  if (decision === 'refused' || decision === 'sent-to-counter') await leadOn(tx, row, command);
  return { ...row, state: 'closed', decision, closedAt };
}

/** A reviewer's decision with its reason. Accepting certifies; refusing takes two. */
export async function decideCase(context: Context, command: DecideCase): Promise<Result<Summary, Refused>> {
  return transaction(context, async (tx) => {
    const known = await findCaseRow(tx.db, command.caseId);
    if (known === undefined) return refuse({ code: 'request.not_found' });
    const person = await lockPerson(tx, known.personId);
    const row = await lockCaseRow(tx.db, command.caseId);
    if (row === undefined) return refuse({ code: 'request.not_found' });
    const present = (await listDecisions(tx.db, [row.id])).find((each) => each.id === command.id);
    if (present !== undefined) return ok(toCaseSummary(row, person.name));
    if (row.state === 'closed') return refuse({ code: 'case.closed' });
    if (!decisionsByKind[row.kind].includes(command.decision)) return refuse({ code: 'request.not_found' });
    if (command.decision === 'accepted' && person.life === 'deceased') return refuse({ code: 'person.deceased' });
    const second = await isSecondNeeded(tx, row, command);
    if (second === 'same-person') return refuse({ code: 'case.second_person_needed' });
    await keepDecision(tx, row, command);
    if (second === 'waits') {
      await updateCase(tx.db, { id: row.id, state: 'waiting-second' });
      return ok(toCaseSummary({ ...row, state: 'waiting-second' }, person.name));
    }
    const closed = await close(tx, row, command);
    if (command.decision === 'accepted') await accept(tx, row, { person, staff: command.staff });
    return ok(toCaseSummary(closed, person.name));
  });
}
