import type { Role } from '@anzai/domain';
import type { Selectable } from 'kysely';
import type { Context, Tx } from '../../platform/deps.ts';
import type { Db } from '../../platform/db/database.ts';
import type { StaffTable } from '../../platform/db/schema.ts';

export type StaffRow = Selectable<StaffTable>;

export async function findStaffByLogin(db: Db, login: string): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('login', '=', login.toLowerCase()).executeTakeFirst();
}

export async function findStaff(db: Db, id: string): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The row, locked until the transaction ends. */
export async function lockStaff(tx: Tx, id: string): Promise<StaffRow | undefined> {
  return tx.db.selectFrom('staff').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function listStaffRows(db: Db): Promise<readonly StaffRow[]> {
  return db.selectFrom('staff').selectAll().orderBy('login').execute();
}

export type NewStaff = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly outletId: string | null;
  readonly passwordHash: string;
  readonly demonstration: boolean;
};

/** Answers whether the row is new; false when id or login is taken. */
export async function insertStaff(tx: Tx, staff: NewStaff): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('staff')
    .values({ ...staff, createdAt: tx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export type StaffChange = {
  readonly role?: string;
  readonly outletId?: string | null;
  readonly active?: boolean;
  readonly passwordHash?: string;
  readonly totpSealed?: Uint8Array | null;
  readonly totpConfirmedAt?: string | null;
  readonly totpStep?: bigint | null;
  readonly lastSignInAt?: string;
};

export async function changeStaff(tx: Tx, id: string, change: StaffChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx.db.updateTable('staff').set(change).where('id', '=', id).execute();
}

/** Ids of everybody who may manage staff, locked, so that two cannot remove each other at once. */
export async function lockAdministrators(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** The outlet's name by locale, as it is kept. */
export async function findOutletName(db: Db, outletId: string): Promise<unknown> {
  const row = await db.selectFrom('outlet').select('name').where('id', '=', outletId).executeTakeFirst();
  return row?.name;
}

export function toTotpPlace(staffId: string): { table: string; row: string; field: string } {
  return { table: 'staff', row: staffId, field: 'totp' };
}

export function openTotpSecret(context: Context, row: StaffRow): string | undefined {
  return row.totpSealed === null ? undefined : context.vault.openText(toTotpPlace(row.id), row.totpSealed);
}
