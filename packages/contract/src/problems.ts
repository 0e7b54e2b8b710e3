/**
 * Every refusal that can cross the wire: RFC 9457 `application/problem+json` with a stable code. Facts are typed by code
 * in `ProblemFacts`; texts for people live in the i18n package under the same code.
 */
export const problems = {
  // General
  'request.invalid': 400,
  'request.too_large': 413,
  'request.media_type': 415,
  'request.idempotency_key_missing': 400,
  'request.idempotency_key_reused': 422,
  'request.csrf': 403,
  'request.not_found': 404,
  'request.stale': 409,
  'request.rate_limited': 429,
  'server.fault': 500,
  'server.busy': 503,
  // Accounts
  'account.signed_out': 401,
  'account.phone_invalid': 422,
  'account.code_wrong': 422,
  'account.code_expired': 422,
  'account.code_too_soon': 429,
  'account.code_locked': 429,
  'account.passkey_failed': 422,
  // Real-name check
  'identity.document_invalid': 422,
  'identity.document_unknown': 422,
  'identity.name_differs': 422,
  'identity.already_linked': 409,
  'identity.not_linked': 403,
  'helper.limit_reached': 429,
  'helper.details_missing': 422,
  // Consent, template, attempt
  'consent.missing': 409,
  'consent.version_old': 409,
  'template.missing': 409,
  'attempt.not_due': 409,
  'attempt.limit_reached': 409,
  'attempt.expired': 410,
  'attempt.closed': 409,
  'attempt.incomplete': 422,
  'attempt.frame_limit': 422,
  'attempt.bytes_limit': 413,
  'attempt.frame_differs': 409,
  'picture.unreadable': 422,
  'picture.type_unknown': 415,
  'picture.too_large': 413,
  'engine.unavailable': 503,
  // Cases and ways
  'case.closed': 409,
  'case.way_closed': 422,
  'case.second_person_needed': 409,
  // Certificates
  'certificate.revoked': 409,
  'verify.too_many': 413,
  // Staff
  'staff.signed_out': 401,
  'staff.forbidden': 403,
  'staff.credentials_wrong': 422,
  'staff.locked': 429,
  'staff.second_factor_needed': 401,
  'staff.second_factor_wrong': 422,
  'staff.second_factor_setup': 403,
  'staff.password_weak': 422,
  'staff.login_taken': 409,
  'staff.last_administrator': 409,
  // Counter
  'person.not_found': 404,
  'person.other_outlet': 403,
  'person.deceased': 409,
  'sighting.missing': 409,
  'sighting.document_differs': 422,
  'enrolment.not_current': 409,
  'enrolment.quality_poor': 422,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problems;

/** Typed facts of the problems that carry any. Everything here may be shown to the person. */
export type ProblemFacts = {
  'account.code_wrong': { readonly triesLeft: number };
  'account.code_too_soon': { readonly retryAfterSeconds: number };
  'account.code_locked': { readonly retryAfterSeconds: number };
  'request.rate_limited': { readonly retryAfterSeconds: number };
  'staff.locked': { readonly retryAfterSeconds: number };
  'identity.document_invalid': { readonly reason: 'length' | 'characters' | 'checksum' | 'birth-date' };
  'identity.document_unknown': { readonly field: 'document'; readonly counterPhone: string };
  'identity.name_differs': { readonly field: 'name'; readonly counterPhone: string };
  'consent.version_old': { readonly currentVersion: string };
  'attempt.limit_reached': { readonly caseNumber: string | null; readonly againOn: string | null };
  'attempt.incomplete': { readonly missing: readonly number[] };
  'attempt.bytes_limit': { readonly bytesMax: number };
};

/** The wire form of a refusal. `type` is `about:blank#<code>`-free: a path under the product's own problem page. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly invalidParams: readonly { readonly path: string; readonly code: string }[];
  readonly requestId: string;
};

/** A refusal as a command returns it. */
export type Refusal<C extends ProblemCode = ProblemCode> = C extends keyof ProblemFacts
  ? { readonly code: C; readonly facts: ProblemFacts[C] }
  : { readonly code: C; readonly facts?: undefined };
