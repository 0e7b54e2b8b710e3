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
export type { AgencyContact } from './pdf/agency-contact.ts';
export { renderCertificatePdf } from './pdf/render-certificate-pdf.ts';
export type { RenderCertificateInput } from './pdf/render-certificate-pdf.ts';
export { renderPosterPdf } from './pdf/render-poster-pdf.ts';
export type { RenderPosterInput } from './pdf/render-poster-pdf.ts';
