import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { toBase64Url } from './base64url.ts';

/** An Ed25519 key that signs certificates. Its private part stays inside. */
export type SigningKey = {
  /** The first eight bytes of the key's JWK thumbprint (RFC 7638), as base64url. */
  readonly keyId: string;
  readonly keyIdBytes: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
};

const SEED_BYTES = 32;
const KEY_ID_BYTES = 8;
/** What stands before the seed in the PKCS #8 form of an Ed25519 key (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A new private key as its 32-byte seed, to be kept encrypted. */
export function makeSigningSeed(): Uint8Array {
  return new Uint8Array(randomBytes(SEED_BYTES));
}

/** From the 32-byte seed or from Node's own key object. Throws when it is no Ed25519 private key. */
export function createSigningKey(secret: Uint8Array | KeyObject): SigningKey {
  const privateKey = secret instanceof Uint8Array ? fromSeed(secret) : secret;
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 private key');
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('the key has no public part');
  const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest();
  const keyIdBytes = new Uint8Array(thumbprint.subarray(0, KEY_ID_BYTES));
  return {
    keyId: toBase64Url(keyIdBytes),
    keyIdBytes,
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  };
}

function fromSeed(seed: Uint8Array): KeyObject {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a seed has ${SEED_BYTES} bytes`);
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}
