import { describe, expect, it } from 'vitest';
import { makeFirstPassword } from './first-password.ts';

describe('a first password', () => {
  it('is twenty letters and figures in groups, without any that are read wrongly from paper', () => {
    for (let round = 0; round < 200; round += 1) {
      expect(makeFirstPassword()).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/);
    }
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 200 }, makeFirstPassword)).size).toBe(200);
  });
});
