import type { Db } from '../../platform/db/database.ts';
import type { Benefit, Person, PersonDocument } from './person.ts';

const personColumns = [
  'id',
  'name',
  'nameKey',
  'birthOn',
  'sex',
  'residence',
  'outletId',
  'unitManaged',
  'life',
  'phoneSealed',
  'addressSealed',
] as const;

/** CHECK constraints of the table keep the unions that the types name. */
export async function findPersonRow(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst();
  return row as Person | undefined;
}

/** Commands about one person take turns by this lock. */
export async function lockPersonRow(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').select(personColumns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row as Person | undefined;
}

export async function listPersonRows(db: Db, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .select(personColumns)
    .where('id', 'in', [...ids])
    .execute();
  return rows as unknown as Person[];
}

export type RosterFilter = {
  /** Normalised; matches anywhere in the name. */
  readonly nameKey?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly outletId?: string | undefined;
  readonly scheme?: string | undefined;
  /** Keyset: name key and id of the last row seen. */
  readonly after?: { readonly nameKey: string; readonly id: string } | undefined;
  readonly limit: number;
};

export async function listRoster(db: Db, filter: RosterFilter): Promise<readonly Person[]> {
  const { nameKey, ids, outletId, scheme, after } = filter;
  if (ids?.length === 0) return [];
  let query = db.selectFrom('person').select(personColumns).orderBy('nameKey').orderBy('id').limit(filter.limit);
  if (nameKey !== undefined) {
    query = query.where('nameKey', 'like', `%${nameKey.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  }
  if (ids !== undefined) query = query.where('id', 'in', [...ids]);
  if (outletId !== undefined) query = query.where('outletId', '=', outletId);
  if (scheme !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('benefit')
          .select('benefit.id')
          .whereRef('benefit.personId', '=', 'person.id')
          .where('benefit.scheme', '=', scheme),
      ),
    );
  }
  if (after !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('nameKey', '>', after.nameKey), eb.and([eb('nameKey', '=', after.nameKey), eb('id', '>', after.id)])]),
    );
  }
  return (await query.execute()) as unknown as Person[];
}

export async function listDocuments(db: Db, personIds: readonly string[]): Promise<readonly PersonDocument[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('personDocument')
    .select(['id', 'personId', 'kind', 'masked', 'validUntil'])
    .where('personId', 'in', [...personIds])
    .orderBy('validFrom', 'desc')
    .orderBy('id')
    .execute();
  return rows as unknown as PersonDocument[];
}

/** Old documents too: a number that was replaced still finds its person. */
export async function findDocumentsByHash(
  db: Db,
  hashes: readonly Uint8Array[],
): Promise<readonly { readonly id: string; readonly personId: string; readonly validUntil: string | null }[]> {
  if (hashes.length === 0) return [];
  return db
    .selectFrom('personDocument')
    .select(['id', 'personId', 'validUntil'])
    .where('numberHash', 'in', [...hashes])
    .orderBy('validUntil', (order) => order.desc().nullsFirst())
    .execute();
}

export async function findSealedNumber(
  db: Db,
  key: { readonly personId: string; readonly documentId: string },
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('personDocument')
    .select('numberSealed')
    .where('id', '=', key.documentId)
    .where('personId', '=', key.personId)
    .executeTakeFirst();
  return row?.numberSealed;
}

export async function listBenefits(db: Db, personIds: readonly string[]): Promise<readonly Benefit[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('benefit')
    .select(['id', 'personId', 'scheme', 'state', 'monthlyFen', 'since'])
    .where('personId', 'in', [...personIds])
    .orderBy('since')
    .orderBy('id')
    .execute();
  return rows as unknown as Benefit[];
}

export type NewPerson = Person & { readonly createdAt: string };
export type NewDocument = PersonDocument & {
  readonly numberSealed: Uint8Array;
  readonly numberHash: Uint8Array;
  readonly validFrom: string;
  readonly createdAt: string;
};
export type NewBenefit = Benefit & { readonly createdAt: string };

export async function insertPeople(db: Db, rows: readonly NewPerson[]): Promise<void> {
  await db
    .insertInto('person')
    .values([...rows])
    .execute();
}

export async function insertDocuments(db: Db, rows: readonly NewDocument[]): Promise<void> {
  await db
    .insertInto('personDocument')
    .values([...rows])
    .execute();
}

export async function insertBenefits(db: Db, rows: readonly NewBenefit[]): Promise<void> {
  await db
    .insertInto('benefit')
    .values([...rows])
    .execute();
}
