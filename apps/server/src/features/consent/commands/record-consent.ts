import type { Refusal } from '@anzai/contract';
import { ok, refuse, type Locale, type Result } from '@anzai/domain';
import { renderMessage } from '@anzai/i18n/messages';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import { enqueueMessage } from '../../../platform/outbox/enqueue-message.ts';
import { getAgencyRow, getPolicy } from '../../agency/index.ts';
import { destroyFramesOfPerson } from '../../attempt/index.ts';
import { insertConsent, listConsents } from '../../consent-record/index.ts';
import { destroyEnrolments } from '../../enrolment/index.ts';
import { lockPerson, openPhone, type Person } from '../../people/index.ts';

export type RecordConsent = {
  readonly id: string;
  readonly personId: string;
  readonly decision: 'given' | 'refused' | 'withdrawn';
  readonly textVersion: string;
  readonly locale: Locale;
  /** Exactly one of them decides or reads out. */
  readonly actor: { readonly kind: 'account' | 'staff'; readonly id: string };
};

/** Template, pictures and fingerprints go at once; the consents, the attempts' outcomes and certificates remain. */
async function destroyFace(tx: Tx, command: RecordConsent, person: Person): Promise<void> {
  const at = tx.clock.now();
  const enrolments = await destroyEnrolments(tx.db, { personId: person.id, endedAt: at });
  await destroyFramesOfPerson(tx.db, { personId: person.id, at });
  recordAudit(tx, {
    actor: command.actor,
    action: 'face.destroyed',
    subject: { kind: 'person', id: person.id },
    facts: { enrolments: enrolments.length },
  });
  const to = openPhone(tx, person);
  if (to === undefined) return;
  const agency = await getAgencyRow(tx);
  const facts = { name: person.name, phone: agency.phone, agency: agency.name[command.locale] };
  const text = renderMessage({ kind: 'consent-withdrawn', facts }, command.locale);
  await enqueueMessage(tx, { kind: 'consent-withdrawn', to, text });
}

/** The same decision again is done; another one under its id was not recorded, and must not be taken for done. */
async function repeat(
  tx: Tx,
  { id, personId, decision }: RecordConsent,
): Promise<Result<{ ok: true }, Refusal<'request.idempotency_key_reused'>>> {
  const same = (await listConsents(tx.db, personId)).some((each) => each.id === id && each.decision === decision);
  return same ? ok({ ok: true as const }) : refuse({ code: 'request.idempotency_key_reused' });
}

/** Consent is given to the text in force; refusing and withdrawing ask for none. */
export async function recordConsent(
  context: Context,
  command: RecordConsent,
): Promise<Result<{ ok: true }, Refusal<'consent.version_old' | 'request.idempotency_key_reused'>>> {
  return transaction(context, async (tx) => {
    const person = await lockPerson(tx, command.personId);
    const currentVersion = (await getPolicy(tx)).consent.version;
    if (command.decision === 'given' && command.textVersion !== currentVersion) {
      return refuse({ code: 'consent.version_old', facts: { currentVersion } });
    }
    const { actor, ...row } = command;
    const isNew = await insertConsent(tx.db, {
      ...row,
      accountId: actor.kind === 'account' ? actor.id : null,
      staffId: actor.kind === 'staff' ? actor.id : null,
      createdAt: tx.clock.now(),
    });
    if (!isNew) return repeat(tx, command);
    recordAudit(tx, {
      actor,
      action: `consent.${command.decision}`,
      subject: { kind: 'person', id: person.id },
      facts: { consentId: command.id, textVersion: command.textVersion },
    });
    if (command.decision === 'withdrawn') await destroyFace(tx, command, person);
    return ok({ ok: true as const });
  });
}
