import type { Refusal, StartAttempt } from '@anzai/contract';
import { isCertifyingOpen, ok, refuse, type Policy, type Result } from '@anzai/domain';
import type { z } from 'zod';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import { findLink, type AccountLink } from '../../account-link/index.ts';
import { getPolicy } from '../../agency/index.ts';
import { findOpenCase } from '../../case/index.ts';
import { getStanding } from '../../certification/index.ts';
import { requireConsent } from '../../consent-record/index.ts';
import { findCurrentEnrolment } from '../../enrolment/index.ts';
import { lockPerson, type Person } from '../../people/index.ts';
import type { AttemptRow } from '../store.ts';
import { countTries } from '../tries.ts';
import { countAttemptsOfAccount, countOtherPeopleOfDevice } from '../tries-store.ts';
import { beginAttempt, findOwnAttempt } from './begin-attempt.ts';

export type StartRemoteAttempt = {
  readonly personId: string;
  readonly accountId: string;
  readonly start: z.output<typeof StartAttempt>;
};

type Refused = Refusal<
  | 'request.not_found'
  | 'identity.not_linked'
  | 'template.missing'
  | 'consent.missing'
  | 'consent.version_old'
  | 'attempt.limit_reached'
  | 'attempt.not_due'
  | 'helper.limit_reached'
>;

/** While a reviewer looks there is nothing to try; after the last try the other ways are open, and tomorrow again this one. */
async function checkTries(tx: Tx, wanted: { personId: string; policy: Policy }): Promise<Refused | undefined> {
  const review = await findOpenCase(tx.db, { personId: wanted.personId, kind: 'attempt-review' });
  if (review !== undefined) {
    return { code: 'attempt.limit_reached', facts: { caseNumber: review.number, againOn: null } };
  }
  const tries = await countTries(tx, { ...wanted, purpose: 'certification', atCounter: false });
  if (tries.used < tries.max) return undefined;
  const waiting = await findOpenCase(tx.db, { personId: wanted.personId, kind: 'way-chosen' });
  return {
    code: 'attempt.limit_reached',
    facts: { caseNumber: waiting?.number ?? null, againOn: tries.againOn },
  };
}

async function checkHelper(
  tx: Tx,
  wanted: { readonly link: AccountLink; readonly policy: Policy; readonly deviceId: string },
): Promise<Refused | undefined> {
  const { link, policy, deviceId } = wanted;
  if (link.acting !== 'helper') return undefined;
  const on = tx.clock.today();
  const begun = await countAttemptsOfAccount(tx.db, { accountId: link.accountId, on });
  if (begun >= policy.helper.attemptsPerDayMax) return { code: 'helper.limit_reached' };
  const others = await countOtherPeopleOfDevice(tx.db, { deviceId, personId: link.personId, on });
  return others >= policy.helper.peoplePerDeviceMax ? { code: 'helper.limit_reached' } : undefined;
}

async function checkDue(tx: Tx, person: Person): Promise<Refused | undefined> {
  const standing = await getStanding(tx, person);
  const isOpen = person.life === 'alive' && isCertifyingOpen(standing, tx.clock.today());
  return isOpen ? undefined : { code: 'attempt.not_due' };
}

/** Begins an attempt at home. The checks run from what the person can mend least to what passes by itself. */
export async function startRemoteAttempt(
  context: Context,
  command: StartRemoteAttempt,
): Promise<Result<AttemptRow, Refused>> {
  return transaction(context, async (tx) => {
    const { personId, accountId, start } = command;
    const person = await lockPerson(tx, personId);
    const own = await findOwnAttempt(tx, {
      id: start.id,
      personId,
      purpose: 'certification',
      accountId,
      staffId: null,
    });
    if (!own.ok) return own;
    if (own.value !== undefined) return ok(own.value);
    const link = await findLink(tx.db, { accountId, personId });
    if (link === undefined) return refuse({ code: 'identity.not_linked' });
    const enrolment = await findCurrentEnrolment(tx.db, personId);
    if (enrolment === undefined) return refuse({ code: 'template.missing' });
    const policy = await getPolicy(tx);
    const consent = await requireConsent(tx, { personId, policy });
    if (!consent.ok) return consent;
    const refused =
      (await checkDue(tx, person)) ??
      (await checkTries(tx, { personId, policy })) ??
      (await checkHelper(tx, { link, policy, deviceId: start.device.deviceId }));
    if (refused !== undefined) return refuse(refused);
    const row = await beginAttempt(tx, {
      personId,
      purpose: 'certification',
      acting: link.acting,
      accountId,
      staffId: null,
      outletId: null,
      helperName: link.helperName,
      consentId: consent.value.id,
      sightingId: null,
      referenceEnrolmentId: enrolment.id,
      policy,
      start,
    });
    return ok(row);
  });
}
