import type { Refusal, StartAttempt } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import type { z } from 'zod';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { getPolicy } from '../../agency/index.ts';
import { requireConsent } from '../../consent-record/index.ts';
import { findCurrentEnrolment } from '../../enrolment/index.ts';
import { findSightingRow, lockPersonForStaff } from '../../people/index.ts';
import type { AttemptRow } from '../store.ts';
import { beginAttempt, findOwnAttempt } from './begin-attempt.ts';

export type StartCounterAttempt = {
  readonly personId: string;
  readonly staff: StaffActor;
  readonly start: z.output<typeof StartAttempt>;
};

type Basis = { readonly sightingId: string | null; readonly referenceEnrolmentId: string | null };
type Common = Refusal<
  'request.not_found' | 'person.not_found' | 'person.other_outlet' | 'person.deceased' | 'consent.missing'
>;
type Purpose<R> = {
  readonly purpose: 'certification' | 'enrolment';
  readonly findBasis: (tx: Tx, command: StartCounterAttempt) => Promise<Result<Basis, R>>;
};

async function startAtCounter<R>(
  context: Context,
  command: StartCounterAttempt,
  { purpose, findBasis }: Purpose<R>,
): Promise<Result<AttemptRow, Common | R>> {
  return transaction<Result<AttemptRow, Common | R>>(context, async (tx) => {
    const { personId, staff, start } = command;
    const person = await lockPersonForStaff(tx, command);
    if (!person.ok) return person;
    const own = await findOwnAttempt(tx, { id: start.id, personId, purpose, accountId: null, staffId: staff.id });
    if (!own.ok) return own;
    if (own.value !== undefined) return ok(own.value);
    if (person.value.life === 'deceased') return refuse({ code: 'person.deceased' });
    const basis = await findBasis(tx, command);
    if (!basis.ok) return basis;
    const policy = await getPolicy(tx);
    const consent = await requireConsent(tx, { personId, policy });
    // An old consent counts as none here: the clerk reads the new text out.
    if (!consent.ok) return refuse({ code: 'consent.missing' });
    const row = await beginAttempt(tx, {
      personId,
      purpose,
      acting: 'counter',
      accountId: null,
      staffId: staff.id,
      outletId: staff.outletId,
      helperName: null,
      consentId: consent.value.id,
      ...basis.value,
      policy,
      start,
    });
    return ok(row);
  });
}

/** Begins to record a face. The original must have been seen at this counter today. */
export async function startEnrolment(
  context: Context,
  command: StartCounterAttempt,
): Promise<Result<AttemptRow, Common | Refusal<'sighting.missing'>>> {
  return startAtCounter(context, command, {
    purpose: 'enrolment',
    findBasis: async (tx, { personId, staff }) => {
      const wanted = { personId, outletId: staff.outletId, on: tx.clock.today() };
      const sighting = await findSightingRow(tx.db, wanted);
      if (sighting === undefined) return refuse({ code: 'sighting.missing' });
      return ok({ sightingId: sighting.id, referenceEnrolmentId: null });
    },
  });
}

/** Begins to certify an enrolled person at the outlet's camera; the clerk stands in the record. */
export async function startAssistedAttempt(
  context: Context,
  command: StartCounterAttempt,
): Promise<Result<AttemptRow, Common | Refusal<'template.missing'>>> {
  return startAtCounter(context, command, {
    purpose: 'certification',
    findBasis: async (tx, { personId }) => {
      const enrolment = await findCurrentEnrolment(tx.db, personId);
      if (enrolment === undefined) return refuse({ code: 'template.missing' });
      return ok({ sightingId: null, referenceEnrolmentId: enrolment.id });
    },
  });
}
