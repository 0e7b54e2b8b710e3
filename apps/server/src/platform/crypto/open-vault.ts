import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/database.ts';
import { EnvelopeError, openEnvelope, sealEnvelope } from './envelope.ts';
import type { MasterKey } from './master-keys.ts';
import { createVault, renderPlace, type Vault } from './vault.ts';

/** Id of the one key for look-up hashes. It is never rotated: every hash would have to be made again from plain text. */
const lookupKeyId = 'lookup-1';
const place = renderPlace({ table: 'secret_key', row: lookupKeyId, field: 'secret' });

type VaultOptions = { readonly db: Db; readonly clock: Clock; readonly masterKeys: readonly MasterKey[] };

/** Opens the vault, making the look-up key at the very first start; two servers that start at once agree on one. */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { db, clock, masterKeys } = options;
  const made = sealEnvelope(masterKeys, place, randomBytes(32));
  await db
    .insertInto('secretKey')
    .values({ id: lookupKeyId, purpose: 'lookup', secretSealed: made, createdAt: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('secretKey')
    .select('secretSealed')
    .where('id', '=', lookupKeyId)
    .executeTakeFirstOrThrow();
  try {
    return createVault(masterKeys, openEnvelope(masterKeys, place, row.secretSealed));
  } catch (fault) {
    if (!(fault instanceof EnvelopeError)) throw fault;
    throw new EnvelopeError(`This database was made with another master key. ${fault.message}.`, { cause: fault });
  }
}
