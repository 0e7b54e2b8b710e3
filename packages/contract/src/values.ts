import { channels, documentKinds, locales, roles, schemes, ways } from '@anzai/domain';
import { z } from 'zod';

export const Uuid = z.uuid();
/** `YYYY-MM-DD`, a day in the agency's time zone. */
export const Day = z.iso.date();
/** UTC instant, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
export const Locale = z.enum(locales);
export const Scheme = z.enum(schemes);
export const Channel = z.enum(channels);
export const Way = z.enum(ways);
export const Role = z.enum(roles);
export const DocumentKind = z.enum(documentKinds);
/** bigint minor units as a decimal string. */
export const AmountFen = z.string().regex(/^-?\d{1,18}$/);

export const PersonParams = z.strictObject({ personId: Uuid });
export const AttemptParams = z.strictObject({ attemptId: Uuid });
export const CaseParams = z.strictObject({ caseId: Uuid });

export const Page = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const Ok = z.strictObject({ ok: z.literal(true) });

export const Outlet = z.strictObject({
  id: Uuid,
  kind: z.enum(['agency-hall', 'street-office', 'bank', 'partner']),
  name: z.record(Locale, z.string()),
  address: z.record(Locale, z.string()),
  district: z.record(Locale, z.string()),
  phone: z.string(),
  /** One line a weekday range, e.g. "周一至周五 9:00–12:00，13:00–17:00". */
  hours: z.record(Locale, z.string()),
  services: z.array(z.enum(['enrolment', 'assisted-face', 'counter-document'])),
});
export type Outlet = z.infer<typeof Outlet>;

/** A person's standing today, for the one sentence on the home screen. */
export const Standing = z.strictObject({
  state: z.enum(['certified', 'due', 'overdue', 'in-review', 'not-subject']),
  /** Last day that the present certification covers. */
  validUntil: Day.nullable(),
  /** Day by which the next certification is due. */
  dueOn: Day.nullable(),
  daysLeft: z.int().nullable(),
  /** First day on which certifying counts for the next cycle; null when it counts at any time. */
  opensOn: Day.nullable(),
  /** First month without payment if nothing happens. */
  suspensionMonth: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
});
export type Standing = z.infer<typeof Standing>;

export const CertificateSummary = z.strictObject({
  id: Uuid,
  number: z.string(),
  certifiedOn: Day,
  validUntil: Day,
  channel: Channel,
  state: z.enum(['valid', 'expired', 'revoked']),
  /** Signed text `AZ1.…` that the QR code carries. */
  code: z.string(),
});
export type CertificateSummary = z.infer<typeof CertificateSummary>;

/** `kind` is a stable event name with a text in i18n (`timeline` area); `facts` fill it. No scores, no document numbers. */
export const TimelineEntry = z.strictObject({
  id: z.string(),
  at: Instant,
  kind: z.string(),
  actor: z.enum(['person', 'helper', 'staff', 'system', 'partner']),
  actorName: z.string().nullable(),
  outletName: z.record(Locale, z.string()).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const CaseSummary = z.strictObject({
  id: Uuid,
  number: z.string(),
  kind: z.enum(['attempt-review', 'duplicate-face', 'way-chosen', 'attack-alarm']),
  state: z.enum(['open', 'waiting-second', 'closed']),
  openedAt: Instant,
  decideBy: Day,
  personId: Uuid,
  personName: z.string(),
  way: Way.nullable(),
  decision: z.enum(['accepted', 'refused', 'sent-to-counter', 'no-concern', 'same-person']).nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
