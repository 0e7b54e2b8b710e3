/** Short names for what the console's endpoints answer. */
import type { counter } from '@anzai/contract';
import type { staff } from '@anzai/contract';
import type { CaseSummary as CaseSummarySchema, CertificateSummary as CertificateSchema } from '@anzai/contract';
import type { z } from 'zod';

export type PersonRow = counter.PersonRow;
export type PersonDetail = z.infer<typeof counter.PersonDetail>;
export type CaseDetail = z.infer<typeof counter.CaseDetail>;
export type CaseSummary = z.infer<typeof CaseSummarySchema>;
export type CertificateSummary = z.infer<typeof CertificateSchema>;
export type Today = counter.Today;
export type EngineStatus = counter.EngineStatus;
export type AuditRow = z.infer<typeof counter.AuditRow>;
export type StaffMember = z.infer<typeof staff.StaffMember>;
export type StaffSession = staff.StaffSession;
