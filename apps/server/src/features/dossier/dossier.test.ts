// What staff find and read: the search field, the file of a person, the day's work, and what stays hidden.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import { createJudgingEngine } from '../../testing/judging-engine.ts';
import { runRemoteAttempt, seedAccount } from '../../testing/run-attempt.ts';
import { seedAgency, type SeededAgency } from '../../testing/seed-agency.ts';
import { seedEnrolment, seedPerson, seedStaff, type SeededPerson } from '../../testing/seed-person.ts';
import { findPeople } from './find-people.ts';
import { renderHome } from './render-home.ts';
import { renderPerson } from './render-person.ts';
import { renderToday } from './render-today.ts';

let site: TestSite;
let agency: SeededAgency;
let clerk: StaffActor;
let manager: StaffActor;
let wang: SeededPerson;
const engine = createJudgingEngine();

beforeAll(async () => {
  site = await openTestSite({ engine });
});
afterAll(async () => site.close());
beforeEach(async () => {
  await site.reset();
  site.clock.set('2026-11-23T01:00:00.000Z');
  engine.verdict = { liveness: 'live', match: 'match' };
  agency = await seedAgency(site.deps);
  clerk = await seedStaff(site.deps, { role: 'clerk', outletId: agency.hallId });
  manager = await seedStaff(site.deps, { role: 'manager', outletId: null });
  wang = await seedPerson(site.deps, { name: '王秀英', outletId: agency.hallId });
});

const find = (
  q: string,
  rest: { staff?: StaffActor; standing?: 'certified' | 'overdue'; limit?: number; after?: string } = {},
) => findPeople(site.deps, { q, limit: 50, staff: clerk, ...rest });

describe('the search field', () => {
  it('finds a person by number, by part of a name, and tells what it took the text for', async () => {
    expect(await find(wang.number)).toMatchObject({ understoodAs: 'document', people: [{ id: wang.person.id }] });
    expect(await find('秀英')).toMatchObject({ understoodAs: 'name', people: [{ id: wang.person.id }] });
    expect(await find('')).toMatchObject({ understoodAs: 'everyone' });
    expect(await find('440103196501010017')).toMatchObject({ understoodAs: 'document', people: [] });
    expect(await find('440103196501010018')).toMatchObject({
      understoodAs: 'document-invalid',
      invalidReason: 'checksum',
      people: [],
    });
  });

  it('shows a clerk by name the own counter’s people, by whole number anyone', async () => {
    const chen = await seedPerson(site.deps, { name: '陈志强', outletId: agency.streetId });
    expect((await find('陈志强')).people).toEqual([]);
    expect((await find('陈志强', { staff: manager })).people).toHaveLength(1);
    expect((await find(chen.number)).people).toMatchObject([{ id: chen.person.id }]);
  });

  it('begins at the first page for what is no cursor of its own', async () => {
    expect((await find('', { after: 'wang~x' })).people).toMatchObject([{ id: wang.person.id }]);
  });

  it('does not take signs of the pattern language for anything but themselves', async () => {
    expect((await find('%')).people).toEqual([]);
    expect((await find('_秀英')).people).toEqual([]);
  });

  it('pages through a filter without losing or repeating anyone', async () => {
    for (let count = 0; count < 7; count += 1) {
      await seedPerson(site.deps, { name: `李${count}`, outletId: agency.hallId, since: '2026-10-01' });
    }
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const answer = await find('李', { limit: 3, ...(after === undefined ? {} : { after }) });
      seen.push(...answer.people.map((row) => row.name));
      if (answer.next === null) break;
      after = answer.next;
    }
    expect(seen).toEqual(['李0', '李1', '李2', '李3', '李4', '李5', '李6']);
    expect((await find('', { standing: 'overdue' })).people.map((row) => row.name)).toEqual(['王秀英']);
  });
});

describe('the file of a person', () => {
  it('holds everything masked, with the timeline newest first', async () => {
    await seedEnrolment(site.deps, wang.person, clerk);
    const account = await seedAccount(site, wang.person.id, 'helper');
    site.clock.advance(60_000);
    await runRemoteAttempt(site, { personId: wang.person.id, account });
    const file = await renderPerson(site.deps, wang.person, manager);
    expect(file).toMatchObject({
      person: { template: 'current', standing: { state: 'certified' } },
      documents: [{ kind: 'resident-id', current: true }],
      benefits: [{ monthlyFen: '350000', state: 'paid' }],
      consents: [{ decision: 'given' }],
      enrolments: [{ state: 'current', hasPicture: true, embedder: 'fake@1' }],
      certificates: [{ channel: 'remote-face' }],
    });
    expect(file.timeline.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['attempt.passed', 'person.certified', 'face.enrolled', 'account.linked']),
    );
    const helped = file.timeline.find((entry) => entry.kind === 'attempt.passed');
    expect(helped).toMatchObject({ actor: 'helper', actorName: '李强' });
    const text = JSON.stringify(file);
    expect(text).not.toContain(wang.number);
    expect(text).not.toContain(wang.phone.slice(3));
  });
});

describe('the home screen', () => {
  it('does not tell of alarms, nor of who looked at what', async () => {
    await seedEnrolment(site.deps, wang.person, clerk);
    const account = await seedAccount(site, wang.person.id);
    engine.verdict = { liveness: 'not-live', match: 'match', against: ['stream'] };
    await runRemoteAttempt(site, { personId: wang.person.id, account });
    const home = await renderHome(site.deps, { personId: wang.person.id, acting: 'self', accountId: account.id });
    expect(home).toMatchObject({ triesLeft: 2, openCase: null });
    expect(JSON.stringify(home)).not.toMatch(/alarm|viewed|stream/);
    const file = await renderPerson(site.deps, wang.person, manager);
    expect(file.cases).toMatchObject([{ kind: 'attack-alarm' }]);
  });
});

describe('the day’s work', () => {
  it('counts the own counter’s people for a clerk, everyone for a manager', async () => {
    await seedEnrolment(site.deps, wang.person, clerk);
    const account = await seedAccount(site, wang.person.id);
    await runRemoteAttempt(site, { personId: wang.person.id, account });
    await seedPerson(site.deps, { name: '陈志强', outletId: agency.streetId });
    expect((await renderToday(site.deps, clerk)).counts).toEqual({
      due: 0,
      overdue: 0,
      certified: 1,
      inReview: 0,
      notEnrolled: 0,
      enrolledToday: 1,
      certifiedToday: 1,
      openCases: 0,
    });
    expect((await renderToday(site.deps, manager)).counts).toMatchObject({ certified: 1, overdue: 1, notEnrolled: 1 });
  });

  it('names people only to those who may read about them', async () => {
    await seedEnrolment(site.deps, wang.person, clerk);
    const account = await seedAccount(site, wang.person.id);
    engine.verdict = { liveness: 'not-live', match: 'match', against: ['stream'] };
    await runRemoteAttempt(site, { personId: wang.person.id, account });
    const administrator = await seedStaff(site.deps, { role: 'administrator', outletId: null });
    expect((await renderToday(site.deps, manager)).waiting).toMatchObject([{ personName: '王秀英' }]);
    const seen = await renderToday(site.deps, administrator);
    expect(seen).toMatchObject({ waiting: [], counts: { openCases: 1 } });
  });
});
