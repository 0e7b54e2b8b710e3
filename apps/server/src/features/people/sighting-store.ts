import type { DocumentKind } from '@anzai/domain';
import type { Db } from '../../platform/db/database.ts';

export type Sighting = {
  readonly id: string;
  readonly personId: string;
  readonly documentId: string;
  readonly documentKind: DocumentKind;
  readonly staffId: string;
  readonly outletId: string | null;
  readonly createdOn: string;
  readonly createdAt: string;
};

export async function insertSighting(db: Db, sighting: Sighting): Promise<void> {
  await db
    .insertInto('sighting')
    .values(sighting)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The latest of the day at this counter. */
export async function findSightingRow(
  db: Db,
  wanted: { readonly personId: string; readonly outletId: string | null; readonly on: string },
): Promise<Sighting | undefined> {
  const row = await db
    .selectFrom('sighting')
    .selectAll()
    .where('personId', '=', wanted.personId)
    .where('createdOn', '=', wanted.on)
    .where((eb) => (wanted.outletId === null ? eb('outletId', 'is', null) : eb('outletId', '=', wanted.outletId)))
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
  return row as Sighting | undefined;
}

export async function listSightings(db: Db, personId: string): Promise<readonly Sighting[]> {
  const rows = await db.selectFrom('sighting').selectAll().where('personId', '=', personId).execute();
  return rows as unknown as Sighting[];
}
