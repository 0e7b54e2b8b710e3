import { toEpochMs } from '@anzai/domain';
import type { Instant } from '@anzai/domain';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/**
 * `active` signs; `retired` no longer signs and still verifies what it signed in its time; `withdrawn` has come into
 * wrong hands, and nothing that it signed is believed, since a thief can date back.
 */
export type KeyStatus = 'active' | 'retired' | 'withdrawn';

export type PublishedKey = {
  readonly keyId: string;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
  readonly validFrom: Instant;
  /** Null while it is in use. */
  readonly validUntil: Instant | null;
  readonly status: KeyStatus;
};

export type KeySet = readonly PublishedKey[];

export type JwkSet = { readonly keys: readonly Readonly<Record<string, string | null>>[] };

/** JWK Set (RFC 7517) of OKP keys (RFC 8037), with the time in which each was in use. */
export function toJwks(keys: KeySet): JwkSet {
  return {
    keys: keys.map((key) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      alg: 'EdDSA',
      kid: key.keyId,
      x: toBase64Url(key.publicKey),
      'anzai:validFrom': key.validFrom,
      'anzai:validUntil': key.validUntil,
      'anzai:status': key.status,
    })),
  };
}

/** Reads a JWK Set; keys of other kinds are passed over. Throws when it is no JWK Set at all. */
export function parseKeySet(json: unknown): KeySet {
  const keys = isRecord(json) ? json['keys'] : undefined;
  if (!Array.isArray(keys)) throw new TypeError('not a JWK Set');
  return keys.map(parseKey).filter((key) => key !== undefined);
}

export type KeyRefusal = 'not-published' | 'withdrawn' | 'not-in-use-then';

/** The key that may have signed at `signedAt`, or why there is none. */
export function findSigningKey(
  keys: KeySet,
  wanted: { readonly keyId: string; readonly signedAt: Instant },
): PublishedKey | KeyRefusal {
  const key = keys.find((candidate) => candidate.keyId === wanted.keyId);
  if (!key) return 'not-published';
  if (key.status === 'withdrawn') return 'withdrawn';
  const signedMs = toEpochMs(wanted.signedAt);
  // Signing times are whole seconds: one signed in the key's first second counts.
  const isLater = signedMs > toEpochMs(key.validFrom) - 1000;
  const isEarlier = key.validUntil === null || signedMs <= toEpochMs(key.validUntil);
  return isLater && isEarlier ? key : 'not-in-use-then';
}

function parseKey(jwk: unknown): PublishedKey | undefined {
  if (!isRecord(jwk) || jwk['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519') return undefined;
  const kid = jwk['kid'];
  const publicKey = parsePublicKey(jwk['x']);
  const status = parseStatus(jwk['anzai:status']);
  const validFrom = jwk['anzai:validFrom'];
  const validUntil = jwk['anzai:validUntil'] ?? null;
  if (typeof kid !== 'string' || publicKey === undefined || status === undefined) return undefined;
  if (!isInstant(validFrom) || !(validUntil === null || isInstant(validUntil))) return undefined;
  return { keyId: kid, publicKey, validFrom, validUntil, status };
}

function parsePublicKey(x: unknown): Uint8Array | undefined {
  const bytes = typeof x === 'string' ? fromBase64Url(x) : undefined;
  return bytes?.length === 32 ? bytes : undefined;
}

function parseStatus(status: unknown): KeyStatus | undefined {
  return status === 'active' || status === 'retired' || status === 'withdrawn' ? status : undefined;
}

function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string') return false;
  try {
    toEpochMs(value);
    return true;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
