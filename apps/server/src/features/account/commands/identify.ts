import type { Refusal } from '@anzai/contract';
import { isSameName, ok, parseDocumentNumber, refuse, type DocumentKind, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import {
  findLockoutSeconds,
  queueFailures,
  recordFailure,
  type LockoutPolicy,
} from '../../../platform/limits/lockout.ts';
import type { AccountActor } from '../../../platform/session/actor.ts';
import { findLink, findSelfLink, insertLink, listLinks, type AccountLink } from '../../account-link/index.ts';
import { getAgencyRow, getPolicy } from '../../agency/index.ts';
import { findByDocument, getPersonRow, listMaskedDocuments, type Person } from '../../people/index.ts';

export type Identify = {
  readonly actor: AccountActor;
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly acting: 'self' | 'helper';
  readonly helper: { readonly name: string; readonly relation: NonNullable<AccountLink['helperRelation']> } | undefined;
};

export type LinkedPrincipal = {
  readonly personId: string;
  readonly name: string;
  readonly documentMasked: string;
  readonly acting: 'self' | 'helper';
};

type Refused = Refusal<
  | 'identity.document_invalid'
  | 'identity.document_unknown'
  | 'identity.name_differs'
  | 'identity.already_linked'
  | 'helper.limit_reached'
  | 'helper.details_missing'
  | 'person.deceased'
  | 'request.rate_limited'
>;

/** Somebody who guesses at other people's names and numbers waits longer each time. */
const guessPolicy: LockoutPolicy = { freeFailures: 5, firstWaitSeconds: 60, longestWaitSeconds: 86_400 };

/** The person on the roster, or which of the two fields differs and whom to call. */
async function findOnRoster(tx: Tx, command: Identify): Promise<Result<Person, Refused>> {
  const parsed = parseDocumentNumber(command.documentKind, command.documentNumber);
  if (!parsed.ok) return refuse({ code: 'identity.document_invalid', facts: { reason: parsed.refusal } });
  const { phone: counterPhone } = await getAgencyRow(tx);
  const found = (await findByDocument(tx, [parsed.value])).find((each) => each.current);
  if (found === undefined) {
    return refuse({ code: 'identity.document_unknown', facts: { field: 'document', counterPhone } });
  }
  const person = await getPersonRow(tx, found.personId);
  if (!isSameName(person.name, command.name)) {
    return refuse({ code: 'identity.name_differs', facts: { field: 'name', counterPhone } });
  }
  return person.life === 'deceased' ? refuse({ code: 'person.deceased' }) : ok(person);
}

/** A helper is recorded with their name and what they are to the person, and for how many they may be. */
async function checkLink(tx: Tx, command: Identify, person: Person): Promise<Refused | undefined> {
  if (command.acting === 'self') {
    const self = await findSelfLink(tx.db, command.actor.id);
    return self === undefined || self.personId === person.id ? undefined : { code: 'identity.already_linked' };
  }
  const helped = (await listLinks(tx.db, command.actor.id)).filter((link) => link.acting === 'helper');
  const policy = await getPolicy(tx);
  return helped.length < policy.helper.peopleMax ? undefined : { code: 'helper.limit_reached' };
}

async function link(tx: Tx, command: Identify, person: Person): Promise<AccountLink> {
  const row: AccountLink = {
    id: tx.ids.uuid(),
    accountId: command.actor.id,
    personId: person.id,
    acting: command.acting,
    helperName: command.acting === 'helper' ? (command.helper?.name.trim() ?? null) : null,
    helperRelation: command.acting === 'helper' ? (command.helper?.relation ?? null) : null,
    deviceId: command.actor.deviceId,
    createdAt: tx.clock.now(),
  };
  await insertLink(tx.db, row);
  recordAudit(tx, {
    actor: { kind: 'account', id: command.actor.id },
    action: 'account.linked',
    subject: { kind: 'person', id: person.id },
    facts: { acting: row.acting, relation: row.helperRelation },
  });
  return row;
}

async function toPrincipal(tx: Tx, person: Person, acting: AccountLink['acting']): Promise<LinkedPrincipal> {
  const masked = (await listMaskedDocuments(tx, [person.id])).get(person.id) ?? '';
  return { personId: person.id, name: person.name, documentMasked: masked, acting };
}

async function identifyOnce(tx: Tx, command: Identify): Promise<Result<LinkedPrincipal, Refused>> {
  const found = await findOnRoster(tx, command);
  if (!found.ok) return found;
  const person = found.value;
  const present = await findLink(tx.db, { accountId: command.actor.id, personId: person.id });
  if (present !== undefined) return ok(await toPrincipal(tx, person, present.acting));
  const refused = await checkLink(tx, command, person);
  if (refused !== undefined) return refuse(refused);
  const made = await link(tx, command, person);
  return ok(await toPrincipal(tx, person, made.acting));
}

const guesses: readonly Refused['code'][] = ['identity.document_unknown', 'identity.name_differs'];

/** The real-name check: links the account to a person on the roster, as oneself or as a named helper. */
export async function identify(context: Context, command: Identify): Promise<Result<LinkedPrincipal, Refused>> {
  return transaction(context, async (tx) => {
    if (command.acting === 'helper' && (command.helper?.name.trim() ?? '') === '') {
      return refuse({ code: 'helper.details_missing' });
    }
    const subject = `identify:${command.actor.id}`;
    await queueFailures(tx, subject);
    const retryAfterSeconds = await findLockoutSeconds(tx, subject);
    if (retryAfterSeconds > 0) return refuse({ code: 'request.rate_limited', facts: { retryAfterSeconds } });
    const result = await identifyOnce(tx, command);
    // A right answer clears nothing: whoever knows one person's particulars could guess at others' for ever between them.
    if (!result.ok && guesses.includes(result.refusal.code)) await recordFailure(tx, subject, guessPolicy);
    return result;
  });
}
