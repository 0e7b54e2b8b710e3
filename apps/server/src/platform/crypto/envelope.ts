import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MasterKey } from './master-keys.ts';

/**
 * Layout: format (1 byte), master key version (4, big-endian), then the wrapped data key (iv 12, key 32, tag 16), then
 * the value (iv 12, ciphertext, tag 16). Every value has a data key of its own, so that changing the master key
 * re-wraps 32 bytes and never touches the value.
 */
const formatVersion = 1;
const ivBytes = 12;
const keyBytes = 32;
const tagBytes = 16;
const wrapStart = 5;
const wrapEnd = wrapStart + ivBytes + keyBytes + tagBytes;

export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
}

type Secret = { readonly key: Uint8Array; readonly associated: Uint8Array };

function encrypt(secret: Secret, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', secret.key, iv);
  cipher.setAAD(secret.associated);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(secret: Secret, sealed: Uint8Array): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw new EnvelopeError('The sealed value is cut short');
  const decipher = createDecipheriv('aes-256-gcm', secret.key, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(secret.associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes, sealed.length - tagBytes)), decipher.final()]);
  } catch (fault) {
    throw new EnvelopeError('The sealed value was changed or stands in the wrong place', { cause: fault });
  }
}

function toHeader(version: number): Buffer {
  const header = Buffer.alloc(wrapStart);
  header.writeUInt8(formatVersion, 0);
  header.writeUInt32BE(version, 1);
  return header;
}

/** Version of the master key under which a value's data key is wrapped. */
export function readKeyVersion(sealed: Uint8Array): number {
  if (sealed.length < wrapEnd || sealed[0] !== formatVersion) throw new EnvelopeError('Not a sealed value');
  return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).readUInt32BE(1);
}

function unwrapDataKey(masterKeys: readonly MasterKey[], sealed: Uint8Array): Buffer {
  const version = readKeyVersion(sealed);
  const master = masterKeys.find((each) => each.version === version);
  if (master === undefined) throw new EnvelopeError(`Master key version ${version} is not among the keys given`);
  return decrypt({ key: master.key, associated: toHeader(version) }, sealed.subarray(wrapStart, wrapEnd));
}

function getCurrent(masterKeys: readonly MasterKey[]): MasterKey {
  const [current] = masterKeys;
  if (current === undefined) throw new EnvelopeError('There is no master key');
  return current;
}

function wrapDataKey(master: MasterKey, dataKey: Uint8Array): Buffer {
  const header = toHeader(master.version);
  return Buffer.concat([header, encrypt({ key: master.key, associated: header }, dataKey)]);
}

/** Encrypts `plain` under a fresh data key, bound to `place`. */
export function sealEnvelope(masterKeys: readonly MasterKey[], place: string, plain: Uint8Array): Uint8Array {
  const dataKey = randomBytes(keyBytes);
  const value = encrypt({ key: dataKey, associated: Buffer.from(place) }, plain);
  return Buffer.concat([wrapDataKey(getCurrent(masterKeys), dataKey), value]);
}

export function openEnvelope(masterKeys: readonly MasterKey[], place: string, sealed: Uint8Array): Uint8Array {
  const dataKey = unwrapDataKey(masterKeys, sealed);
  return decrypt({ key: dataKey, associated: Buffer.from(place) }, sealed.subarray(wrapEnd));
}

/** The same value with its data key wrapped by the current master key. */
export function rewrapEnvelope(masterKeys: readonly MasterKey[], sealed: Uint8Array): Uint8Array {
  const dataKey = unwrapDataKey(masterKeys, sealed);
  return Buffer.concat([wrapDataKey(getCurrent(masterKeys), dataKey), sealed.subarray(wrapEnd)]);
}
