import type { Channel, Way } from '../channel.ts';
import type { Locale } from '../locale.ts';
import type { Residence } from '../person/residence.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Scheme } from '../scheme.ts';

export type Words = Readonly<Record<Locale, string>>;

/** Where a row of the policy comes from, and whether somebody compared it with the document itself. */
export type Sourced = { readonly source: string; readonly verified: boolean };

/** Whom a row is for; an absent list means everyone. */
export type Scope = {
  readonly schemes?: readonly Scheme[] | undefined;
  readonly residences?: readonly Residence[] | undefined;
};

/**
 * How long a rolling certification lasts, for twelve months from 2024-02-15:
 * `INCLUSIVE_MONTH` counts the month of certifying as the first, to 2025-01-31; `MONTH_END` begins with the next month,
 * to 2025-02-28; `EXACT_DATE` ends on the same day, 2025-02-15.
 */
export const expiryModes = ['INCLUSIVE_MONTH', 'MONTH_END', 'EXACT_DATE'] as const;
export type ExpiryMode = (typeof expiryModes)[number];

export type RollingPeriod = {
  readonly mode: 'rolling';
  readonly months: number;
  readonly expiry: ExpiryMode;
  /** Days before the last one from which the person is called due. Certifying counts at any time. */
  readonly remindDays: number;
  /** Days after the last one during which payment is not stopped. */
  readonly graceDays: number;
};

export type FixedWindow = {
  readonly mode: 'fixed-window';
  /** `MM-DD`, first and last day of the window of each year. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** `MM`, first month without payment for whoever did not certify. */
  readonly suspensionMonth: string;
  readonly graceDays: number;
};

export type Period = RollingPeriod | FixedWindow;
export type PeriodRow = Sourced & Scope & { readonly period: Period };

/** Papers have texts in i18n under these codes. */
export const papers = [
  'own-document',
  'social-security-card',
  'residence-proof',
  'entry-proof',
  'trustee-document',
  'principal-document-copy',
  'power-of-attorney',
  'handler-document',
  'verified-list',
  'register-copies',
  'unit-certificate',
  'consular-form',
  'notary-apostille',
  'association-proof',
  'telephone',
] as const;
export type Paper = (typeof papers)[number];

export type ChannelRow = Sourced & Scope & { readonly channel: Channel };
/** Rows stand in the order in which ways are offered. */
export type WayRow = Sourced &
  Scope & {
    readonly way: Way;
    readonly papers: readonly Paper[];
    /** Only for people whose unit still manages them. */
    readonly unitManaged?: boolean | undefined;
    /** Offered first to people of at least this age. */
    readonly firstFromAge?: number | undefined;
  };

export type TriesRule = Sourced & {
  /** Remote attempts that end without a pass, within `windowDays` civil days, today among them. */
  readonly max: number;
  readonly windowDays: number;
  /** Attempts at a counter, where a clerk stands by. */
  readonly counterMax: number;
};

export type FaceRule = Sourced & {
  /** False-match rate to decide at, a key of the pack's calibration such as `1e-4`. */
  readonly matchFmr: string;
  /** Rate at which one face under two people opens a case. */
  readonly duplicateFmr: string;
  /** Working days until a reviewer decides. */
  readonly reviewDays: number;
  readonly attemptMinutes: number;
};

export type HelperRule = Sourced & {
  /** People one helper may be linked to. */
  readonly peopleMax: number;
  /** Attempts a helper's account may begin in a day, over all people. */
  readonly attemptsPerDayMax: number;
  /** Different people for whom one device may begin attempts in a day. */
  readonly peoplePerDeviceMax: number;
};

export type RetentionRule = Sourced & {
  /** Days after the decision when frames are destroyed: passed ones, others, and those of cases after closing. */
  readonly passedFramesDays: number;
  readonly otherFramesDays: number;
  readonly caseFramesDays: number;
  /** How long fingerprints serve to recognise material seen before. */
  readonly fingerprintDays: number;
};

export type Policy = {
  readonly id: string;
  readonly version: number;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly title: Words;
  /** The rule in plain words, as the person reads it. */
  readonly summary: Words;
  readonly periods: readonly PeriodRow[];
  readonly channels: readonly ChannelRow[];
  readonly ways: readonly WayRow[];
  readonly enrolmentCountsAsCertification: Sourced & { readonly value: boolean };
  readonly tries: TriesRule;
  readonly face: FaceRule;
  readonly helper: HelperRule;
  readonly consent: Sourced & { readonly version: string };
  readonly retention: RetentionRule;
};
