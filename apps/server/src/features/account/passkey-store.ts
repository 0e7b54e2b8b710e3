import type { Db } from '../../platform/db/database.ts';

export type PasskeyRow = {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: bigint;
  readonly transports: string[];
  readonly createdAt: string;
};

export async function insertPasskey(db: Db, row: PasskeyRow): Promise<boolean> {
  const result = await db
    .insertInto('passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function listPasskeys(db: Db, accountId: string): Promise<readonly PasskeyRow[]> {
  return db.selectFrom('passkey').selectAll().where('accountId', '=', accountId).orderBy('createdAt').execute();
}

export async function lockPasskey(db: Db, credentialId: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('passkey').selectAll().where('credentialId', '=', credentialId).forUpdate().executeTakeFirst();
}

export async function markPasskeyUsed(
  db: Db,
  change: { readonly id: string; readonly counter: bigint; readonly at: string },
): Promise<void> {
  await db
    .updateTable('passkey')
    .set({ counter: change.counter, lastUsedAt: change.at })
    .where('id', '=', change.id)
    .execute();
}

export type Ticket = { readonly id: string; readonly accountId: string | null; readonly challenge: string };

export async function insertTicket(db: Db, ticket: Ticket & { readonly expiresAt: string }): Promise<void> {
  await db.insertInto('passkeyTicket').values(ticket).execute();
}

/** A challenge serves once: taking it marks it used, and a second taker gets nothing. */
export async function takeTicket(
  db: Db,
  wanted: { readonly id: string; readonly now: string },
): Promise<Ticket | undefined> {
  return db
    .updateTable('passkeyTicket')
    .set({ usedAt: wanted.now })
    .where('id', '=', wanted.id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', wanted.now)
    .returning(['id', 'accountId', 'challenge'])
    .executeTakeFirst();
}

/** The latest challenge given to an account for making a passkey. */
export async function findRegistrationTicket(
  db: Db,
  wanted: { readonly accountId: string; readonly now: string },
): Promise<Ticket | undefined> {
  return db
    .selectFrom('passkeyTicket')
    .select(['id', 'accountId', 'challenge'])
    .where('accountId', '=', wanted.accountId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', wanted.now)
    .orderBy('expiresAt', 'desc')
    .executeTakeFirst();
}

export async function deleteTicketsBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('passkeyTicket').where('expiresAt', '<', before).execute();
}
