import { captureLimits } from '@anzai/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAllowanceBytes, decideEncoding, freshFrameBudget } from './frame-budget.ts';
import type { FrameBudget } from './frame-budget.ts';

/** A scene that weighs `bytesAtFull` at quality 1, less at lower ones. */
function encodeFrame(
  budget: FrameBudget,
  bytesAtFull: number,
): { readonly budget: FrameBudget; readonly sizeBytes: number } {
  for (let attempt = 1; ; attempt++) {
    const sizeBytes = Math.round(bytesAtFull * budget.quality ** 1.8);
    const { accept, next } = decideEncoding(budget, sizeBytes);
    if (accept || attempt === 4) return { budget: next, sizeBytes };
    budget = next;
  }
}

describe('decideEncoding', () => {
  it('keeps 24 frames of any scene within the limit of an attempt', () => {
    const scenes = fc.array(fc.integer({ min: 5000, max: 180_000 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(scenes, (sizes) => {
        let budget = freshFrameBudget;
        let total = 0;
        for (const size of sizes) {
          const encoded = encodeFrame(budget, size);
          budget = encoded.budget;
          total += encoded.sizeBytes;
        }
        expect(total).toBeLessThanOrEqual(captureLimits.bytesMax);
      }),
    );
  });

  it('raises the quality again when scenes are light', () => {
    let budget = encodeFrame(freshFrameBudget, 160_000).budget;
    const low = budget.quality;
    for (let frame = 0; frame < 10; frame++) budget = encodeFrame(budget, 20_000).budget;
    expect(budget.quality).toBeGreaterThan(low);
  });

  it('allows a frame about 60 kB', () => {
    expect(decideAllowanceBytes(freshFrameBudget)).toBe(60_000);
  });
});
