import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CertificateSummary, Locale, Uuid } from '../values.ts';

export const revokeCertificate = endpoint({
  id: 'revokeCertificate',
  method: 'POST',
  path: '/api/console/certificates/:certificateId/revoke',
  access: 'certificates:revoke',
  summary: 'Revoke a certificate with a reason',
  idempotent: 'by-key',
  params: z.strictObject({ certificateId: Uuid }),
  body: z.strictObject({ reason: z.string().min(3).max(500) }),
  response: CertificateSummary,
  refusals: ['request.not_found', 'certificate.revoked'],
});

export const getStaffCertificatePdf = endpoint({
  id: 'getStaffCertificatePdf',
  method: 'GET',
  path: '/api/console/certificates/:certificateId/pdf',
  access: 'people:read',
  summary: 'The certificate as PDF, for printing at the counter',
  idempotent: 'safe',
  params: z.strictObject({ certificateId: Uuid }),
  query: z.strictObject({ locale: Locale.default('zh-CN') }),
  responseType: 'application/pdf',
  refusals: ['request.not_found'],
});

export const getPoster = endpoint({
  id: 'getPoster',
  method: 'GET',
  path: '/api/console/poster.pdf',
  access: 'staff',
  summary: 'The agency’s poster with the QR code of the web application',
  idempotent: 'safe',
  query: z.strictObject({ locale: Locale.default('zh-CN') }),
  responseType: 'application/pdf',
  refusals: [],
});
