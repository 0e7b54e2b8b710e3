import { formatDay } from '@anzai/i18n';
import { renderMessage } from '@anzai/i18n/messages';
import type { Tx } from '../../platform/deps.ts';
import { enqueueMessage } from '../../platform/outbox/enqueue-message.ts';
import { getAgencyRow } from '../agency/index.ts';
import type { CaseRow } from '../case/index.ts';
import { findLastConsent } from '../consent-record/index.ts';
import { openPhone, type Person } from '../people/index.ts';

/** Tells the person that somebody is looking, until when, and that payment goes on. */
export async function tellOfReview(tx: Tx, person: Person, opened: CaseRow): Promise<void> {
  const to = openPhone(tx, person);
  if (to === undefined) return;
  const locale = (await findLastConsent(tx.db, person.id))?.locale ?? 'zh-CN';
  const agency = await getAgencyRow(tx);
  const facts = {
    name: person.name,
    caseNumber: opened.number,
    decideBy: formatDay(locale, opened.decideBy),
    agency: agency.name[locale],
  };
  await enqueueMessage(tx, { kind: 'in-review', to, text: renderMessage({ kind: 'in-review', facts }, locale) });
}
