import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Locale, Outlet } from '../values.ts';

export const Agency = z.strictObject({
  name: z.record(Locale, z.string()),
  address: z.record(Locale, z.string()),
  hours: z.record(Locale, z.string()),
  phone: z.string(),
  timeZone: z.string(),
  /** What a person is told of the rule, in plain words. */
  rule: z.strictObject({ id: z.string(), title: z.record(Locale, z.string()), summary: z.record(Locale, z.string()) }),
  /** Consent text in force; its words are in i18n under this version. */
  consentVersion: z.string(),
  triesMax: z.int(),
  demonstration: z.boolean(),
});
export type Agency = z.infer<typeof Agency>;

export const getAgency = endpoint({
  id: 'getAgency',
  method: 'GET',
  path: '/api/agency',
  access: 'public',
  summary: 'The agency, its rule in plain words and its telephone',
  idempotent: 'safe',
  response: Agency,
  refusals: [],
});

export const listOutlets = endpoint({
  id: 'listOutlets',
  method: 'GET',
  path: '/api/outlets',
  access: 'public',
  summary: 'Counters with address, hours and services',
  idempotent: 'safe',
  query: z.strictObject({ service: z.enum(['enrolment', 'assisted-face', 'counter-document']).optional() }),
  response: z.strictObject({ outlets: z.array(Outlet) }),
  refusals: [],
});
