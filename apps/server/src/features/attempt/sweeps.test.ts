// What runs by itself: attempts that nobody finished, and pictures whose time is over.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import type { AccountActor } from '../../platform/session/actor.ts';
import { createJudgingEngine } from '../../testing/judging-engine.ts';
import {
  getAttemptRow,
  judgeAll,
  makePictures,
  makeStart,
  runRemoteAttempt,
  seedAccount,
  sendAttempt,
} from '../../testing/run-attempt.ts';
import { seedAgency } from '../../testing/seed-agency.ts';
import { seedEnrolment, seedPerson, seedStaff } from '../../testing/seed-person.ts';
import type { Person } from '../people/index.ts';
import { startRemoteAttempt } from './commands/start-remote-attempt.ts';
import { closeAttempts } from './jobs/close-attempts.ts';
import { destroyFrames } from './jobs/destroy-frames.ts';

let site: TestSite;
let person: Person;
let account: AccountActor;
const engine = createJudgingEngine();
const dayMs = 24 * 3_600_000;

beforeAll(async () => {
  site = await openTestSite({ engine });
});
afterAll(async () => site.close());
beforeEach(async () => {
  await site.reset();
  site.clock.set('2026-11-23T01:00:00.000Z');
  engine.verdict = { liveness: 'live', match: 'match' };
  const agency = await seedAgency(site.deps);
  const clerk = await seedStaff(site.deps, { role: 'clerk', outletId: agency.hallId });
  ({ person } = await seedPerson(site.deps, { outletId: agency.hallId }));
  await seedEnrolment(site.deps, person, clerk);
  account = await seedAccount(site, person.id);
});

async function begin() {
  const started = await startRemoteAttempt(site.deps, {
    personId: person.id,
    accountId: account.id,
    start: makeStart(randomUUID()),
  });
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value;
}

async function countPictures(): Promise<number> {
  const rows = await site.deps.db.selectFrom('attemptFrame').select('pictureSealed').execute();
  return rows.filter((row) => row.pictureSealed !== null).length;
}

describe('attempts that nobody finished', () => {
  it('are closed after their deadline, not before', async () => {
    const attempt = await begin();
    site.clock.advance(19 * 60_000);
    await closeAttempts.run(site.deps);
    expect((await getAttemptRow(site, attempt.id)).state).toBe('open');
    site.clock.advance(2 * 60_000);
    await closeAttempts.run(site.deps);
    expect(await getAttemptRow(site, attempt.id)).toMatchObject({ state: 'expired', counts: null });
  });

  it('are handed in again when they were submitted and their job is gone', async () => {
    const attempt = await begin();
    await sendAttempt(site, attempt, { actor: account, pictures: makePictures() });
    await site.deps.db.deleteFrom('job').execute();
    site.clock.advance(3 * 60_000);
    await closeAttempts.run(site.deps);
    await judgeAll(site);
    expect((await getAttemptRow(site, attempt.id)).decision).toBe('passed');
  });
});

describe('pictures', () => {
  it('of a pass are destroyed after the policy’s days, and the outcome stays', async () => {
    const row = await runRemoteAttempt(site, { personId: person.id, account });
    site.clock.advance(29 * dayMs);
    await destroyFrames.run(site.deps);
    expect(await countPictures()).toBe(3);
    site.clock.advance(3 * dayMs);
    await destroyFrames.run(site.deps);
    expect(await countPictures()).toBe(0);
    expect((await getAttemptRow(site, row.id)).outcome).toEqual(row.outcome);
  });

  it('of a case stay while it is open, however long', async () => {
    engine.verdict = { liveness: 'live', match: 'doubtful' };
    await runRemoteAttempt(site, { personId: person.id, account });
    await runRemoteAttempt(site, { personId: person.id, account });
    site.clock.advance(400 * dayMs);
    await destroyFrames.run(site.deps);
    expect(await countPictures()).toBe(6);
    await site.deps.db.updateTable('reviewCase').set({ state: 'closed', closedAt: site.clock.now() }).execute();
    site.clock.advance(181 * dayMs);
    await destroyFrames.run(site.deps);
    expect(await countPictures()).toBe(0);
  });
});
