import { tips } from '@anzai/domain';
import { z } from 'zod';
import { Instant, Uuid } from './values.ts';

/** Limits of one capture; the server enforces them and the client is told. */
export const captureLimits = { framesMax: 24, bytesMax: 1_500_000, frameBytesMax: 200_000 } as const;

const Point = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });

export const Prompt = z.strictObject({
  kind: z.enum(['centre', 'turn-left', 'turn-right', 'look-up', 'nearer', 'follow', 'light', 'hold']),
  frames: z.int().min(1).max(24),
  minMs: z.int().min(0),
  maxMs: z.int().positive(),
  colours: z.array(z.string().regex(/^#[0-9a-f]{6}$/)).optional(),
  path: z.array(Point).optional(),
});
export type Prompt = z.infer<typeof Prompt>;

export const Challenge = z.strictObject({
  version: z.literal(1),
  mode: z.enum(['move', 'still']),
  nonce: z.string(),
  prompts: z.array(Prompt).min(1).max(12),
});
export type Challenge = z.infer<typeof Challenge>;

export const Tip = z.enum(tips);
export type Tip = z.infer<typeof Tip>;

/** What the client knows of its device; it raises or lowers risk and never decides alone. */
export const DeviceReport = z.strictObject({
  /** Random id kept in the browser's storage. */
  deviceId: Uuid,
  cameraLabel: z.string().max(200),
  facing: z.enum(['user', 'environment', 'unknown']),
  screenWidth: z.int().min(0).max(20_000),
  screenHeight: z.int().min(0).max(20_000),
  guided: z.boolean(),
});
export type DeviceReport = z.infer<typeof DeviceReport>;

/** Sent with each frame as headers `x-captured-at-ms`, `x-prompt-index`, `x-colour-index` (empty when none) and `x-frame-sha256`. */
export const FrameHeaders = z.object({
  'x-captured-at-ms': z.coerce.number().int().min(0).max(3_600_000),
  'x-prompt-index': z.coerce.number().int().min(0).max(11),
  'x-colour-index': z
    .string()
    .regex(/^\d{0,2}$/)
    .default(''),
  'x-frame-sha256': z.string().regex(/^[0-9a-f]{64}$/),
});

export const AttemptPurpose = z.enum(['certification', 'enrolment']);

/** What comes of an attempt. No score ever. */
export const AttemptOutcome = z.discriminatedUnion('kind', [
  /** `certificateId` is null for an enrolment that does not count as certification. */
  z.strictObject({ kind: z.literal('passed'), certificateId: Uuid.nullable(), enrolmentId: Uuid.nullable() }),
  z.strictObject({
    kind: z.literal('again'),
    reason: z.enum(['picture', 'movement', 'light', 'not-recognised', 'not-clear', 'expired']),
    tip: Tip.nullable(),
    triesLeft: z.int(),
  }),
  z.strictObject({ kind: z.literal('review'), caseId: Uuid, caseNumber: z.string(), decideBy: z.string() }),
  /** Tries are used up; the case waits for the person's choice of way. */
  z.strictObject({ kind: z.literal('other-way'), caseId: Uuid, caseNumber: z.string() }),
]);
export type AttemptOutcome = z.infer<typeof AttemptOutcome>;

export const Attempt = z.strictObject({
  id: Uuid,
  purpose: AttemptPurpose,
  state: z.enum(['open', 'submitted', 'decided', 'abandoned', 'expired']),
  challenge: Challenge,
  expiresAt: Instant,
  framesReceived: z.array(z.int()),
  bytesReceived: z.int(),
  limits: z.strictObject({ framesMax: z.int(), bytesMax: z.int(), frameBytesMax: z.int() }),
  outcome: AttemptOutcome.nullable(),
});
export type Attempt = z.infer<typeof Attempt>;

export const StartAttempt = z.strictObject({
  /** Made and stored by the client before sending. */
  id: Uuid,
  mode: z.enum(['move', 'still']),
  device: DeviceReport,
});
