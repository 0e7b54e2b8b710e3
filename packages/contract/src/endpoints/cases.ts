import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CaseParams, CaseSummary, Instant, Page, Uuid } from '../values.ts';

export const listCases = endpoint({
  id: 'listCases',
  method: 'GET',
  path: '/api/console/cases',
  access: 'people:read',
  summary: 'Cases, oldest due first',
  idempotent: 'safe',
  query: Page.extend({
    state: z.enum(['open', 'waiting-second', 'closed']).optional(),
    kind: CaseSummary.shape.kind.optional(),
  }),
  response: z.strictObject({ cases: z.array(CaseSummary), next: z.string().nullable() }),
  refusals: [],
});

export const CaseDetail = z.strictObject({
  summary: CaseSummary,
  /** Stable reason codes with texts in i18n (`review` area). */
  reasons: z.array(z.string()),
  attempts: z.array(
    z.strictObject({
      id: Uuid,
      at: Instant,
      mode: z.enum(['move', 'still']),
      acting: z.enum(['self', 'helper', 'counter']),
      helperName: z.string().nullable(),
      signals: z.array(
        z.strictObject({
          name: z.string(),
          outcome: z.enum(['for', 'against', 'unmeasured']),
          reasons: z.array(z.string()),
        }),
      ),
      matchOutcome: z.enum(['match', 'no-match', 'doubtful', 'error', 'none']),
      frames: z.array(z.strictObject({ index: z.int(), promptKind: z.string(), faces: z.int().nullable() })),
    }),
  ),
  enrolmentId: Uuid.nullable(),
  /** For duplicate-face cases: the other people found, with their enrolments. */
  others: z.array(z.strictObject({ personId: Uuid, personName: z.string(), enrolmentId: Uuid })),
  decisions: z.array(z.strictObject({ at: Instant, by: z.string(), decision: z.string(), reason: z.string() })),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const getCase = endpoint({
  id: 'getCase',
  method: 'GET',
  path: '/api/console/cases/:caseId',
  access: 'people:read',
  summary: 'A case with signals in words',
  idempotent: 'safe',
  params: CaseParams,
  response: CaseDetail,
  refusals: ['request.not_found'],
});

export const getAttemptFrame = endpoint({
  id: 'getAttemptFrame',
  method: 'GET',
  path: '/api/console/attempts/:attemptId/frames/:index',
  access: 'pictures:view',
  summary: 'One frame of an attempt; each look is recorded',
  idempotent: 'safe',
  params: z.strictObject({ attemptId: Uuid, index: z.coerce.number().int().min(0).max(23) }),
  responseType: 'image/jpeg',
  refusals: ['request.not_found'],
});

/** A refusal needs a second reviewer; the first leaves the case waiting. Accepting certifies the person (attempt-review). */
export const decideCase = endpoint({
  id: 'decideCase',
  method: 'POST',
  path: '/api/console/cases/:caseId/decisions',
  access: 'cases:review',
  summary: 'Decide a case with a reason',
  idempotent: 'by-key',
  params: CaseParams,
  body: z.strictObject({
    id: Uuid,
    decision: z.enum(['accepted', 'refused', 'sent-to-counter', 'no-concern', 'same-person']),
    reason: z.string().min(3).max(1000),
  }),
  response: CaseSummary,
  refusals: ['request.not_found', 'case.closed', 'case.second_person_needed', 'person.deceased'],
});

/** A clerk books what became of a chosen way, e.g. a call made. */
export const closeWayCase = endpoint({
  id: 'closeWayCase',
  method: 'POST',
  path: '/api/console/cases/:caseId/close',
  access: 'people:certify',
  summary: 'Close a case that waited at the counter, with what was done',
  idempotent: 'by-key',
  params: CaseParams,
  body: z.strictObject({ note: z.string().min(3).max(1000) }),
  response: CaseSummary,
  refusals: ['request.not_found', 'case.closed'],
});
