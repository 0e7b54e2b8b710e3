import { describe, expect, it } from 'vitest';
import { forgetKey, keepKey } from './pending-keys.ts';

describe('idempotency keys', () => {
  it('gives the same call the same key until its answer is known', () => {
    const first = keepKey('signIn', '{"code":"111111"}');
    expect(keepKey('signIn', '{"code":"111111"}')).toBe(first);
    forgetKey('signIn');
    expect(keepKey('signIn', '{"code":"111111"}')).not.toBe(first);
  });
  it('gives another body another key', () => {
    const first = keepKey('chooseWay', '{"way":"bank"}');
    expect(keepKey('chooseWay', '{"way":"counter"}')).not.toBe(first);
  });
});
