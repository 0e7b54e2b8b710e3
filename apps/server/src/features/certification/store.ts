import type { Channel } from '@anzai/domain';
import type { Db } from '../../platform/db/database.ts';

/** What a certification rests on. */
export type Evidence = {
  readonly attemptId: string | null;
  readonly sightingId: string | null;
  readonly caseId: string | null;
  readonly staffId: string | null;
  readonly accountId: string | null;
  readonly outletId: string | null;
};

export type CertificationRow = Evidence & {
  readonly id: string;
  readonly personId: string;
  readonly cycleKey: string;
  readonly certifiedOn: string;
  readonly validUntil: string;
  readonly channel: Channel;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly noteSealed: Uint8Array | null;
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

const columns = [
  'id',
  'personId',
  'cycleKey',
  'certifiedOn',
  'validUntil',
  'channel',
  'policyId',
  'policyVersion',
  'attemptId',
  'sightingId',
  'caseId',
  'staffId',
  'accountId',
  'outletId',
  'noteSealed',
  'createdAt',
  'revokedAt',
] as const;

export async function insertCertification(db: Db, row: CertificationRow): Promise<void> {
  await db.insertInto('certification').values(row).execute();
}

export async function findCertificationOfCycle(
  db: Db,
  wanted: { readonly personId: string; readonly cycleKey: string },
): Promise<CertificationRow | undefined> {
  const row = await db
    .selectFrom('certification')
    .select(columns)
    .where('personId', '=', wanted.personId)
    .where('cycleKey', '=', wanted.cycleKey)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row as CertificationRow | undefined;
}

export async function findCertificationRow(db: Db, id: string): Promise<CertificationRow | undefined> {
  const row = await db.selectFrom('certification').select(columns).where('id', '=', id).executeTakeFirst();
  return row as CertificationRow | undefined;
}

export async function listCertificationRows(db: Db, personId: string): Promise<readonly CertificationRow[]> {
  const rows = await db
    .selectFrom('certification')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('createdAt', 'desc')
    .execute();
  return rows as unknown as CertificationRow[];
}

/** Days of the certifications that stand, by person. */
export async function listCertifiedDays(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const days = new Map<string, string[]>();
  if (personIds.length === 0) return days;
  const rows = await db
    .selectFrom('certification')
    .select(['personId', 'certifiedOn'])
    .where('personId', 'in', [...personIds])
    .where('revokedAt', 'is', null)
    .execute();
  for (const row of rows) days.set(row.personId, [...(days.get(row.personId) ?? []), row.certifiedOn]);
  return days;
}

export async function markCertificationRevoked(
  db: Db,
  change: { readonly id: string; readonly revokedAt: string },
): Promise<void> {
  await db.updateTable('certification').set({ revokedAt: change.revokedAt }).where('id', '=', change.id).execute();
}

export async function countByChannel(
  db: Db,
  wanted: { readonly since: string; readonly outletId: string | null },
): Promise<readonly { readonly channel: Channel; readonly count: number }[]> {
  let query = db
    .selectFrom('certification')
    .innerJoin('person', 'person.id', 'certification.personId')
    .select(({ fn }) => ['certification.channel', fn.countAll<bigint>().as('count')])
    .where('certification.certifiedOn', '>=', wanted.since)
    .where('certification.revokedAt', 'is', null)
    .groupBy('certification.channel')
    .orderBy('count', 'desc');
  if (wanted.outletId !== null) query = query.where('person.outletId', '=', wanted.outletId);
  const rows = await query.execute();
  return rows.map((row) => ({ channel: row.channel as Channel, count: Number(row.count) }));
}
