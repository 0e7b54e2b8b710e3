import type { CaseSummary, Refusal } from '@anzai/contract';
import { ok, refuse, type Result, type Way } from '@anzai/domain';
import { renderMessage } from '@anzai/i18n/messages';
import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import { enqueueMessage } from '../../../platform/outbox/enqueue-message.ts';
import { getAgencyRow, getPolicy } from '../../agency/index.ts';
import { findCaseRow, findOpenCase, openCase, toCaseSummary, updateCase, type CaseRow } from '../../case/index.ts';
import { findLastConsent } from '../../consent-record/index.ts';
import { lockPerson, openPhone, type Person } from '../../people/index.ts';
import { listOpenWays, listOutletsOfWay } from '../list-ways.ts';

export type ChooseWay = {
  readonly personId: string;
  readonly accountId: string;
  readonly way: Way;
  readonly outletId: string | undefined;
  readonly caseId: string | undefined;
};

type Refused = Refusal<'case.way_closed' | 'case.closed'>;

async function tellPerson(tx: Tx, person: Person, row: CaseRow): Promise<void> {
  const to = openPhone(tx, person);
  if (to === undefined) return;
  const locale = (await findLastConsent(tx.db, person.id))?.locale ?? 'zh-CN';
  const agency = await getAgencyRow(tx);
  const facts = { name: person.name, caseNumber: row.number, phone: agency.phone, agency: agency.name[locale] };
  await enqueueMessage(tx, { kind: 'way-chosen', to, text: renderMessage({ kind: 'way-chosen', facts }, locale) });
}

async function isOpenTo(tx: Tx, command: ChooseWay, person: Person): Promise<boolean> {
  const open = await listOpenWays(tx, person, await getPolicy(tx));
  if (command.way === 'remote-face' || !open.some((each) => each.way === command.way)) return false;
  if (command.outletId === undefined) return true;
  const outlets = await listOutletsOfWay(tx, { way: command.way, person });
  return outlets.some((outlet) => outlet.id === command.outletId);
}

/** The case named must be one of this person that still waits. A review under way goes on beside the way chosen. */
async function isCaseOpen(tx: Tx, command: ChooseWay): Promise<boolean> {
  if (command.caseId === undefined) return true;
  const named = await findCaseRow(tx.db, command.caseId);
  return named !== undefined && named.personId === command.personId && named.state !== 'closed';
}

/** Chooses another way: the case that waits gets it, or a new one is opened; what was captured stays with it. */
export async function chooseWay(
  context: Context,
  command: ChooseWay,
): Promise<Result<z.infer<typeof CaseSummary>, Refused>> {
  return transaction(context, async (tx) => {
    const person = await lockPerson(tx, command.personId);
    if (!(await isOpenTo(tx, command, person))) return refuse({ code: 'case.way_closed' });
    if (!(await isCaseOpen(tx, command))) return refuse({ code: 'case.closed' });
    const { way, personId } = command;
    const outletId = command.outletId ?? null;
    const present = await findOpenCase(tx.db, { personId, kind: 'way-chosen' });
    if (present?.way === way && present.outletId === outletId) return ok(toCaseSummary(present, person.name));
    const policy = await getPolicy(tx);
    const opened =
      present ?? (await openCase(tx, { kind: 'way-chosen', personId, policy, reasons: [], attemptIds: [] }));
    await updateCase(tx.db, { id: opened.id, way, outletId });
    recordAudit(tx, {
      actor: { kind: 'account', id: command.accountId },
      action: 'way.chosen',
      subject: { kind: 'case', id: opened.id },
      facts: { personId, way, outletId },
    });
    const row: CaseRow = { ...opened, way, outletId };
    await tellPerson(tx, person, row);
    return ok(toCaseSummary(row, person.name));
  });
}
