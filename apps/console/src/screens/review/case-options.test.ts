import { counter } from '@anzai/contract';
import { describe, expect, it } from 'vitest';
import { decisionsOf } from './case-options.ts';

describe('the decisions of a case', () => {
  it('are all known to the contract and never twice the same', () => {
    for (const kind of ['attempt-review', 'duplicate-face', 'attack-alarm', 'way-chosen'] as const) {
      const decisions = decisionsOf(kind);
      for (const decision of decisions) {
        expect(counter.decideCase.body.shape.decision.safeParse(decision).success).toBe(true);
      }
      expect(new Set(decisions).size).toBe(decisions.length);
    }
  });

  it('never certify anyone from an alarm or a similar face', () => {
    expect(decisionsOf('attack-alarm')).not.toContain('accepted');
    expect(decisionsOf('duplicate-face')).not.toContain('accepted');
  });
});
