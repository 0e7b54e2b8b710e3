import { z } from 'zod';
import { Attempt, StartAttempt } from '../capture.ts';
import { endpoint } from '../endpoint.ts';
import { AttemptParams, PersonParams, Uuid } from '../values.ts';

export const startAttempt = endpoint({
  id: 'startAttempt',
  method: 'POST',
  path: '/api/people/:personId/attempts',
  access: 'principal',
  summary: 'Begin a remote face attempt; the server chooses the challenge',
  idempotent: 'by-path',
  params: PersonParams,
  body: StartAttempt,
  response: Attempt,
  refusals: [
    'template.missing',
    'consent.missing',
    'consent.version_old',
    'attempt.limit_reached',
    'attempt.not_due',
    'helper.limit_reached',
    'identity.not_linked',
    'engine.unavailable',
  ],
});

export const getAttempt = endpoint({
  id: 'getAttempt',
  method: 'GET',
  path: '/api/attempts/:attemptId',
  access: 'capturer',
  summary: 'State, what has arrived, and the outcome; with `waitMs` it answers when decided or at the latest then',
  idempotent: 'safe',
  params: AttemptParams,
  query: z.strictObject({ waitMs: z.coerce.number().int().min(0).max(20_000).default(0) }),
  response: Attempt,
  refusals: ['request.not_found'],
});

/** Raw JPEG body; the headers of `FrameHeaders`. The same frame again is fine, another under the same index is refused. */
export const putFrame = endpoint({
  id: 'putFrame',
  method: 'PUT',
  path: '/api/attempts/:attemptId/frames/:index',
  access: 'capturer',
  summary: 'One frame of the capture',
  idempotent: 'by-path',
  params: z.strictObject({ attemptId: Uuid, index: z.coerce.number().int().min(0).max(23) }),
  bodyType: 'image/jpeg',
  response: z.strictObject({ framesReceived: z.array(z.int()) }),
  refusals: [
    'request.not_found',
    'attempt.closed',
    'attempt.expired',
    'attempt.frame_limit',
    'attempt.bytes_limit',
    'attempt.frame_differs',
    'picture.unreadable',
    'picture.type_unknown',
    'picture.too_large',
  ],
});

export const submitAttempt = endpoint({
  id: 'submitAttempt',
  method: 'POST',
  path: '/api/attempts/:attemptId/submit',
  access: 'capturer',
  summary: 'All frames are there: decide. Repeating it changes nothing',
  idempotent: 'by-path',
  params: AttemptParams,
  body: z.strictObject({ nonce: z.string(), frameCount: z.int().min(1).max(24) }),
  response: Attempt,
  refusals: ['request.not_found', 'attempt.incomplete', 'attempt.closed', 'attempt.expired'],
});

export const abandonAttempt = endpoint({
  id: 'abandonAttempt',
  method: 'POST',
  path: '/api/attempts/:attemptId/abandon',
  access: 'capturer',
  summary: 'Leave without deciding; it does not count as a try',
  idempotent: 'by-path',
  params: AttemptParams,
  response: Attempt,
  refusals: ['request.not_found', 'attempt.closed'],
});
