import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  AmountFen,
  CaseSummary,
  CertificateSummary,
  Day,
  DocumentKind,
  Instant,
  Locale,
  PersonParams,
  Scheme,
  Standing,
  TimelineEntry,
  Uuid,
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
      outletName: z.record(Locale, z.string()).nullable(),
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
