import { createHash } from 'node:crypto';
import { createSigningKey, toJwks, type KeySet, type SigningKey } from '@anzai/certificate';
import type { Context } from '../../platform/deps.ts';
import { getSigningKey, listPublishedKeys } from '../../platform/crypto/signing-keys.ts';

/** The first eight bytes of the JWK thumbprint (RFC 7638), by which codes name their key. */
function toKeyId(publicKey: Uint8Array): string {
  const x = Buffer.from(publicKey).toString('base64url');
  const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest();
  return thumbprint.subarray(0, 8).toString('base64url');
}

export async function getCertificateKey(context: Context): Promise<SigningKey> {
  return createSigningKey((await getSigningKey(context)).privateKey);
}

/** Codes carry whole seconds, so a key is in use from the beginning of the second in which it was made. */
function toWholeSecond(instant: string): string {
  return `${instant.slice(0, 19)}.000Z`;
}

/** All keys that ever signed, with the time in which each was in use. */
export async function listKeySet(context: Context): Promise<KeySet> {
  const keys = await listPublishedKeys(context);
  return keys.map((key) => ({
    keyId: toKeyId(key.publicKey),
    publicKey: key.publicKey,
    validFrom: toWholeSecond(key.createdAt),
    validUntil: key.retiredAt,
    status: key.retiredAt === null ? 'active' : 'retired',
  }));
}

export async function renderJwks(context: Context): Promise<ReturnType<typeof toJwks>> {
  return toJwks(await listKeySet(context));
}
