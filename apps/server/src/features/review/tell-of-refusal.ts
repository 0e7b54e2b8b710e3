import { renderMessage } from '@anzai/i18n/messages';
import type { Tx } from '../../platform/deps.ts';
import { enqueueMessage } from '../../platform/outbox/enqueue-message.ts';
import { getAgencyRow } from '../agency/index.ts';
import type { CaseRow } from '../case/index.ts';
import { findLastConsent } from '../consent-record/index.ts';
import { getPersonRow, openPhone } from '../people/index.ts';

/** Says what to do next, with the number to call. */
export async function tellOfRefusal(tx: Tx, row: CaseRow): Promise<void> {
  const person = await getPersonRow(tx, row.personId);
  const to = openPhone(tx, person);
  if (to === undefined) return;
  const locale = (await findLastConsent(tx.db, person.id))?.locale ?? 'zh-CN';
  const agency = await getAgencyRow(tx);
  const facts = { name: person.name, caseNumber: row.number, phone: agency.phone, agency: agency.name[locale] };
  await enqueueMessage(tx, {
    kind: 'review-refused',
    to,
    text: renderMessage({ kind: 'review-refused', facts }, locale),
  });
}
