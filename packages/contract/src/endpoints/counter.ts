import { z } from 'zod';
import { Attempt, StartAttempt } from '../capture.ts';
import { endpoint } from '../endpoint.ts';
import { CertificateSummary, DocumentKind, Locale, Ok, PersonParams, Uuid } from '../values.ts';

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
