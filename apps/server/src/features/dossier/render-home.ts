import type { Home } from '@anzai/contract';
import type { Context } from '../../platform/deps.ts';
import { getPolicy } from '../agency/index.ts';
import { countTriesLeft, findOpenAttempt } from '../attempt/index.ts';
import { listCasesOfPerson, toCaseSummary } from '../case/index.ts';
import { getStanding, listCertificates } from '../certification/index.ts';
import { findLastConsent, toConsentState } from '../consent-record/index.ts';
import { listTemplateStates } from '../enrolment/index.ts';
import { getPersonRow, listMaskedDocuments } from '../people/index.ts';
import { listTimeline } from './timeline.ts';

/** Everything the home screen says. Alarms and likenesses are not the person's to read. */
export async function renderHome(
  context: Context,
  wanted: { readonly personId: string; readonly acting: 'self' | 'helper'; readonly accountId: string },
): Promise<Home> {
  const { personId } = wanted;
  const person = await getPersonRow(context, personId);
  const policy = await getPolicy(context);
  const cases = await listCasesOfPerson(context.db, personId);
  const waiting = cases.filter((row) => row.state !== 'closed');
  const shown =
    waiting.find((row) => row.kind === 'attempt-review') ?? waiting.find((row) => row.kind === 'way-chosen');
  const attempt = await findOpenAttempt(context.db, personId);
  const isOwn = attempt?.accountId === wanted.accountId && attempt.expiresAt > context.clock.now();
  return {
    principal: {
      personId,
      name: person.name,
      documentMasked: (await listMaskedDocuments(context, [personId])).get(personId) ?? '',
      acting: wanted.acting,
    },
    standing: await getStanding(context, person),
    template: (await listTemplateStates(context.db, [personId])).get(personId) ?? 'none',
    consent: toConsentState(await findLastConsent(context.db, personId), policy),
    triesLeft: await countTriesLeft(context, { personId, policy }),
    openCase: shown === undefined ? null : toCaseSummary(shown, person.name),
    openAttemptId: isOwn ? (attempt?.id ?? null) : null,
    certificates: await listCertificates(context, personId),
    timeline: await listTimeline(context, { personId, isFull: false }),
  };
}
