import type { ColumnType, Generated } from 'kysely';

// Written by `npm run db:types` from the migrations. Do not edit.

/** Read as parsed JSON; written as JSON text (`JSON.stringify`), which both drivers take alike. */
type Json = ColumnType<unknown, string, string>;

export type AccountTable = {
  id: string;
  phoneSealed: Uint8Array;
  phoneHash: Uint8Array;
  createdAt: string;
  lastSignInAt: string | null;
};

export type AccountCodeTable = {
  phoneHash: Uint8Array;
  codeHash: Uint8Array;
  triesLeft: number;
  sentAt: string;
  expiresAt: string;
  usedAt: string | null;
};

export type AccountLinkTable = {
  id: string;
  accountId: string;
  personId: string;
  acting: string;
  helperName: string | null;
  helperRelation: string | null;
  deviceId: string | null;
  createdAt: string;
};

export type AgencyTable = {
  id: string;
  singleton: Generated<boolean>;
  name: Json;
  address: Json;
  hours: Json;
  phone: string;
  policyId: string;
  demonstration: Generated<boolean>;
  createdAt: string;
};

export type AttemptTable = {
  id: string;
  personId: string;
  purpose: string;
  acting: string;
  accountId: string | null;
  staffId: string | null;
  outletId: string | null;
  helperName: string | null;
  consentId: string;
  sightingId: string | null;
  referenceEnrolmentId: string | null;
  mode: string;
  challenge: Json;
  nonce: string;
  deviceId: string;
  deviceSealed: Uint8Array;
  state: string;
  frameCount: number | null;
  startedOn: string;
  startedAt: string;
  expiresAt: string;
  submittedAt: string | null;
  endedAt: string | null;
  counts: boolean | null;
  decision: string | null;
  alarm: string | null;
  liveness: string | null;
  match: string | null;
  signals: Json | null;
  judgementSealed: Uint8Array | null;
  pack: string | null;
  outcome: Json | null;
  framesDestroyedAt: string | null;
};

export type AttemptFrameTable = {
  attemptId: string;
  frameIndex: number;
  capturedAtMs: number;
  promptIndex: number;
  colourIndex: number | null;
  sizeBytes: number;
  contentHash: Uint8Array;
  pictureSealed: Uint8Array | null;
  fingerprint: Uint8Array | null;
  faces: number | null;
  receivedAt: string;
};

export type AuditEntryTable = {
  sequence: bigint;
  at: string;
  actorKind: string;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  facts: Json;
  previousHash: Uint8Array;
  hash: Uint8Array;
};

export type BenefitTable = {
  id: string;
  personId: string;
  scheme: string;
  state: string;
  monthlyFen: bigint;
  since: string;
  createdAt: string;
};

export type CaseAttemptTable = {
  caseId: string;
  attemptId: string;
};

export type CaseDecisionTable = {
  id: string;
  caseId: string;
  staffId: string;
  decision: string;
  reasonSealed: Uint8Array;
  createdAt: string;
};

export type CaseOtherTable = {
  caseId: string;
  personId: string;
  enrolmentId: string;
  scoreSealed: Uint8Array;
};

export type CertificateTable = {
  id: string;
  certificationId: string;
  personId: string;
  number: string;
  code: string;
  keyId: string;
  issuedAt: string;
  revokedAt: string | null;
  revokedBy: string | null;
  revokedReasonSealed: Uint8Array | null;
};

export type CertificationTable = {
  id: string;
  personId: string;
  cycleKey: string;
  certifiedOn: string;
  validUntil: string;
  channel: string;
  policyId: string;
  policyVersion: number;
  attemptId: string | null;
  sightingId: string | null;
  caseId: string | null;
  staffId: string | null;
  accountId: string | null;
  outletId: string | null;
  noteSealed: Uint8Array | null;
  createdAt: string;
  revokedAt: string | null;
};

export type ConsentTable = {
  id: string;
  personId: string;
  decision: string;
  textVersion: string;
  locale: string;
  accountId: string | null;
  staffId: string | null;
  sequence: Generated<bigint>;
  createdAt: string;
};

export type EnrolmentTable = {
  id: string;
  personId: string;
  consentId: string;
  sightingId: string | null;
  staffId: string;
  outletId: string | null;
  state: string;
  templateSealed: Uint8Array | null;
  pictureSealed: Uint8Array | null;
  embedderId: string;
  embedderVersion: string;
  templateFrames: number;
  quality: number | null;
  qualityComponents: Json;
  createdAt: string;
  renewedAt: string | null;
  endedAt: string | null;
  attemptId: string | null;
};

export type IdempotencyKeyTable = {
  scope: Uint8Array;
  key: string;
  fingerprint: Uint8Array;
  answerSealed: Uint8Array | null;
  createdAt: string;
};

export type JobTable = {
  id: string;
  name: string;
  key: string | null;
  payload: Json;
  state: string;
  tries: Generated<number>;
  triesMax: number;
  runAt: string;
  leaseUntil: string | null;
  leaseToken: string | null;
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
};

export type LockoutTable = {
  subject: Uint8Array;
  failures: number;
  lockedUntil: string;
  updatedAt: string;
};

export type OutboxMessageTable = {
  id: string;
  kind: string;
  toSealed: Uint8Array | null;
  textSealed: Uint8Array | null;
  state: string;
  tries: Generated<number>;
  nextAt: string;
  leaseUntil: string | null;
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
};

export type OutletTable = {
  id: string;
  kind: string;
  name: Json;
  address: Json;
  district: Json;
  phone: string;
  hours: Json;
  services: string[];
  sortOrder: number;
  createdAt: string;
};

export type PasskeyTable = {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Uint8Array;
  counter: bigint;
  transports: string[];
  createdAt: string;
  lastUsedAt: string | null;
};

export type PasskeyTicketTable = {
  id: string;
  accountId: string | null;
  challenge: string;
  expiresAt: string;
  usedAt: string | null;
};

export type PersonTable = {
  id: string;
  name: string;
  nameKey: string;
  birthOn: string;
  sex: string;
  residence: string;
  outletId: string | null;
  unitManaged: Generated<boolean>;
  life: Generated<string>;
  phoneSealed: Uint8Array | null;
  addressSealed: Uint8Array | null;
  createdAt: string;
};

export type PersonDocumentTable = {
  id: string;
  personId: string;
  kind: string;
  numberSealed: Uint8Array;
  numberHash: Uint8Array;
  masked: string;
  validFrom: string;
  validUntil: string | null;
  createdAt: string;
};

export type RateLimitTable = {
  bucket: Uint8Array;
  windowStart: string;
  count: number;
};

export type ReviewCaseTable = {
  id: string;
  number: string;
  kind: string;
  state: string;
  personId: string;
  enrolmentId: string | null;
  way: string | null;
  outletId: string | null;
  reasons: string[];
  decision: string | null;
  openedAt: string;
  decideBy: string;
  closedAt: string | null;
};

export type SecretKeyTable = {
  id: string;
  purpose: string;
  secretSealed: Uint8Array;
  publicKey: Uint8Array | null;
  createdAt: string;
  retiredAt: string | null;
};

export type SeenFrameTable = {
  contentHash: Uint8Array;
  attemptId: string;
};

export type SessionTable = {
  id: string;
  kind: string;
  accountId: string | null;
  staffId: string | null;
  tokenHash: Uint8Array;
  pending: string;
  deviceId: string | null;
  createdAt: string;
  seenAt: string;
  idleUntil: string;
  expiresAt: string;
};

export type SightingTable = {
  id: string;
  personId: string;
  documentId: string;
  documentKind: string;
  staffId: string;
  outletId: string | null;
  createdOn: string;
  createdAt: string;
};

export type StaffTable = {
  id: string;
  login: string;
  name: string;
  role: string;
  outletId: string | null;
  passwordHash: string;
  totpSealed: Uint8Array | null;
  totpConfirmedAt: string | null;
  totpStep: bigint | null;
  active: Generated<boolean>;
  demonstration: Generated<boolean>;
  lastSignInAt: string | null;
  createdAt: string;
};

export type Database = {
  account: AccountTable;
  accountCode: AccountCodeTable;
  accountLink: AccountLinkTable;
  agency: AgencyTable;
  attempt: AttemptTable;
  attemptFrame: AttemptFrameTable;
  auditEntry: AuditEntryTable;
  benefit: BenefitTable;
  caseAttempt: CaseAttemptTable;
  caseDecision: CaseDecisionTable;
  caseOther: CaseOtherTable;
  certificate: CertificateTable;
  certification: CertificationTable;
  consent: ConsentTable;
  enrolment: EnrolmentTable;
  idempotencyKey: IdempotencyKeyTable;
  job: JobTable;
  lockout: LockoutTable;
  outboxMessage: OutboxMessageTable;
  outlet: OutletTable;
  passkey: PasskeyTable;
  passkeyTicket: PasskeyTicketTable;
  person: PersonTable;
  personDocument: PersonDocumentTable;
  rateLimit: RateLimitTable;
  reviewCase: ReviewCaseTable;
  secretKey: SecretKeyTable;
  seenFrame: SeenFrameTable;
  session: SessionTable;
  sighting: SightingTable;
  staff: StaffTable;
};
