import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { decideWaitSeconds } from './lockout.ts';
import { deleteOldRates, takeRate } from './take-rate.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
beforeEach(() => site.reset());
afterAll(() => site.close());

describe('a rate', () => {
  const rate = { name: 'test', subject: '203.0.113.7', limit: 3, windowSeconds: 60 };

  it('lets so many pass in a window, also when they come at once, and says when the next one may', async () => {
    site.clock.set('2026-11-23T01:00:15.000Z');
    const answers = await Promise.all(Array.from({ length: 5 }, () => takeRate(site.deps, rate)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, retryAfterSeconds: 45 });
    site.clock.advance(45_000);
    expect(await takeRate(site.deps, rate)).toEqual({ ok: true });
  });

  it('counts subjects and names apart, and keeps no address', async () => {
    const one = { ...rate, limit: 1 };
    await takeRate(site.deps, one);
    expect(await takeRate(site.deps, { ...one, subject: '203.0.113.8' })).toEqual({ ok: true });
    expect(await takeRate(site.deps, { ...one, name: 'other' })).toEqual({ ok: true });
    const rows = await site.deps.db.selectFrom('rateLimit').select('bucket').execute();
    expect(rows.some((row) => Buffer.from(row.bucket).includes('203.0.113'))).toBe(false);
  });

  it('is swept when its window is long over', async () => {
    await takeRate(site.deps, rate);
    site.clock.advance(3 * 24 * 3_600_000);
    await deleteOldRates(site.deps);
    expect(await site.deps.db.selectFrom('rateLimit').select('count').execute()).toEqual([]);
  });
});

describe('a lock-out', () => {
  it('grows by doubling and stops growing', () => {
    const policy = { freeFailures: 4, firstWaitSeconds: 30, longestWaitSeconds: 900 };
    const waits = Array.from({ length: 12 }, (_, index) => decideWaitSeconds(index + 1, policy));
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });
});
