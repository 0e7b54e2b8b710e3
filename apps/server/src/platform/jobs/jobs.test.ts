import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { transaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { enqueueJob } from './enqueue-job.ts';
import { claimJob, endJob } from './job-store.ts';
import { createJobWorker } from './job-worker.ts';
import { defineJob, defineSweep } from './job.ts';

let site: TestSite;
let ran: string[] = [];
let fail = 0;

const work = defineJob({
  name: 'work',
  payload: z.strictObject({ id: z.string() }),
  leaseMs: 60_000,
  triesMax: 3,
  async run(_deps, { id }) {
    ran.push(id);
    if (fail > 0) {
      fail -= 1;
      throw new TypeError('13800138000 is no number');
    }
  },
});

beforeAll(async () => {
  site = await openTestSite();
});
beforeEach(async () => {
  await site.reset();
  ran = [];
  fail = 0;
});
afterAll(() => site.close());

async function enqueue(id: string, options: { key?: string; runAt?: string } = {}): Promise<boolean> {
  return transaction(site.deps, (tx) => enqueueJob(tx, { job: work, payload: { id }, ...options }));
}

async function readJob(): Promise<{ state: string; error: string | null; tries: number }> {
  return site.deps.db.selectFrom('job').select(['state', 'error', 'tries']).executeTakeFirstOrThrow();
}

const host = { jobs: [work], sweeps: [] };

describe('a job', () => {
  it('exists only when the command that enqueued it was kept', async () => {
    const broken = transaction(site.deps, async (tx) => {
      await enqueueJob(tx, { job: work, payload: { id: 'a' } });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await site.runJobs(host)).toBe(0);
  });

  it('wakes the own server at the commit and not before', async () => {
    const kicked: string[] = [];
    const kicks = { jobs: () => void kicked.push('kick'), outbox: () => undefined };
    const deps: Deps = { ...site.deps, kicks };
    await transaction(deps, async (tx) => {
      await enqueueJob(tx, { job: work, payload: { id: 'a' } });
      expect(kicked).toEqual([]);
    });
    expect(kicked).toEqual(['kick']);
  });

  it('is one while a job with its key waits, and a new one afterwards', async () => {
    expect([await enqueue('a', { key: 'k' }), await enqueue('a', { key: 'k' })]).toEqual([true, false]);
    await site.runJobs(host);
    expect(await enqueue('a', { key: 'k' })).toBe(true);
    await site.runJobs(host);
    expect(ran).toEqual(['a', 'a']);
  });

  it('waits for its time', async () => {
    await enqueue('later', { runAt: '2026-11-23T02:00:00.000Z' });
    site.clock.set('2026-11-23T01:59:59.000Z');
    expect(await site.runJobs(host)).toBe(0);
    site.clock.advance(1000);
    expect(await site.runJobs(host)).toBe(1);
  });

  it('is tried again after a wait that grows, then given up, and its error holds no data', async () => {
    fail = 99;
    await enqueue('a');
    await site.runJobs(host);
    expect(await readJob()).toMatchObject({ state: 'queued', tries: 1, error: 'TypeError' });
    expect(await site.runJobs(host)).toBe(0);
    site.clock.advance(2000);
    await site.runJobs(host);
    site.clock.advance(2000);
    expect(await site.runJobs(host)).toBe(0);
    site.clock.advance(2000);
    await site.runJobs(host);
    expect(await readJob()).toMatchObject({ state: 'failed', tries: 3, error: 'TypeError' });
  });

  it('of a server that died goes to another after its lease, and the dead one can no longer end it', async () => {
    await enqueue('a');
    const leases = new Map([['work', 60_000]]);
    const dead = await claimJob(site.deps, leases);
    expect(dead).toMatchObject({ name: 'work', tries: 1 });
    expect(await site.runJobs(host)).toBe(0);
    site.clock.advance(60_001);
    const second = await claimJob(site.deps, leases);
    expect(second).toMatchObject({ id: dead?.id, tries: 2 });
    if (dead !== undefined) await endJob(site.deps, dead, { state: 'done' });
    expect(await readJob()).toMatchObject({ state: 'running', tries: 2 });
  });

  it('is taken by one of many who look at once', async () => {
    await enqueue('a');
    await enqueue('b');
    const leases = new Map([['work', 60_000]]);
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimJob(site.deps, leases)));
    const ids = claims.flatMap((claim) => (claim === undefined ? [] : [claim.id]));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it('that this server does not know stays for one that does', async () => {
    await enqueue('a');
    expect(await site.runJobs({ jobs: [], sweeps: [] })).toBe(0);
    expect(await readJob()).toMatchObject({ state: 'queued' });
  });

  it('must not be defined twice', () => {
    expect(() => createJobWorker(site.deps, { jobs: [work, work], sweeps: [] })).toThrow('twice');
  });
});

describe('a sweep', () => {
  it('runs at its interval, once for all servers, and goes on after a fault', async () => {
    let count = 0;
    const sweep = defineSweep({
      name: 'tidy',
      everyMs: 60_000,
      async run() {
        count += 1;
        if (count === 1) throw new Error('once');
      },
    });
    const workers = [1, 2].map(() => createJobWorker(site.deps, { jobs: [], sweeps: [sweep] }));
    for (const worker of workers) {
      await worker.start();
      await worker.stop();
    }
    await workers[0]?.runDue();
    expect(count).toBe(1);
    expect(await workers[1]?.runDue()).toBe(0);
    site.clock.advance(60_000);
    await workers[1]?.runDue();
    expect(count).toBe(2);
    expect(await site.deps.db.selectFrom('job').select('state').execute()).toEqual([{ state: 'queued' }]);
  });
});
