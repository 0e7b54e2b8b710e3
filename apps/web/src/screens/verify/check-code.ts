import { verifyCode } from '@anzai/certificate/verify';
import type { CertificateClaims } from '@anzai/certificate/verify';
import type { Trust } from './trust-store.ts';

export type Finding =
  | {
      readonly kind: 'valid' | 'expired' | 'revoked';
      readonly certificate: CertificateClaims;
      /** The day of revocation; null for the others. */
      readonly revokedOn: string | null;
    }
  | { readonly kind: 'forged' | 'withdrawnKey' | 'unknownKey' | 'malformed' | 'noKeys' };

/** What is to be shown of a code. Nothing in a code without a true signature is believed, and so nothing of it is shown. */
export function checkCode(code: string, trust: Trust | null, now: string): Finding {
  if (trust === null) return { kind: 'noKeys' };
  const found = verifyCode(code, { keys: trust.keys, revocations: trust.revocations, now });
  switch (found.outcome) {
    case 'valid':
    case 'expired':
      return { kind: found.outcome, certificate: found.certificate, revokedOn: null };
    case 'revoked':
      return { kind: 'revoked', certificate: found.certificate, revokedOn: found.revokedOn };
    case 'unknown-key':
      return { kind: found.reason === 'not-published' ? 'unknownKey' : 'withdrawnKey' };
    case 'bad-signature':
      return { kind: 'forged' };
    case 'malformed':
      return { kind: 'malformed' };
  }
}

/** The code in an address's fragment, if there is one. */
export function findCodeInHash(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return text.startsWith('AZ1.') ? text : null;
}
