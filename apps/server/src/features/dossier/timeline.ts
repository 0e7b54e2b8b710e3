import type { TimelineEntry } from '@anzai/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import { listLinksOfPerson } from '../account-link/index.ts';
import { listOutlets } from '../agency/index.ts';
import { listAttemptRows, type AttemptRow } from '../attempt/index.ts';
import { listCasesOfPerson } from '../case/index.ts';
import { listCertificateRows } from '../certificate/index.ts';
import { listCertificationRows, type CertificationRow } from '../certification/index.ts';
import { listConsents } from '../consent-record/index.ts';
import { listEnrolments } from '../enrolment/index.ts';
import { listSightings } from '../people/index.ts';
import { findStaffName } from '../staff/index.ts';
import { listLooks } from './store.ts';

type Entry = z.infer<typeof TimelineEntry>;
type Draft = Omit<Entry, 'actorName' | 'outletName'> & {
  readonly staffId?: string | null;
  readonly outletId?: string | null;
  readonly actorName?: string | null;
};

function actorOf(row: { readonly staffId: string | null; readonly accountId: string | null }): Entry['actor'] {
  if (row.staffId !== null) return 'staff';
  return row.accountId === null ? 'system' : 'person';
}

function toAttemptEntry(row: AttemptRow): Draft[] {
  if (row.endedAt === null) return [];
  const outcome = row.outcome;
  const caseNumber = outcome !== null && 'caseNumber' in outcome ? outcome.caseNumber : null;
  const actor = row.acting === 'self' ? 'person' : row.acting === 'helper' ? 'helper' : 'staff';
  return [
    {
      id: `attempt-${row.id}`,
      at: row.endedAt,
      kind: `attempt.${row.decision ?? row.state}`,
      actor,
      actorName: row.helperName,
      staffId: row.staffId,
      outletId: row.outletId,
      facts: { purpose: row.purpose, caseNumber },
    },
  ];
}

async function listCertificationEntries(context: Context, personId: string): Promise<readonly Draft[]> {
  const certificates = await listCertificateRows(context.db, personId);
  const certifications = await listCertificationRows(context.db, personId);
  const byId = new Map<string, CertificationRow>(certifications.map((row) => [row.id, row]));
  return certificates.flatMap((certificate) => {
    const row = byId.get(certificate.certificationId);
    if (row === undefined) return [];
    const { channel, validUntil } = row;
    const facts = { channel, validUntil, number: certificate.number };
    const certified: Draft = {
      id: `certified-${row.id}`,
      at: row.createdAt,
      kind: 'person.certified',
      actor: actorOf(row),
      staffId: row.staffId,
      outletId: row.outletId,
      facts,
    };
    if (certificate.revokedAt === null) return [certified];
    const { revokedAt: at } = certificate;
    return [certified, { id: `revoked-${certificate.id}`, at, kind: 'certificate.revoked', actor: 'staff', facts }];
  });
}

async function listFaceEntries(context: Context, personId: string): Promise<readonly Draft[]> {
  const consents = await listConsents(context.db, personId);
  const enrolments = await listEnrolments(context.db, personId);
  return [
    ...consents.map((row): Draft => ({
      id: `consent-${row.id}`,
      at: row.createdAt,
      kind: `consent.${row.decision}`,
      actor: actorOf(row),
      staffId: row.staffId,
      facts: { textVersion: row.textVersion },
    })),
    ...enrolments.map((row): Draft => ({
      id: `enrolment-${row.id}`,
      at: row.createdAt,
      kind: 'face.enrolled',
      actor: 'staff',
      staffId: row.staffId,
      outletId: row.outletId,
      facts: {},
    })),
  ];
}

/** Alarms and likenesses are the agency's own business and stand in the console's timeline only. */
async function listCaseEntries(context: Context, personId: string, isFull: boolean): Promise<readonly Draft[]> {
  const rows = (await listCasesOfPerson(context.db, personId)).filter(
    (row) => isFull || row.kind === 'attempt-review' || row.kind === 'way-chosen',
  );
  return rows.flatMap((row) => {
    const { number, kind, way, decision } = row;
    const facts = { number, kind, way, decision };
    const opened: Draft = { id: `case-${row.id}`, at: row.openedAt, kind: 'case.opened', actor: 'system', facts };
    if (row.closedAt === null) return [opened];
    return [opened, { id: `closed-${row.id}`, at: row.closedAt, kind: 'case.closed', actor: 'staff', facts }];
  });
}

async function listConsoleEntries(context: Context, personId: string): Promise<readonly Draft[]> {
  const sightings = await listSightings(context.db, personId);
  const links = await listLinksOfPerson(context.db, personId);
  const looks = await listLooks(context.db, personId);
  return [
    ...sightings.map((row): Draft => ({
      id: `sighting-${row.id}`,
      at: row.createdAt,
      kind: 'document.seen',
      actor: 'staff',
      staffId: row.staffId,
      outletId: row.outletId,
      facts: { documentKind: row.documentKind },
    })),
    ...links.map((row): Draft => ({
      id: `link-${row.id}`,
      at: row.createdAt,
      kind: 'account.linked',
      actor: row.acting === 'helper' ? 'helper' : 'person',
      actorName: row.helperName,
      facts: { acting: row.acting, helperName: row.helperName, relation: row.helperRelation },
    })),
    ...looks.map((row): Draft => ({
      id: `audit-${row.sequence}`,
      at: row.at,
      kind: row.action,
      actor: row.actorKind === 'staff' ? 'staff' : 'system',
      staffId: row.actorKind === 'staff' ? row.actorId : null,
      facts: {},
    })),
  ];
}

async function name(context: Context, drafts: readonly Draft[], isFull: boolean): Promise<Entry[]> {
  const outlets = new Map((await listOutlets(context)).map((outlet) => [outlet.id, outlet.name]));
  const staffNames = new Map<string, string | null>();
  const entries: Entry[] = [];
  for (const { staffId, outletId, actorName, ...entry } of drafts) {
    const id = staffId ?? '';
    if (isFull && id !== '' && !staffNames.has(id)) staffNames.set(id, (await findStaffName(context, id)) ?? null);
    entries.push({
      ...entry,
      actorName: actorName ?? staffNames.get(id) ?? null,
      outletName: outlets.get(outletId ?? '') ?? null,
    });
  }
  return entries;
}

/**
 * Everything that happened with a person, newest first. At home: what concerns them, without names of staff. In the
 * console: also who looked at what.
 */
export async function listTimeline(
  context: Context,
  wanted: { readonly personId: string; readonly isFull: boolean },
): Promise<Entry[]> {
  const { personId, isFull } = wanted;
  const attempts = await listAttemptRows(context.db, personId);
  // A pass at home shows as the certification that came of it.
  const told = attempts.filter((row) => isFull || row.decision !== 'passed').flatMap(toAttemptEntry);
  const drafts = [
    ...told,
    ...(await listCertificationEntries(context, personId)),
    ...(await listFaceEntries(context, personId)),
    ...(await listCaseEntries(context, personId, isFull)),
    ...(isFull ? await listConsoleEntries(context, personId) : []),
  ];
  const entries = await name(context, drafts, isFull);
  return entries.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
}
