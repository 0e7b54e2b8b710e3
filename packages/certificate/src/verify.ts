/** The part that verifies: runs in browsers and in Node, and asks nobody. */
export type { CertificateClaims, CertificateNumber } from './certificate-claims.ts';
export { parseKeySet } from './key-set.ts';
export type { JwkSet, KeyRefusal, KeySet, KeyStatus, PublishedKey } from './key-set.ts';
export { verifyRevocationList } from './revocation-list.ts';
export type { RevocationCheck, RevocationList } from './revocation-list.ts';
export { verifyCode } from './verify-code.ts';
export type { Verification, VerifyOptions } from './verify-code.ts';
