import { readdirSync, readFileSync } from 'node:fs';
import { channels, expiryModes, papers, parsePlainDate, residences, schemes, ways, type Policy } from '@anzai/domain';
import { z } from 'zod';

const Words = z.strictObject({ 'zh-CN': z.string().min(1), 'zh-HK': z.string().min(1), en: z.string().min(1) });
const Day = z.string().refine((text) => parsePlainDate(text) !== undefined, 'is not a day of the calendar');
const MonthDay = z
  .string()
  .refine((text) => parsePlainDate(`2023-${text}`) !== undefined, 'is not a month and day (MM-DD) of every year');
const Count = z.int().min(1).max(10_000);

const sourced = { source: z.string().min(3), verified: z.boolean() };
const scope = {
  schemes: z.array(z.enum(schemes)).min(1).optional(),
  residences: z.array(z.enum(residences)).min(1).optional(),
};

const RollingPeriod = z.strictObject({
  mode: z.literal('rolling'),
  months: z.int().min(1).max(60),
  expiry: z.enum(expiryModes),
  remindDays: z.int().min(0).max(366),
  graceDays: z.int().min(0).max(366),
});
const FixedWindow = z
  .strictObject({
    mode: z.literal('fixed-window'),
    opensOn: MonthDay,
    closesOn: MonthDay,
    suspensionMonth: z.string().regex(/^(0[1-9]|1[0-2])$/),
    graceDays: z.int().min(0).max(366),
  })
  .refine((window) => window.opensOn <= window.closesOn, { path: ['closesOn'], message: 'lies before opensOn' });

const Fmr = z.string().regex(/^1e-[2-6]$/, 'must be a rate such as 1e-4');

/** One file of `policies/`. Unknown keys are refused: a rule that is misspelt must not be silently without effect. */
export const PolicyPack = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().min(1),
  jurisdiction: z.string().regex(/^\d{6}$/),
  timeZone: z.string().min(1),
  effectiveFrom: Day,
  effectiveTo: Day.nullable(),
  title: Words,
  summary: Words,
  periods: z
    .array(z.strictObject({ ...sourced, ...scope, period: z.discriminatedUnion('mode', [RollingPeriod, FixedWindow]) }))
    .min(1),
  channels: z.array(z.strictObject({ ...sourced, ...scope, channel: z.enum(channels) })).min(1),
  ways: z
    .array(
      z.strictObject({
        ...sourced,
        ...scope,
        way: z.enum(ways),
        papers: z.array(z.enum(papers)),
        unitManaged: z.boolean().optional(),
        firstFromAge: z.int().min(0).max(150).optional(),
      }),
    )
    .min(1)
    .refine((rows) => rows.some((row) => row.way !== 'remote-face'), 'must offer a way without a face'),
  enrolmentCountsAsCertification: z.strictObject({ ...sourced, value: z.boolean() }),
  tries: z.strictObject({ ...sourced, max: Count, windowDays: Count, counterMax: Count }),
  face: z.strictObject({
    ...sourced,
    matchFmr: Fmr,
    duplicateFmr: Fmr,
    reviewDays: Count,
    attemptMinutes: z.int().min(5).max(240),
  }),
  helper: z.strictObject({ ...sourced, peopleMax: Count, attemptsPerDayMax: Count, peoplePerDeviceMax: Count }),
  consent: z.strictObject({ ...sourced, version: z.string().min(1) }),
  retention: z.strictObject({
    ...sourced,
    passedFramesDays: z.int().min(0).max(3650),
    otherFramesDays: z.int().min(0).max(3650),
    caseFramesDays: z.int().min(0).max(3650),
    fingerprintDays: z.int().min(0).max(3650),
  }),
});

/** Tells the file and, for every error, its place in it. */
export class PolicyPackError extends Error {
  override readonly name = 'PolicyPackError';
}

export function parsePolicyPack(fileName: string, json: unknown): Policy {
  const parsed = PolicyPack.safeParse(json);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || '(root)'}: ${issue.message}`);
    throw new PolicyPackError(`${fileName} is not a policy pack:\n${lines.join('\n')}`);
  }
  if (`${parsed.data.id}.json` !== fileName) throw new PolicyPackError(`${fileName}: id is ${parsed.data.id}`);
  return parsed.data;
}

function readJson(fileName: string, url: URL): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'));
  } catch (error) {
    throw new PolicyPackError(`${fileName} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

const shippedFolder = new URL('../../../../../policies/', import.meta.url);

/** All packs of a folder by id. The server reads them once, when it starts, so that a faulty file stops the start. */
export function readPolicyPacks(folder: URL = shippedFolder): ReadonlyMap<string, Policy> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.map((name) => {
      const policy = parsePolicyPack(name, readJson(name, new URL(name, folder)));
      return [policy.id, policy];
    }),
  );
}
