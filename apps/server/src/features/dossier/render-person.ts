import type { counter } from '@anzai/contract';
import { maskPhone } from '@anzai/domain';
import type { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import { findOutlet } from '../agency/index.ts';
import { listCasesOfPerson, toCaseSummary } from '../case/index.ts';
import { listCertificates } from '../certification/index.ts';
import { listConsents } from '../consent-record/index.ts';
import { listEnrolments } from '../enrolment/index.ts';
import { findSightingRow, listBenefits, listDocuments, openAddress, openPhone, type Person } from '../people/index.ts';
import { findStaffName } from '../staff/index.ts';
import { renderPersonRows } from './find-people.ts';
import { listTimeline } from './timeline.ts';

type Detail = z.infer<typeof counter.PersonDetail>;

async function renderConsents(context: Context, person: Person): Promise<Detail['consents']> {
  const rows = await listConsents(context.db, person.id);
  const consents = [];
  for (const row of rows) {
    const by = row.staffId === null ? person.name : ((await findStaffName(context, row.staffId)) ?? '');
    consents.push({ id: row.id, decision: row.decision, textVersion: row.textVersion, at: row.createdAt, by });
  }
  return consents;
}

async function renderEnrolments(context: Context, personId: string): Promise<Detail['enrolments']> {
  const enrolments = [];
  for (const row of await listEnrolments(context.db, personId)) {
    const outlet = await findOutlet(context, row.outletId);
    enrolments.push({
      id: row.id,
      at: row.createdAt,
      by: (await findStaffName(context, row.staffId)) ?? '',
      outletName: outlet?.name ?? null,
      state: row.state,
      quality: row.quality,
      embedder: `${row.embedderId}@${row.embedderVersion}`,
      hasPicture: row.pictureSealed !== null,
    });
  }
  return enrolments;
}

async function renderSighting(context: Context, person: Person, staff: StaffActor): Promise<Detail['sighting']> {
  const wanted = { personId: person.id, outletId: staff.outletId, on: context.clock.today() };
  const row = await findSightingRow(context.db, wanted);
  return row === undefined ? null : { id: row.id, at: row.createdAt, documentKind: row.documentKind };
}

/** The whole file of a person, for staff. Numbers and telephones are masked; pictures are asked for one by one. */
export async function renderPerson(context: Context, person: Person, staff: StaffActor): Promise<Detail> {
  const [row] = await renderPersonRows(context, [person]);
  if (row === undefined) throw new Error('A person without standing');
  const phone = openPhone(context, person);
  const documents = await listDocuments(context.db, [person.id]);
  const benefits = await listBenefits(context.db, [person.id]);
  return {
    person: row,
    phoneMasked: phone === undefined ? null : maskPhone(phone),
    sex: person.sex,
    address: openAddress(context, person) ?? null,
    residence: person.residence,
    documents: documents.map(({ id, kind, masked, validUntil }) => ({
      id,
      kind,
      masked,
      current: validUntil === null,
    })),
    benefits: benefits.map(({ id, scheme, state, monthlyFen, since }) => ({
      id,
      scheme,
      state,
      monthlyFen: String(monthlyFen),
      since,
    })),
    consents: await renderConsents(context, person),
    enrolments: await renderEnrolments(context, person.id),
    certificates: await listCertificates(context, person.id),
    cases: (await listCasesOfPerson(context.db, person.id)).map((each) => toCaseSummary(each, person.name)),
    timeline: await listTimeline(context, { personId: person.id, isFull: true }),
    sighting: await renderSighting(context, person, staff),
  };
}
