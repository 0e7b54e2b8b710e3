import { addDays, ageOn, startOfDay, type Policy } from '@anzai/domain';
import { certifyPerson } from '../features/certification/index.ts';
import { certifyByDocument } from '../features/certification/commands/certify-by-document.ts';
import { recordConsent } from '../features/consent/index.ts';
import { findDuplicates, recordEnrolment } from '../features/enrolment/index.ts';
import { lockPerson } from '../features/people/index.ts';
import { recordSighting } from '../features/people/commands/record-sighting.ts';
import { addMs } from '../platform/clock.ts';
import type { Tx } from '../platform/deps.ts';
import type { StaffActor } from '../platform/session/actor.ts';
import type { Portrait } from './cut-portraits.ts';
import type { PlannedPerson } from './planned-person.ts';
import { toWorkday } from './plan-days.ts';

/** Something that happened on an earlier day, done by the command that does it today. */
export type PastEvent = { readonly at: string; run(tx: Tx): Promise<void> };

export type Cast = {
  readonly policy: Policy;
  readonly today: string;
  readonly personId: (person: PlannedPerson) => string;
  /** The clerk of the person's counter. */
  readonly clerk: (person: PlannedPerson) => StaffActor;
  readonly portrait: (person: PlannedPerson) => Portrait | undefined;
};

const minuteMs = 60_000;
const openingMinutes = 9 * 60 + 5;
const homeVisitAge = 90;
const daysUntilWithdrawal = 20;

/** A minute of the morning, spread over people so that a day's list looks like a day. */
export function toInstant(cast: Pick<Cast, 'policy'>, day: string, serial: number): string {
  const minutes = openingMinutes + ((serial * 37) % 170);
  return addMs(startOfDay(day, cast.policy.timeZone), minutes * minuteMs);
}

type Done = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };

export function expectDone(result: Done): void {
  if (!result.ok) throw new Error(`The demonstration could not be made: ${result.refusal.code}`);
}

async function seeDocument(tx: Tx, cast: Cast, person: PlannedPerson): Promise<string> {
  const document = person.documents.find((each) => each.validUntil === null);
  if (document === undefined) throw new Error('A person without a document');
  const id = tx.ids.uuid();
  const seen = await recordSighting(tx, {
    id,
    personId: cast.personId(person),
    documentKind: document.kind,
    documentNumber: document.number,
    staff: cast.clerk(person),
  });
  expectDone(seen);
  return id;
}

async function certifyAtHome(tx: Tx, cast: Cast, person: PlannedPerson): Promise<void> {
  const clerk = cast.clerk(person);
  const sightingId = await seeDocument(tx, cast, person);
  await certifyPerson(tx, {
    person: await lockPerson(tx, cast.personId(person)),
    policy: cast.policy,
    channel: 'home-visit',
    evidence: { sightingId, staffId: clerk.id, outletId: clerk.outletId },
    actor: { kind: 'staff', id: clerk.id },
    locale: 'zh-CN',
  });
}

async function certifyAtCounter(tx: Tx, cast: Cast, person: PlannedPerson): Promise<void> {
  const sightingId = await seeDocument(tx, cast, person);
  const personId = cast.personId(person);
  expectDone(await certifyByDocument(tx, { personId, sightingId, staff: cast.clerk(person) }));
}

async function decideOnFace(
  tx: Tx,
  cast: Cast,
  decided: { readonly person: PlannedPerson; readonly decision: 'given' | 'refused' | 'withdrawn' },
): Promise<string> {
  const id = tx.ids.uuid();
  const consent = await recordConsent(tx, {
    id,
    personId: cast.personId(decided.person),
    decision: decided.decision,
    textVersion: cast.policy.consent.version,
    locale: 'zh-CN',
    actor: { kind: 'staff', id: cast.clerk(decided.person).id },
  });
  expectDone(consent);
  return id;
}

/**
 * Keeps a face with no capture behind it, which the product itself never does: a photograph stands in for the person who
 * was at the counter. The certification therefore rests on the original document alone.
 */
async function enrol(tx: Tx, cast: Cast, enrolled: { person: PlannedPerson; portrait: Portrait }): Promise<void> {
  const { person, portrait } = enrolled;
  const clerk = cast.clerk(person);
  const personId = cast.personId(person);
  const sightingId = await seeDocument(tx, cast, person);
  const consentId = await decideOnFace(tx, cast, { person, decision: 'given' });
  const { template, picture, quality } = portrait;
  const fmr = cast.policy.face.duplicateFmr;
  await recordEnrolment(tx, {
    personId,
    attemptId: null,
    consentId,
    sightingId,
    staffId: clerk.id,
    outletId: clerk.outletId,
    template,
    picture,
    quality,
    duplicates: await findDuplicates(tx, { personId, probe: template, fmr }),
    policy: cast.policy,
  });
  expectDone(await certifyByDocument(tx, { personId, sightingId, staff: clerk }));
}

function listCertifications(cast: Cast, person: PlannedPerson): readonly PastEvent[] {
  const portrait = cast.portrait(person);
  const last = person.certifiedOn.at(-1);
  return person.certifiedOn.map((day) => {
    const at = toInstant(cast, day, person.serial);
    if (portrait !== undefined && day === last) return { at, run: async (tx) => enrol(tx, cast, { person, portrait }) };
    const isAtHome = person.residence === 'local' && ageOn(person.birthOn, day) >= homeVisitAge;
    return { at, run: async (tx) => (isAtHome ? certifyAtHome(tx, cast, person) : certifyAtCounter(tx, cast, person)) };
  });
}

function listConsents(cast: Cast, person: PlannedPerson): readonly PastEvent[] {
  const last = person.certifiedOn.at(-1);
  if (last === undefined) return [];
  if (person.part?.kind === 'refused-face') {
    const at = addMs(toInstant(cast, last, person.serial), 4 * minuteMs);
    return [{ at, run: async (tx) => void (await decideOnFace(tx, cast, { person, decision: 'refused' })) }];
  }
  if (person.part?.kind !== 'withdrew' || cast.portrait(person) === undefined) return [];
  const later = addDays(last, daysUntilWithdrawal);
  const yesterday = addDays(cast.today, -1);
  const day = toWorkday(later < yesterday ? later : yesterday);
  const at = addMs(toInstant(cast, day < last ? last : day, person.serial), 30 * minuteMs);
  return [{ at, run: async (tx) => void (await decideOnFace(tx, cast, { person, decision: 'withdrawn' })) }];
}

/** What happened to a person before the demonstration began, in no order. */
export function listPastEvents(cast: Cast, person: PlannedPerson): readonly PastEvent[] {
  return [...listCertifications(cast, person), ...listConsents(cast, person)];
}
