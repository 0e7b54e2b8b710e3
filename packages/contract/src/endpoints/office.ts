import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CaseSummary, Channel, Day, Instant, Page, Role, Uuid } from '../values.ts';

export const Today = z.strictObject({
  date: Day,
  counts: z.strictObject({
    due: z.int(),
    overdue: z.int(),
    certified: z.int(),
    inReview: z.int(),
    notEnrolled: z.int(),
    enrolledToday: z.int(),
    certifiedToday: z.int(),
    openCases: z.int(),
  }),
  waiting: z.array(CaseSummary),
  byChannel: z.array(z.strictObject({ channel: Channel, count: z.int() })),
});
export type Today = z.infer<typeof Today>;

export const getToday = endpoint({
  id: 'getToday',
  method: 'GET',
  path: '/api/console/today',
  access: 'staff',
  summary: 'The day’s work, of the outlet for a clerk, of the agency for others',
  idempotent: 'safe',
  response: Today,
  refusals: [],
});

export const AuditRow = z.strictObject({
  sequence: z.string(),
  at: Instant,
  actorKind: z.enum(['account', 'staff', 'system']),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  hash: z.string(),
});

export const listAudit = endpoint({
  id: 'listAudit',
  method: 'GET',
  path: '/api/console/audit',
  access: 'audit:read',
  summary: 'The audit trail, newest first',
  idempotent: 'safe',
  query: Page.extend({ action: z.string().max(100).optional(), subjectId: z.string().max(100).optional() }),
  response: z.strictObject({ entries: z.array(AuditRow), next: z.string().nullable() }),
  refusals: [],
});

export const verifyAudit = endpoint({
  id: 'verifyAudit',
  method: 'POST',
  path: '/api/console/audit/verify',
  access: 'audit:read',
  summary: 'Recompute the hash chain',
  idempotent: 'safe',
  response: z.strictObject({ intact: z.boolean(), entries: z.int(), brokenAt: z.string().nullable() }),
  refusals: [],
});

export const EngineStatus = z.strictObject({
  packId: z.string(),
  packVersion: z.string(),
  packTitle: z.string(),
  warning: z.enum(['demonstration-only']).nullable(),
  passivePad: z.boolean(),
  threads: z.int(),
  embedder: z.strictObject({ id: z.string(), version: z.string() }),
  models: z.array(
    z.strictObject({ role: z.string(), file: z.string(), sha256: z.string(), licence: z.string(), source: z.string() }),
  ),
  calibration: z
    .strictObject({
      data: z.string(),
      people: z.int(),
      images: z.int(),
      genuinePairs: z.int(),
      impostorPairs: z.int(),
      tarAtFmr: z.record(
        z.string(),
        z.strictObject({ tar: z.number(), threshold: z.number(), low: z.number(), high: z.number() }),
      ),
      groups: z.array(
        z.strictObject({ group: z.string(), threshold: z.number(), fmr: z.number(), impostorPairs: z.int() }),
      ),
    })
    .nullable(),
  /** Templates made by an earlier embedder that still wait for the background re-enrolment. */
  templatesToRenew: z.int(),
  templates: z.int(),
});
export type EngineStatus = z.infer<typeof EngineStatus>;

export const getEngineStatus = endpoint({
  id: 'getEngineStatus',
  method: 'GET',
  path: '/api/console/engine',
  access: 'engine:read',
  summary: 'Which face models decide, with their measured error rates',
  idempotent: 'safe',
  response: EngineStatus,
  refusals: [],
});

/** Development only: what would have gone out by SMS. Absent in production. */
export const listOutbox = endpoint({
  id: 'listOutbox',
  method: 'GET',
  path: '/api/dev/outbox',
  access: 'public',
  summary: 'Messages that the embedded default shows instead of sending; absent in production',
  idempotent: 'safe',
  response: z.strictObject({
    messages: z.array(z.strictObject({ id: Uuid, at: Instant, to: z.string(), kind: z.string(), text: z.string() })),
    /** Demonstration accounts with what their authenticator shows now; empty unless the agency is the demonstration's. */
    staff: z.array(
      z.strictObject({ login: z.string(), name: z.string(), role: Role, password: z.string(), figures: z.string() }),
    ),
  }),
  refusals: ['request.not_found'],
});
