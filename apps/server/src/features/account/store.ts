import type { Db } from '../../platform/db/database.ts';

export type CodeRow = {
  readonly phoneHash: Uint8Array;
  readonly codeHash: Uint8Array;
  readonly triesLeft: number;
  readonly sentAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
};

/** Locked, so that two guesses at once cannot count as one. */
export async function lockCode(db: Db, phoneHash: Uint8Array): Promise<CodeRow | undefined> {
  return db.selectFrom('accountCode').selectAll().where('phoneHash', '=', phoneHash).forUpdate().executeTakeFirst();
}

/** A new code takes the place of the one before. */
export async function keepCode(db: Db, row: CodeRow): Promise<void> {
  const { phoneHash: _, ...rest } = row;
  await db
    .insertInto('accountCode')
    .values(row)
    .onConflict((conflict) => conflict.column('phoneHash').doUpdateSet(rest))
    .execute();
}

export async function changeCode(
  db: Db,
  change: { readonly phoneHash: Uint8Array } & Partial<Pick<CodeRow, 'triesLeft' | 'usedAt'>>,
): Promise<void> {
  const { phoneHash, ...set } = change;
  await db.updateTable('accountCode').set(set).where('phoneHash', '=', phoneHash).execute();
}

export async function findAccountByPhone(db: Db, phoneHash: Uint8Array): Promise<{ readonly id: string } | undefined> {
  return db.selectFrom('account').select('id').where('phoneHash', '=', phoneHash).executeTakeFirst();
}

/** Two sign-ins of a new telephone at once make one account. */
export async function insertAccount(
  db: Db,
  row: {
    readonly id: string;
    readonly phoneSealed: Uint8Array;
    readonly phoneHash: Uint8Array;
    readonly createdAt: string;
  },
): Promise<void> {
  await db
    .insertInto('account')
    .values(row)
    .onConflict((conflict) => conflict.column('phoneHash').doNothing())
    .execute();
}

export async function touchAccount(db: Db, change: { readonly id: string; readonly at: string }): Promise<void> {
  await db.updateTable('account').set({ lastSignInAt: change.at }).where('id', '=', change.id).execute();
}
