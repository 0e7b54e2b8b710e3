import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  CertificateSummary,
  DocumentKind,
  Locale,
  Ok,
  PersonParams,
  Standing,
  TimelineEntry,
  Uuid,
  Way,
  CaseSummary,
  Outlet,
} from '../values.ts';

/** Passkey option objects are WebAuthn's own JSON, passed through. */
const WebAuthnJson = z.record(z.string(), z.unknown());

export const Principal = z.strictObject({
  personId: Uuid,
  name: z.string(),
  documentMasked: z.string(),
  acting: z.enum(['self', 'helper']),
});

export const Session = z.strictObject({
  signedIn: z.boolean(),
  phoneMasked: z.string().nullable(),
  csrfToken: z.string(),
  passkeys: z.int(),
  principals: z.array(Principal),
});
export type Session = z.infer<typeof Session>;

export const getSession = endpoint({
  id: 'getSession',
  method: 'GET',
  path: '/api/account/session',
  access: 'public',
  summary: 'Who is signed in, for whom they act, and the CSRF token',
  idempotent: 'safe',
  response: Session,
  refusals: [],
});

export const requestCode = endpoint({
  id: 'requestCode',
  method: 'POST',
  path: '/api/account/code',
  access: 'public',
  summary: 'Send a one-time code to a telephone',
  idempotent: 'by-key',
  body: z.strictObject({ phone: z.string().max(30), locale: Locale }),
  response: z.strictObject({ resendAfterSeconds: z.int(), validForSeconds: z.int() }),
  refusals: ['account.phone_invalid', 'account.code_too_soon', 'account.code_locked'],
});

export const signIn = endpoint({
  id: 'signIn',
  method: 'POST',
  path: '/api/account/sign-in',
  access: 'public',
  summary: 'Sign in with the code',
  idempotent: 'by-key',
  body: z.strictObject({ phone: z.string().max(30), code: z.string().regex(/^\d{6}$/), deviceId: Uuid }),
  response: Session,
  refusals: ['account.phone_invalid', 'account.code_wrong', 'account.code_expired', 'account.code_locked'],
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'POST',
  path: '/api/account/sign-out',
  access: 'account',
  summary: 'End the session',
  idempotent: 'by-key',
  response: Ok,
  refusals: [],
});

export const beginPasskey = endpoint({
  id: 'beginPasskey',
  method: 'POST',
  path: '/api/account/passkey/begin',
  access: 'account',
  summary: 'Options for making a passkey',
  idempotent: 'by-key',
  response: WebAuthnJson,
  refusals: [],
});

export const finishPasskey = endpoint({
  id: 'finishPasskey',
  method: 'POST',
  path: '/api/account/passkey/finish',
  access: 'account',
  summary: 'Keep the passkey made',
  idempotent: 'by-key',
  body: WebAuthnJson,
  response: Ok,
  refusals: ['account.passkey_failed'],
});

export const beginPasskeySignIn = endpoint({
  id: 'beginPasskeySignIn',
  method: 'POST',
  path: '/api/account/passkey/sign-in/begin',
  access: 'public',
  summary: 'Options for signing in with a passkey',
  idempotent: 'by-key',
  response: z.strictObject({ ticket: Uuid, options: WebAuthnJson }),
  refusals: [],
});

export const finishPasskeySignIn = endpoint({
  id: 'finishPasskeySignIn',
  method: 'POST',
  path: '/api/account/passkey/sign-in/finish',
  access: 'public',
  summary: 'Sign in with a passkey',
  idempotent: 'by-key',
  body: z.strictObject({ ticket: Uuid, deviceId: Uuid, response: WebAuthnJson }),
  response: Session,
  refusals: ['account.passkey_failed'],
});

/** Real-name check against the roster. A helper says who they are once. */
export const identify = endpoint({
  id: 'identify',
  method: 'POST',
  path: '/api/account/identify',
  access: 'account',
  summary: 'Link the account to a person on the roster, as oneself or as helper',
  idempotent: 'by-key',
  body: z.strictObject({
    name: z.string().min(1).max(100),
    documentKind: DocumentKind,
    documentNumber: z.string().min(4).max(40),
    acting: z.enum(['self', 'helper']),
    helper: z
      .strictObject({
        name: z.string().min(1).max(100),
        relation: z.enum(['spouse', 'child', 'relative', 'neighbour', 'carer', 'volunteer', 'other']),
      })
      .optional(),
  }),
  response: Principal,
  refusals: [
    'identity.document_invalid',
    'identity.document_unknown',
    'identity.name_differs',
    'identity.already_linked',
    'helper.limit_reached',
    'helper.details_missing',
    'person.deceased',
  ],
});

export const Home = z.strictObject({
  principal: Principal,
  standing: Standing,
  /** Whether a face was recorded, and whether it can be used today. */
  template: z.enum(['none', 'current', 'withdrawn']),
  consent: z.enum(['none', 'given', 'refused', 'withdrawn', 'old-version']),
  triesLeft: z.int(),
  openCase: CaseSummary.nullable(),
  openAttemptId: Uuid.nullable(),
  certificates: z.array(CertificateSummary),
  timeline: z.array(TimelineEntry),
});
export type Home = z.infer<typeof Home>;

export const getHome = endpoint({
  id: 'getHome',
  method: 'GET',
  path: '/api/people/:personId/home',
  access: 'principal',
  summary: 'Everything the home screen says',
  idempotent: 'safe',
  params: PersonParams,
  response: Home,
  refusals: ['identity.not_linked'],
});

export const recordConsent = endpoint({
  id: 'recordConsent',
  method: 'POST',
  path: '/api/people/:personId/consents',
  access: 'principal',
  summary: 'Agree to face certification, refuse it, or withdraw',
  idempotent: 'by-key',
  params: PersonParams,
  body: z.strictObject({
    id: Uuid,
    decision: z.enum(['given', 'refused', 'withdrawn']),
    textVersion: z.string(),
    locale: Locale,
  }),
  response: Ok,
  refusals: ['consent.version_old', 'identity.not_linked'],
});

/** Ways open to this person, best first. */
export const listWays = endpoint({
  id: 'listWays',
  method: 'GET',
  path: '/api/people/:personId/ways',
  access: 'principal',
  summary: 'The ways open to this person, best first, with the nearest outlets',
  idempotent: 'safe',
  params: PersonParams,
  response: z.strictObject({
    ways: z.array(z.strictObject({ way: Way, outlets: z.array(Outlet), papers: z.array(z.string()) })),
  }),
  refusals: ['identity.not_linked'],
});

/** Opens a case (or moves the open one) to the way chosen, carrying what was captured. */
export const chooseWay = endpoint({
  id: 'chooseWay',
  method: 'POST',
  path: '/api/people/:personId/way',
  access: 'principal',
  summary: 'Choose another way; whatever was captured goes with it',
  idempotent: 'by-key',
  params: PersonParams,
  body: z.strictObject({ way: Way, outletId: Uuid.optional(), caseId: Uuid.optional() }),
  response: CaseSummary,
  refusals: ['case.way_closed', 'case.closed', 'identity.not_linked'],
});

export const getCertificatePdf = endpoint({
  id: 'getCertificatePdf',
  method: 'GET',
  path: '/api/people/:personId/certificates/:certificateId/pdf',
  access: 'principal',
  summary: 'The certificate as PDF in the language asked for',
  idempotent: 'safe',
  params: z.strictObject({ personId: Uuid, certificateId: Uuid }),
  query: z.strictObject({ locale: Locale.default('zh-CN') }),
  responseType: 'application/pdf',
  refusals: ['request.not_found', 'identity.not_linked'],
});
