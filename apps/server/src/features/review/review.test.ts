// Reviewers' decisions: who may decide what, that a refusal takes two, and that nobody is left with nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import type { AccountActor, StaffActor } from '../../platform/session/actor.ts';
import { createJudgingEngine } from '../../testing/judging-engine.ts';
import { runRemoteAttempt, seedAccount } from '../../testing/run-attempt.ts';
import { seedAgency, type SeededAgency } from '../../testing/seed-agency.ts';
import { seedEnrolment, seedPerson, seedStaff } from '../../testing/seed-person.ts';
import { certifyByDocument } from '../certification/commands/certify-by-document.ts';
import { getStanding, listCertificates } from '../certification/index.ts';
import { recordSighting } from '../people/commands/record-sighting.ts';
import type { Person } from '../people/index.ts';
import { chooseWay } from '../ways/commands/choose-way.ts';
import { closeWayCase } from './commands/close-way-case.ts';
import { decideCase, type DecideCase } from './commands/decide-case.ts';
import { findCaseDetail, listCases } from './queries.ts';

let site: TestSite;
let agency: SeededAgency;
let clerk: StaffActor;
let first: StaffActor;
let second: StaffActor;
let person: Person;
let number: string;
let account: AccountActor;
const engine = createJudgingEngine();

beforeAll(async () => {
  site = await openTestSite({ engine });
});
afterAll(async () => site.close());
beforeEach(async () => {
  await site.reset();
  site.clock.set('2026-11-23T01:00:00.000Z');
  agency = await seedAgency(site.deps);
  clerk = await seedStaff(site.deps, { role: 'clerk', outletId: agency.hallId });
  first = await seedStaff(site.deps, { role: 'reviewer', outletId: null });
  second = await seedStaff(site.deps, { role: 'reviewer', outletId: null });
  ({ person, number } = await seedPerson(site.deps, { outletId: agency.hallId }));
  await seedEnrolment(site.deps, person, clerk);
  account = await seedAccount(site, person.id);
});

async function openReview(): Promise<string> {
  engine.verdict = { liveness: 'live', match: 'doubtful', against: ['stream'] };
  await runRemoteAttempt(site, { personId: person.id, account });
  const row = await runRemoteAttempt(site, { personId: person.id, account });
  if (row.outcome?.kind !== 'review') throw new Error('no review');
  return row.outcome.caseId;
}

const decide = (caseId: string, decision: DecideCase['decision'], rest: { staff?: StaffActor; id?: string } = {}) =>
  decideCase(site.deps, {
    id: rest.id ?? randomUUID(),
    caseId,
    decision,
    reason: '看过全部画面',
    staff: rest.staff ?? first,
  });

describe('a review', () => {
  it('shows what was captured in words and without scores', async () => {
    const caseId = await openReview();
    const detail = await findCaseDetail(site.deps, { caseId, staff: first });
    expect(detail).toMatchObject({
      reasons: ['face-doubtful'],
      attempts: [{ matchOutcome: 'doubtful', frames: [{ index: 0, promptKind: 'hold', faces: 1 }, {}, {}] }, {}],
      decisions: [],
    });
    expect(detail?.enrolmentId).not.toBeNull();
    expect(JSON.stringify(detail)).not.toMatch(/score|0\.65|0\.12/);
    expect((await getStanding(site.deps, person)).state).toBe('in-review');
  });

  it('certifies when it accepts, and says who decided', async () => {
    const caseId = await openReview();
    expect(await decide(caseId, 'accepted')).toMatchObject({ value: { state: 'closed', decision: 'accepted' } });
    expect(await listCertificates(site.deps, person.id)).toMatchObject([{ channel: 'review', state: 'valid' }]);
    const row = await site.deps.db.selectFrom('certification').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ staffId: first.id, caseId });
    expect((await getStanding(site.deps, person)).state).toBe('certified');
  });

  it('needs two different people to refuse, and then leads to a counter', async () => {
    const caseId = await openReview();
    expect(await decide(caseId, 'refused')).toMatchObject({ value: { state: 'waiting-second', decision: null } });
    expect(await decide(caseId, 'refused')).toMatchObject({ refusal: { code: 'case.second_person_needed' } });
    const closed = await decide(caseId, 'refused', { staff: second });
    expect(closed).toMatchObject({ value: { state: 'closed', decision: 'refused' } });
    const { cases } = await listCases(site.deps, { staff: clerk, state: 'open', limit: 10 });
    expect(cases).toMatchObject([{ kind: 'way-chosen', way: 'counter', personId: person.id }]);
    expect((await site.messages()).at(-1)?.kind).toBe('review-refused');
    expect(await listCertificates(site.deps, person.id)).toEqual([]);
  });

  it('cannot certify whoever died while it waited', async () => {
    const caseId = await openReview();
    await site.deps.db.updateTable('person').set({ life: 'deceased' }).execute();
    expect(await decide(caseId, 'accepted')).toMatchObject({ refusal: { code: 'person.deceased' } });
    expect(await listCertificates(site.deps, person.id)).toEqual([]);
    expect(await decide(caseId, 'sent-to-counter')).toMatchObject({ value: { state: 'closed' } });
  });

  it('lets the second accept what the first would refuse', async () => {
    const caseId = await openReview();
    await decide(caseId, 'refused');
    site.clock.advance(60_000);
    expect(await decide(caseId, 'accepted', { staff: second })).toMatchObject({ value: { decision: 'accepted' } });
    const detail = await findCaseDetail(site.deps, { caseId, staff: first });
    expect(detail?.decisions.map((each) => each.decision)).toEqual(['refused', 'accepted']);
    expect(detail?.decisions[0]?.reason).toBe('看过全部画面');
  });

  it('is decided once, however often the same decision arrives', async () => {
    const caseId = await openReview();
    const id = randomUUID();
    const results = await Promise.all([decide(caseId, 'accepted', { id }), decide(caseId, 'accepted', { id })]);
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await listCertificates(site.deps, person.id)).toHaveLength(1);
    expect(await decide(caseId, 'refused', { staff: second })).toMatchObject({ refusal: { code: 'case.closed' } });
  });

  it('is closed by itself when the person is certified at a counter meanwhile', async () => {
    const caseId = await openReview();
    const sighting = {
      id: randomUUID(),
      personId: person.id,
      documentKind: 'resident-id',
      documentNumber: number,
      staff: clerk,
    } as const;
    await recordSighting(site.deps, sighting);
    const command = { personId: person.id, sightingId: sighting.id, staff: clerk };
    expect((await certifyByDocument(site.deps, command)).ok).toBe(true);
    expect(await decide(caseId, 'accepted')).toMatchObject({ refusal: { code: 'case.closed' } });
    expect(await listCertificates(site.deps, person.id)).toHaveLength(1);
  });

  it('takes no decision that its kind does not know', async () => {
    const caseId = await openReview();
    expect((await decide(caseId, 'same-person')).ok).toBe(false);
  });
});

describe('the queue', () => {
  it('shows a clerk the cases of the own counter only, page by page', async () => {
    await openReview();
    const stranger = await seedStaff(site.deps, { role: 'clerk', outletId: agency.streetId });
    expect((await listCases(site.deps, { staff: stranger, limit: 10 })).cases).toEqual([]);
    const chosen = await chooseWay(site.deps, {
      personId: person.id,
      accountId: account.id,
      way: 'street-office',
      outletId: agency.streetId,
      caseId: undefined,
    });
    expect(chosen.ok).toBe(true);
    const theirs = await listCases(site.deps, { staff: stranger, limit: 10 });
    expect(theirs.cases).toMatchObject([{ kind: 'way-chosen', way: 'street-office' }]);
    const page = await listCases(site.deps, { staff: first, limit: 1 });
    const next = await listCases(site.deps, { staff: first, limit: 1, after: page.next ?? '' });
    expect([page.cases.length, next.cases.length, next.next]).toEqual([1, 1, null]);
    expect(page.cases[0]?.id).not.toBe(next.cases[0]?.id);
    for (const after of ['a~b', `2026-11-23~x`, `2026-99-99~${account.id}`, '~']) {
      expect((await listCases(site.deps, { staff: first, limit: 1, after })).cases).toEqual(page.cases);
    }
  });

  it('is left by a way once a clerk has booked what was done', async () => {
    const chosen = await chooseWay(site.deps, {
      personId: person.id,
      accountId: account.id,
      way: 'call',
      outletId: undefined,
      caseId: undefined,
    });
    if (!chosen.ok) throw new Error(chosen.refusal.code);
    const close = { caseId: chosen.value.id, note: '已电话联系', staff: clerk };
    expect(await closeWayCase(site.deps, close)).toMatchObject({ value: { state: 'closed' } });
    expect(await closeWayCase(site.deps, close)).toMatchObject({ refusal: { code: 'case.closed' } });
  });
});
