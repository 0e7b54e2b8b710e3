import { toEpochMs } from '@anzai/domain';
import type { Instant, PlainDate } from '@anzai/domain';
import {
  fromCertificateInteger,
  fromDayInteger,
  fromSeconds,
  toCertificateInteger,
  toDayInteger,
  toSeconds,
} from './certificate-claims.ts';
import type { CertificateNumber } from './certificate-claims.ts';
import { findSigningKey } from './key-set.ts';
import type { KeySet } from './key-set.ts';
import { parseSignedText, verifyEd25519 } from './signed-text.ts';
import type { VerifySignature } from './signed-text.ts';

export const LIST_PREFIX = 'AZR1.';
export const LIST_TYPE = 'anzai-revocations';
/** Some half a million entries. */
const LIST_LENGTH_MAX = 10_000_000;

export type RevocationList = {
  readonly agency: string;
  readonly issuedAt: Instant;
  /** When the next one comes out at the latest: until then this one is current. */
  readonly nextUpdateAt: Instant;
  /** Number → the day on which it was revoked. */
  readonly revoked: ReadonlyMap<CertificateNumber, PlainDate>;
};

const ISSUER = 1;
const EXPIRES = 4;
const ISSUED = 6;
const REVOKED = -70_010;

export type RevocationCheck =
  | { readonly outcome: 'current' | 'outdated'; readonly list: RevocationList; readonly keyId: string }
  | { readonly outcome: 'unknown-key' | 'bad-signature'; readonly keyId: string }
  | { readonly outcome: 'malformed' };

/** Verifies a signed revocation list. An outdated one still tells true revocations, though not the newest. */
export function verifyRevocationList(
  text: string,
  options: { readonly keys: KeySet; readonly now: Instant; readonly verifySignature?: VerifySignature },
): RevocationCheck {
  const message = parseSignedText(text, { prefix: LIST_PREFIX, type: LIST_TYPE, lengthMax: LIST_LENGTH_MAX });
  const list = message && fromRevocationMap(message.payload);
  if (!message || !list) return { outcome: 'malformed' };
  const { keyId, signature, toBeSigned } = message;
  const key = findSigningKey(options.keys, { keyId, signedAt: list.issuedAt });
  if (typeof key === 'string') return { outcome: 'unknown-key', keyId };
  const verify = options.verifySignature ?? verifyEd25519;
  if (!verify({ signature, toBeSigned, key })) return { outcome: 'bad-signature', keyId };
  const isOver = toEpochMs(options.now) >= toEpochMs(list.nextUpdateAt);
  return { outcome: isOver ? 'outdated' : 'current', list, keyId };
}

export function toRevocationMap(list: RevocationList): ReadonlyMap<number, unknown> {
  const revoked = [...list.revoked].map(([number, day]) => [toCertificateInteger(number), toDayInteger(day)] as const);
  return new Map<number, unknown>([
    [ISSUER, list.agency],
    [EXPIRES, toSeconds(list.nextUpdateAt)],
    [ISSUED, toSeconds(list.issuedAt)],
    [REVOKED, new Map(revoked)],
  ]);
}

function fromRevocationMap(map: ReadonlyMap<unknown, unknown>): RevocationList | undefined {
  const agency = map.get(ISSUER);
  const issuedAt = fromSeconds(map.get(ISSUED));
  const nextUpdateAt = fromSeconds(map.get(EXPIRES));
  const entries = map.get(REVOKED);
  if (typeof agency !== 'string' || issuedAt === undefined || nextUpdateAt === undefined) return undefined;
  if (!(entries instanceof Map)) return undefined;
  const revoked = new Map<CertificateNumber, PlainDate>();
  for (const [integer, day] of entries as ReadonlyMap<unknown, unknown>) {
    const number = typeof integer === 'number' ? fromCertificateInteger(integer) : undefined;
    const revokedOn = fromDayInteger(day);
    if (number === undefined || revokedOn === undefined) return undefined;
    revoked.set(number, revokedOn);
  }
  return { agency, issuedAt, nextUpdateAt, revoked };
}
