declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** All ids are UUIDv7 strings made by the caller, so that a repeated request names the same thing. */
export type PersonId = Id<'person'>;
export type OutletId = Id<'outlet'>;
export type StaffId = Id<'staff'>;
export type AccountId = Id<'account'>;
export type AttemptId = Id<'attempt'>;
export type CertificateId = Id<'certificate'>;
export type CertificationId = Id<'certification'>;
export type CaseId = Id<'case'>;
export type EnrolmentId = Id<'enrolment'>;
export type ConsentId = Id<'consent'>;
export type SightingId = Id<'sighting'>;
