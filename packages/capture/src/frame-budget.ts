import { captureLimits } from '@anzai/contract';

/** Kept free, so that a frame that comes out larger than hoped still fits. */
const RESERVE_BYTES = 60_000;
const QUALITY_MIN = 0.4;
const QUALITY_MAX = 0.9;
const QUALITY_START = 0.85;

/** Shares the attempt's bytes among its frames, and finds the JPEG quality at which one fits its share. */
export type FrameBudget = {
  /** To encode the next frame with, 0..1. */
  readonly quality: number;
  readonly bytesUsed: number;
  readonly framesTaken: number;
};

export const freshFrameBudget: FrameBudget = { quality: QUALITY_START, bytesUsed: 0, framesTaken: 0 };

/** What the next frame may weigh. */
export function decideAllowanceBytes({ bytesUsed, framesTaken }: FrameBudget): number {
  const framesLeft = Math.max(1, captureLimits.framesMax - framesTaken);
  const share = (captureLimits.bytesMax - RESERVE_BYTES - bytesUsed) / framesLeft;
  return Math.max(0, Math.min(share, captureLimits.frameBytesMax));
}

/** The budget after an encoding came out at `sizeBytes`: take it, or try once more at the lower quality. */
export function decideEncoding(
  budget: FrameBudget,
  sizeBytes: number,
): { readonly accept: boolean; readonly next: FrameBudget } {
  const allowanceBytes = decideAllowanceBytes(budget);
  const fits = sizeBytes <= allowanceBytes;
  const quality = adaptQuality(budget.quality, sizeBytes / Math.max(1, allowanceBytes));
  if (!fits && budget.quality > QUALITY_MIN) return { accept: false, next: { ...budget, quality } };
  const { bytesUsed, framesTaken } = budget;
  return { accept: true, next: { quality, bytesUsed: bytesUsed + sizeBytes, framesTaken: framesTaken + 1 } };
}

/** `fill` is size over allowance. Down quickly, up slowly: light colours differ much in size from one to the next. */
function adaptQuality(quality: number, fill: number): number {
  if (fill > 1) return Math.max(QUALITY_MIN, quality - Math.min(0.25, 0.08 + (fill - 1) * 0.2));
  return fill < 0.75 ? Math.min(QUALITY_MAX, quality + 0.02) : quality;
}
