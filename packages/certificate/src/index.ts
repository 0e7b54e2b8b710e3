/**
 * Certificates: signed codes that verify offline, revocation lists, published keys, QR codes, and the printed page.
 * Pure functions over their inputs; the server, the command-line verifier and the public page all use these.
 */
export { createSigningKey, makeSigningSeed } from './signing-key.ts';
export type { SigningKey } from './signing-key.ts';
export { completeClaims, issueCertificate, issueRevocationList } from './issue-certificate.ts';
export { toJwks } from './key-set.ts';
export { renderQrPng, renderQrSvg, toVerifyUrl } from './qr-code.ts';
export { BATCH_MAX, verifyBatch } from './verify-batch.ts';
export * from './verify.ts';
