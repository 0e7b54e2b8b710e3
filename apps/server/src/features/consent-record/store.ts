import type { Locale } from '@anzai/domain';
import type { Db } from '../../platform/db/database.ts';

export type ConsentRow = {
  readonly id: string;
  readonly personId: string;
  readonly decision: 'given' | 'refused' | 'withdrawn';
  readonly textVersion: string;
  readonly locale: Locale;
  readonly accountId: string | null;
  readonly staffId: string | null;
  readonly createdAt: string;
};

const columns = ['id', 'personId', 'decision', 'textVersion', 'locale', 'accountId', 'staffId', 'createdAt'] as const;

/** Answers whether the row is new; the same id again changes nothing. */
export async function insertConsent(db: Db, consent: ConsentRow): Promise<boolean> {
  const result = await db
    .insertInto('consent')
    .values(consent)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findLastConsent(db: Db, personId: string): Promise<ConsentRow | undefined> {
  const row = await db
    .selectFrom('consent')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as ConsentRow | undefined;
}

export async function listConsents(db: Db, personId: string): Promise<readonly ConsentRow[]> {
  const rows = await db
    .selectFrom('consent')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('sequence', 'desc')
    .execute();
  return rows as unknown as ConsentRow[];
}
