import { addDays, startOfDay } from '@anzai/domain';
import type { Channel, Instant, PlainDate } from '@anzai/domain';
import { toBase64Url } from './base64url.ts';
import { toClaimMap } from './certificate-claims.ts';
import type { CertificateClaims, CertificateNumber } from './certificate-claims.ts';
import { encodeSign1 } from './cose-sign1.ts';
import { LIST_PREFIX, LIST_TYPE, toRevocationMap } from './revocation-list.ts';
import type { SigningKey } from './signing-key.ts';
import { CERTIFICATE_TYPE, CODE_PREFIX } from './verify-code.ts';

export type IssueCertificateInput = {
  readonly claims: Omit<CertificateClaims, 'expiresAt' | 'channel'> & { readonly channel: Channel };
  /** IANA name of the zone in which the agency counts its days. */
  readonly timeZone: string;
  readonly key: SigningKey;
};

/** The signed code of a certificate, `AZ1.…`: COSE_Sign1 with CWT claims (RFC 8392). */
export function issueCertificate(input: IssueCertificateInput): string {
  const { key, timeZone } = input;
  const claims = completeClaims(input.claims, timeZone);
  if (!isMasked(claims.documentMasked)) throw new RangeError('the document number must be masked');
  if (claims.validUntil < claims.certifiedOn) throw new RangeError('a certificate cannot end before it begins');
  const payload = toClaimMap(claims);
  const bytes = encodeSign1({ type: CERTIFICATE_TYPE, keyId: key.keyIdBytes, payload, sign: key.sign });
  return CODE_PREFIX + toBase64Url(bytes);
}

/** The claims with the moment at which they cease to hold. */
export function completeClaims(claims: Omit<CertificateClaims, 'expiresAt'>, timeZone: string): CertificateClaims {
  return { ...claims, expiresAt: startOfDay(addDays(claims.validUntil, 1), timeZone) };
}

export type IssueRevocationListInput = {
  readonly agency: string;
  readonly issuedAt: Instant;
  readonly nextUpdateAt: Instant;
  readonly revoked: readonly { readonly number: CertificateNumber; readonly revokedOn: PlainDate }[];
  readonly key: SigningKey;
};

/** The signed revocation list, `AZR1.…`. */
export function issueRevocationList(input: IssueRevocationListInput): string {
  const { agency, issuedAt, nextUpdateAt, key } = input;
  const revoked = new Map(input.revoked.map((entry) => [entry.number, entry.revokedOn]));
  const payload = toRevocationMap({ agency, issuedAt, nextUpdateAt, revoked });
  const bytes = encodeSign1({ type: LIST_TYPE, keyId: key.keyIdBytes, payload, sign: key.sign });
  return LIST_PREFIX + toBase64Url(bytes);
}

/** At least a third hidden: a slip that would print a whole document number must not pass. */
function isMasked(text: string): boolean {
  const hidden = text.replaceAll(/[^*]/g, '').length;
  return hidden * 3 >= text.length && text.length > 0;
}
