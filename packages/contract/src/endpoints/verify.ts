import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Channel, Day } from '../values.ts';

/** JWK Set (RFC 7517, OKP keys of RFC 8037) with the time each key was in use. */
export const getKeys = endpoint({
  id: 'getKeys',
  method: 'GET',
  path: '/.well-known/anzai/keys.json',
  access: 'public',
  summary: 'Published signing keys, the old ones too',
  idempotent: 'safe',
  response: z.looseObject({ keys: z.array(z.looseObject({ kid: z.string() })) }),
  refusals: [],
});

export const getRevocations = endpoint({
  id: 'getRevocations',
  method: 'GET',
  path: '/.well-known/anzai/revocations.json',
  access: 'public',
  summary: 'Signed list of revoked certificate numbers',
  idempotent: 'safe',
  response: z.looseObject({ list: z.string() }),
  refusals: [],
});

export const VerifyResult = z.strictObject({
  code: z.string(),
  outcome: z.enum(['valid', 'expired', 'revoked', 'unknown-key', 'bad-signature', 'malformed']),
  number: z.string().nullable(),
  name: z.string().nullable(),
  documentMasked: z.string().nullable(),
  certifiedOn: Day.nullable(),
  validUntil: Day.nullable(),
  channel: Channel.nullable(),
});

export const verifyCertificates = endpoint({
  id: 'verifyCertificates',
  method: 'POST',
  path: '/api/verify',
  access: 'public',
  summary: 'Verify up to a thousand certificates at once',
  idempotent: 'safe',
  body: z.strictObject({ codes: z.array(z.string().max(2000)).min(1).max(1000) }),
  response: z.strictObject({ results: z.array(VerifyResult) }),
  refusals: ['verify.too_many'],
});
