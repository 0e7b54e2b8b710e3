import { toEpochMs } from '@anzai/domain';
import type { Instant, PlainDate } from '@anzai/domain';
import { fromClaimMap } from './certificate-claims.ts';
import type { CertificateClaims } from './certificate-claims.ts';
import { findSigningKey } from './key-set.ts';
import type { KeyRefusal, KeySet } from './key-set.ts';
import type { RevocationList } from './revocation-list.ts';
import { parseSignedText, verifyEd25519 } from './signed-text.ts';
import type { VerifySignature } from './signed-text.ts';

export const CODE_PREFIX = 'AZ1.';
export const CERTIFICATE_TYPE = 'anzai-cert';
/** Far above any real one: a long name with its long agency takes some 500 letters. */
const CODE_LENGTH_MAX = 2000;

export type VerifyOptions = {
  readonly keys: KeySet;
  /** Null when none could be had: then nothing is known of revocations, and the answer says so. */
  readonly revocations: RevocationList | null;
  readonly now: Instant;
  /** Another implementation of Ed25519, for speed; the default runs everywhere. */
  readonly verifySignature?: VerifySignature;
};

/** What stands in `certificate` has a true signature. Of codes without one nothing is told. */
export type Verification =
  | {
      readonly outcome: 'valid' | 'expired';
      readonly certificate: CertificateClaims;
      readonly keyId: string;
      /** As of when revocations are known; null when they are not. */
      readonly revocationsIssuedAt: Instant | null;
    }
  | {
      readonly outcome: 'revoked';
      readonly certificate: CertificateClaims;
      readonly keyId: string;
      readonly revokedOn: PlainDate;
    }
  | { readonly outcome: 'unknown-key'; readonly keyId: string; readonly reason: KeyRefusal }
  | { readonly outcome: 'bad-signature'; readonly keyId: string }
  | { readonly outcome: 'malformed' };

/** Verifies a code, or a verify address that carries one in its fragment, without asking anyone. */
export function verifyCode(text: string, options: VerifyOptions): Verification {
  const message = parseSignedText(text, { prefix: CODE_PREFIX, type: CERTIFICATE_TYPE, lengthMax: CODE_LENGTH_MAX });
  const certificate = message && fromClaimMap(message.payload);
  if (!message || !certificate) return { outcome: 'malformed' };
  const { keyId } = message;
  const key = findSigningKey(options.keys, { keyId, signedAt: certificate.issuedAt });
  if (typeof key === 'string') return { outcome: 'unknown-key', keyId, reason: key };
  const { signature, toBeSigned } = message;
  const verify = options.verifySignature ?? verifyEd25519;
  if (!verify({ signature, toBeSigned, key })) return { outcome: 'bad-signature', keyId };
  const revokedOn = options.revocations?.revoked.get(certificate.number);
  if (revokedOn !== undefined) return { outcome: 'revoked', certificate, keyId, revokedOn };
  const isOver = toEpochMs(options.now) >= toEpochMs(certificate.expiresAt);
  const revocationsIssuedAt = options.revocations?.issuedAt ?? null;
  return { outcome: isOver ? 'expired' : 'valid', certificate, keyId, revocationsIssuedAt };
}
