import { z } from 'zod';
import { Attempt, StartAttempt } from '../capture.ts';
import { endpoint } from '../endpoint.ts';
import {
  AmountFen,
  CaseParams,
  CaseSummary,
  CertificateSummary,
  Channel,
  Day,
  DocumentKind,
  Instant,
  Locale,
  Ok,
  Outlet,
  Page,
  PersonParams,
  Scheme,
  Standing,
  TimelineEntry,
  Uuid,
  Way,
} from '../values.ts';

export const PersonRow = z.strictObject({
  id: Uuid,
  name: z.string(),
  birthOn: Day,
  documentMasked: z.string(),
  schemes: z.array(Scheme),
  outletId: Uuid.nullable(),
  standing: Standing,
  template: z.enum(['none', 'current', 'withdrawn']),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** `q` is a document number, social security number or (part of) a name; it travels in the body so that no log holds it. */
export const findPeople = endpoint({
  id: 'findPeople',
  method: 'POST',
  path: '/api/console/people/find',
  access: 'people:read',
  summary: 'Find a person by document number, name or social security number',
  idempotent: 'safe',
  body: z.strictObject({
    q: z.string().max(100),
    standing: z.enum(['certified', 'due', 'overdue', 'in-review', 'not-subject']).optional(),
    template: z.enum(['none', 'current', 'withdrawn']).optional(),
    scheme: Scheme.optional(),
    after: z.string().max(200).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  response: z.strictObject({
    people: z.array(PersonRow),
    next: z.string().nullable(),
    /** What the text was taken for; a wrong check digit is told apart from an unknown number. */
    understoodAs: z.enum(['document', 'document-invalid', 'name', 'everyone']),
    invalidReason: z.enum(['length', 'characters', 'checksum', 'birth-date']).nullable(),
  }),
  refusals: [],
});

export const PersonDetail = z.strictObject({
  person: PersonRow,
  phoneMasked: z.string().nullable(),
  sex: z.enum(['female', 'male', 'unknown']),
  address: z.string().nullable(),
  residence: z.enum(['local', 'province', 'elsewhere', 'hong-kong', 'macau', 'taiwan', 'abroad']),
  documents: z.array(z.strictObject({ id: Uuid, kind: DocumentKind, masked: z.string(), current: z.boolean() })),
  benefits: z.array(
    z.strictObject({
      id: Uuid,
      scheme: Scheme,
      state: z.enum(['paid', 'suspended', 'ended']),
      monthlyFen: AmountFen,
      since: Day,
    }),
  ),
  consents: z.array(
    z.strictObject({
      id: Uuid,
      decision: z.enum(['given', 'refused', 'withdrawn']),
      textVersion: z.string(),
      at: Instant,
      by: z.string(),
    }),
  ),
  enrolments: z.array(
    z.strictObject({
      id: Uuid,
      at: Instant,
      by: z.string(),
      outletName: z.string(),
      state: z.enum(['current', 'replaced', 'withdrawn']),
      quality: z.int().nullable(),
      embedder: z.string(),
      hasPicture: z.boolean(),
    }),
  ),
  certificates: z.array(CertificateSummary),
  cases: z.array(CaseSummary),
  timeline: z.array(TimelineEntry),
  sighting: z.strictObject({ id: Uuid, at: Instant, documentKind: DocumentKind }).nullable(),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

export const getPerson = endpoint({
  id: 'getPerson',
  method: 'GET',
  path: '/api/console/people/:personId',
  access: 'people:read',
  summary: 'The whole file of a person',
  idempotent: 'safe',
  params: PersonParams,
  response: PersonDetail,
  refusals: ['person.not_found', 'person.other_outlet'],
});

export const revealDocument = endpoint({
  id: 'revealDocument',
  method: 'POST',
  path: '/api/console/people/:personId/documents/:documentId/reveal',
  access: 'documents:reveal',
  summary: 'The full number; each look is recorded',
  idempotent: 'by-key',
  params: z.strictObject({ personId: Uuid, documentId: Uuid }),
  response: z.strictObject({ number: z.string() }),
  refusals: ['person.not_found', 'person.other_outlet'],
});

/** The clerk typed the number from the original, which must be the person's. Good for the rest of the day at this outlet. */
export const recordSighting = endpoint({
  id: 'recordSighting',
  method: 'POST',
  path: '/api/console/people/:personId/sightings',
  access: 'people:enrol',
  summary: 'The original document was seen',
  idempotent: 'by-key',
  params: PersonParams,
  body: z.strictObject({ id: Uuid, documentKind: DocumentKind, documentNumber: z.string().min(4).max(40) }),
  response: Ok,
  refusals: ['person.not_found', 'person.other_outlet', 'sighting.document_differs', 'identity.document_invalid'],
});

export const recordCounterConsent = endpoint({
  id: 'recordCounterConsent',
  method: 'POST',
  path: '/api/console/people/:personId/consents',
  access: 'people:enrol',
  summary: 'Consent read out at the counter: given, refused or withdrawn (which destroys template and pictures)',
  idempotent: 'by-key',
  params: PersonParams,
  body: z.strictObject({
    id: Uuid,
    decision: z.enum(['given', 'refused', 'withdrawn']),
    textVersion: z.string(),
    locale: Locale,
  }),
  response: Ok,
  refusals: ['person.not_found', 'person.other_outlet', 'consent.version_old'],
});

export const startEnrolment = endpoint({
  id: 'startEnrolment',
  method: 'POST',
  path: '/api/console/people/:personId/enrolments',
  access: 'people:enrol',
  summary: 'Begin recording the face at the outlet’s camera',
  idempotent: 'by-path',
  params: PersonParams,
  body: StartAttempt,
  response: Attempt,
  refusals: [
    'person.not_found',
    'person.other_outlet',
    'person.deceased',
    'sighting.missing',
    'consent.missing',
    'engine.unavailable',
  ],
});

export const startAssistedAttempt = endpoint({
  id: 'startAssistedAttempt',
  method: 'POST',
  path: '/api/console/people/:personId/attempts',
  access: 'people:certify',
  summary: 'Certify an enrolled person at the outlet’s camera',
  idempotent: 'by-path',
  params: PersonParams,
  body: StartAttempt,
  response: Attempt,
  refusals: [
    'person.not_found',
    'person.other_outlet',
    'person.deceased',
    'template.missing',
    'consent.missing',
    'engine.unavailable',
  ],
});

export const certifyByDocument = endpoint({
  id: 'certifyByDocument',
  method: 'POST',
  path: '/api/console/people/:personId/certifications',
  access: 'people:certify',
  summary: 'Certify a person who stands at the counter with the original document, without a face',
  idempotent: 'by-key',
  params: PersonParams,
  body: z.strictObject({ id: Uuid, sightingId: Uuid, note: z.string().max(500).optional() }),
  response: CertificateSummary,
  refusals: ['person.not_found', 'person.other_outlet', 'person.deceased', 'sighting.missing'],
});

export const getEnrolmentPicture = endpoint({
  id: 'getEnrolmentPicture',
  method: 'GET',
  path: '/api/console/enrolments/:enrolmentId/picture',
  access: 'pictures:view',
  summary: 'Reference picture; each look is recorded',
  idempotent: 'safe',
  params: z.strictObject({ enrolmentId: Uuid }),
  responseType: 'image/jpeg',
  refusals: ['request.not_found'],
});

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
  refusals: ['request.not_found', 'case.closed', 'case.second_person_needed'],
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
  }),
  refusals: ['request.not_found'],
});

export { Outlet, Way };
