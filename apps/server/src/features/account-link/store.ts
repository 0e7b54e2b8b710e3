import type { Db } from '../../platform/db/database.ts';

export const helperRelations = ['spouse', 'child', 'relative', 'neighbour', 'carer', 'volunteer', 'other'] as const;
export type HelperRelation = (typeof helperRelations)[number];

export type AccountLink = {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly acting: 'self' | 'helper';
  readonly helperName: string | null;
  readonly helperRelation: HelperRelation | null;
  readonly deviceId: string | null;
  readonly createdAt: string;
};

const columns = [
  'id',
  'accountId',
  'personId',
  'acting',
  'helperName',
  'helperRelation',
  'deviceId',
  'createdAt',
] as const;

export async function insertLink(db: Db, link: AccountLink): Promise<void> {
  await db.insertInto('accountLink').values(link).execute();
}

export async function findLink(
  db: Db,
  wanted: { readonly accountId: string; readonly personId: string },
): Promise<AccountLink | undefined> {
  const row = await db
    .selectFrom('accountLink')
    .select(columns)
    .where('accountId', '=', wanted.accountId)
    .where('personId', '=', wanted.personId)
    .executeTakeFirst();
  return row as AccountLink | undefined;
}

export async function findSelfLink(db: Db, accountId: string): Promise<AccountLink | undefined> {
  const row = await db
    .selectFrom('accountLink')
    .select(columns)
    .where('accountId', '=', accountId)
    .where('acting', '=', 'self')
    .executeTakeFirst();
  return row as AccountLink | undefined;
}

export async function listLinks(db: Db, accountId: string): Promise<readonly AccountLink[]> {
  const rows = await db
    .selectFrom('accountLink')
    .select(columns)
    .where('accountId', '=', accountId)
    .orderBy('acting', 'desc')
    .orderBy('createdAt')
    .execute();
  return rows as unknown as AccountLink[];
}

export async function listLinksOfPerson(db: Db, personId: string): Promise<readonly AccountLink[]> {
  const rows = await db
    .selectFrom('accountLink')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute();
  return rows as unknown as AccountLink[];
}

/** The telephone of an account, sealed. */
export async function findAccountPhone(db: Db, accountId: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('account').select('phoneSealed').where('id', '=', accountId).executeTakeFirst();
  return row?.phoneSealed;
}
