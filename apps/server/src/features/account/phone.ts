import { maskPhone } from '@anzai/domain';
import type { Context, Tx } from '../../platform/deps.ts';
import { findAccountPhone } from '../account-link/index.ts';
import { findAccountByPhone, insertAccount } from './store.ts';

export function toPhoneHash(context: Context, phone: string): Uint8Array {
  return context.vault.lookupHash('phone', phone);
}

/** The account of a telephone, made at its first sign-in. */
export async function findOrMakeAccount(tx: Tx, phone: string): Promise<string> {
  const phoneHash = toPhoneHash(tx, phone);
  const present = await findAccountByPhone(tx.db, phoneHash);
  if (present !== undefined) return present.id;
  const id = tx.ids.uuid();
  const phoneSealed = tx.vault.sealText({ table: 'account', row: id, field: 'phone' }, phone);
  await insertAccount(tx.db, { id, phoneSealed, phoneHash, createdAt: tx.clock.now() });
  const made = await findAccountByPhone(tx.db, phoneHash);
  if (made === undefined) throw new Error('The account was not kept');
  return made.id;
}

export async function findMaskedPhone(context: Context, accountId: string): Promise<string | null> {
  const sealed = await findAccountPhone(context.db, accountId);
  if (sealed === undefined) return null;
  return maskPhone(context.vault.openText({ table: 'account', row: accountId, field: 'phone' }, sealed));
}
