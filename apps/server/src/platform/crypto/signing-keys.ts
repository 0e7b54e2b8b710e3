import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context, Tx } from '../deps.ts';
import { transaction } from '../db/transaction.ts';
import type { AuditActor } from '../audit/audit-entry.ts';

/** An Ed25519 key by which certificates are signed. `id` is the `kid`. */
export type SigningKey = {
  readonly id: string;
  readonly privateKey: KeyObject;
  /** Raw public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly createdAt: string;
};

export type PublishedKey = {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly createdAt: string;
  readonly retiredAt: string | null;
};

/** DER of an Ed25519 SubjectPublicKeyInfo ends in the 32 raw bytes (RFC 8410, section 4). */
function toRawPublicKey(privateKey: KeyObject): Uint8Array {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
}

async function insertSigningKey(tx: Tx): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = toRawPublicKey(privateKey);
  // Short, because it travels in the certificate's QR code; time-ordered, so that old and new are told apart at sight.
  const id = `${tx.clock.today().slice(2).replaceAll('-', '')}-${Buffer.from(publicKey).toString('hex').slice(0, 6)}`;
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  await tx.db
    .insertInto('secretKey')
    .values({
      id,
      purpose: 'signing',
      secretSealed: tx.vault.seal({ table: 'secret_key', row: id, field: 'secret' }, secret),
      publicKey,
      createdAt: tx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function findSigningKey(deps: Context): Promise<SigningKey | undefined> {
  const row = await deps.db
    .selectFrom('secretKey')
    .select(['id', 'secretSealed', 'publicKey', 'createdAt'])
    .where('purpose', '=', 'signing')
    .where('retiredAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined || row.publicKey === null) return undefined;
  const secret = deps.vault.open({ table: 'secret_key', row: row.id, field: 'secret' }, row.secretSealed);
  const privateKey = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  return { id: row.id, privateKey, publicKey: row.publicKey, createdAt: row.createdAt };
}

/** The key that signs now; the first call ever makes it. */
export async function getSigningKey(deps: Context): Promise<SigningKey> {
  const present = await findSigningKey(deps);
  if (present !== undefined) return present;
  await transaction(deps, insertSigningKey);
  const made = await findSigningKey(deps);
  if (made === undefined) throw new Error('The signing key could not be made');
  return made;
}

/** All keys that ever signed, newest first: a certificate must stay verifiable after its key was retired. */
export async function listPublishedKeys(deps: Context): Promise<readonly PublishedKey[]> {
  const rows = await deps.db
    .selectFrom('secretKey')
    .select(['id', 'publicKey', 'createdAt', 'retiredAt'])
    .where('purpose', '=', 'signing')
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.flatMap(({ publicKey, ...row }) => (publicKey === null ? [] : [{ ...row, publicKey }]));
}

/** Retires the present signing key and makes the next one; answers its id. */
export async function rotateSigningKey(deps: Context, actor: AuditActor): Promise<string> {
  return transaction(deps, async (tx) => {
    await tx.db
      .updateTable('secretKey')
      .set({ retiredAt: tx.clock.now() })
      .where('purpose', '=', 'signing')
      .where('retiredAt', 'is', null)
      .execute();
    await insertSigningKey(tx);
    const key = await findSigningKey(tx);
    if (key === undefined) throw new Error('The signing key could not be made');
    recordAudit(tx, { actor, action: 'signing-key.rotated', subject: { kind: 'signing-key', id: key.id } });
    return key.id;
  });
}
