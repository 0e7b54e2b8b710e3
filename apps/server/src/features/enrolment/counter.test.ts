// Recording faces and certifying at a counter, and what becomes of both when consent ends.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
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
import { seedAgency, type SeededAgency } from '../../testing/seed-agency.ts';
import { seedEnrolment, seedPerson, seedStaff, type SeededPerson } from '../../testing/seed-person.ts';
import { settleAttempt } from '../attempt/commands/settle-attempt.ts';
import { startAssistedAttempt, startEnrolment } from '../attempt/commands/start-counter-attempt.ts';
import { judge } from '../attempt/judge.ts';
import { getPolicy } from '../agency/index.ts';
import { certifyByDocument } from '../certification/commands/certify-by-document.ts';
import { revokeCertificate } from '../certification/commands/revoke-certificate.ts';
import { getStanding, listCertificates } from '../certification/index.ts';
import { printCertificate } from '../certification/print-certificate.ts';
import { recordConsent } from '../consent/index.ts';
import { recordSighting } from '../people/commands/record-sighting.ts';
import { revealDocument } from '../people/commands/reveal-document.ts';
import { listDocuments } from '../people/index.ts';
import { renewTemplate } from './commands/renew-template.ts';
import { viewPicture } from './commands/view-picture.ts';
import { findCurrentEnrolment, listEnrolments } from './store.ts';

let site: TestSite;
let agency: SeededAgency;
let clerk: StaffActor;
let seeded: SeededPerson;
const engine = createJudgingEngine();

beforeAll(async () => {
  site = await openTestSite({ engine });
});
afterAll(async () => site.close());
beforeEach(async () => {
  await site.reset();
  site.clock.set('2026-11-23T01:00:00.000Z');
  engine.verdict = { liveness: 'live', match: 'match' };
  engine.duplicates = [];
  agency = await seedAgency(site.deps);
  clerk = await seedStaff(site.deps, { role: 'clerk', outletId: agency.hallId });
  seeded = await seedPerson(site.deps, { outletId: agency.hallId });
});

const see = (staff = clerk, number = seeded.number) =>
  recordSighting(site.deps, {
    id: randomUUID(),
    personId: seeded.person.id,
    documentKind: 'resident-id',
    documentNumber: number,
    staff,
  });

const consent = (decision: 'given' | 'refused' | 'withdrawn') =>
  recordConsent(site.deps, {
    id: randomUUID(),
    personId: seeded.person.id,
    decision,
    textVersion: '2026-1',
    locale: 'zh-CN',
    actor: { kind: 'staff', id: clerk.id },
  });

const startAt = (staff = clerk) => startEnrolment(site.deps, { personId: seeded.person.id, staff, start: makeStart() });

async function enrol() {
  const started = await startAt();
  if (!started.ok) throw new Error(started.refusal.code);
  await sendAttempt(site, started.value, { actor: clerk, pictures: makePictures() });
  await judgeAll(site);
  return getAttemptRow(site, started.value.id);
}

describe('recording a face', () => {
  it('asks for the original first, then for consent', async () => {
    expect(await startAt()).toMatchObject({ refusal: { code: 'sighting.missing' } });
    await see();
    expect(await startAt()).toMatchObject({ refusal: { code: 'consent.missing' } });
    await consent('refused');
    expect(await startAt()).toMatchObject({ refusal: { code: 'consent.missing' } });
    await consent('given');
    expect((await startAt()).ok).toBe(true);
  });

  it('takes a sighting of yesterday, or of another counter, for none', async () => {
    await see();
    await consent('given');
    const other = await seedStaff(site.deps, { role: 'manager', outletId: agency.streetId });
    expect(await startAt(other)).toMatchObject({ refusal: { code: 'sighting.missing' } });
    site.clock.advance(24 * 3_600_000);
    expect(await startAt()).toMatchObject({ refusal: { code: 'sighting.missing' } });
  });

  it('is refused to the clerk of another counter', async () => {
    const other = await seedStaff(site.deps, { role: 'clerk', outletId: agency.streetId });
    expect(await startAt(other)).toMatchObject({ refusal: { code: 'person.other_outlet' } });
    expect(await see(other)).toMatchObject({ refusal: { code: 'person.other_outlet' } });
  });

  it('tells a wrong check figure from the number of somebody else', async () => {
    const somebody = await seedPerson(site.deps);
    const slip = seeded.number.slice(0, 17) + (seeded.number.endsWith('1') ? '2' : '1');
    expect(await see(clerk, slip)).toMatchObject({
      refusal: { code: 'identity.document_invalid', facts: { reason: 'checksum' } },
    });
    expect(await see(clerk, somebody.number)).toMatchObject({ refusal: { code: 'sighting.document_differs' } });
  });

  it('keeps template and picture sealed, and certifies when the policy says so', async () => {
    await see();
    await consent('given');
    const row = await enrol();
    const enrolment = await findCurrentEnrolment(site.deps.db, seeded.person.id);
    const [certificate] = await listCertificates(site.deps, seeded.person.id);
    expect(row.outcome).toEqual({ kind: 'passed', certificateId: certificate?.id, enrolmentId: enrolment?.id });
    expect(certificate).toMatchObject({ channel: 'counter-enrolment' });
    expect(enrolment).toMatchObject({ staffId: clerk.id, outletId: agency.hallId, quality: 88, attemptId: row.id });
    const dump = JSON.stringify(await site.deps.db.selectFrom('enrolment').selectAll().executeTakeFirstOrThrow());
    expect(dump).not.toContain(Buffer.from(new Float32Array([Math.sin(7)]).buffer).toString('hex'));
  });

  it('demands a living person at the counter too', async () => {
    await see();
    await consent('given');
    engine.verdict = { liveness: 'not-live', match: 'match', against: ['stream'] };
    expect((await enrol()).outcome).toMatchObject({ kind: 'again', reason: 'not-clear' });
    expect(await findCurrentEnrolment(site.deps.db, seeded.person.id)).toBeUndefined();
  });

  it('replaces an earlier one and keeps its history', async () => {
    await see();
    await consent('given');
    await enrol();
    site.clock.advance(60_000);
    await enrol();
    const states = (await listEnrolments(site.deps.db, seeded.person.id)).map((row) => row.state);
    expect(states).toEqual(['current', 'replaced']);
  });

  it('opens a case for a face like somebody else’s, and enrols all the same', async () => {
    const twin = await seedPerson(site.deps, { outletId: agency.hallId });
    const twinEnrolment = await seedEnrolment(site.deps, twin.person, clerk);
    engine.duplicates = [{ id: twinEnrolment, score: 0.98 }];
    await see();
    await consent('given');
    expect((await enrol()).decision).toBe('passed');
    const opened = await site.deps.db.selectFrom('reviewCase').selectAll().execute();
    expect(opened).toMatchObject([{ kind: 'duplicate-face', personId: seeded.person.id, state: 'open' }]);
    const others = await site.deps.db.selectFrom('caseOther').selectAll().execute();
    expect(others).toMatchObject([{ personId: twin.person.id, enrolmentId: twinEnrolment }]);
  });
});

describe('an assisted attempt', () => {
  it('names the clerk in the record', async () => {
    await seedEnrolment(site.deps, seeded.person, clerk);
    const started = await startAssistedAttempt(site.deps, {
      personId: seeded.person.id,
      staff: clerk,
      start: makeStart(),
    });
    if (!started.ok) throw new Error(started.refusal.code);
    await sendAttempt(site, started.value, { actor: clerk, pictures: makePictures() });
    await judgeAll(site);
    expect(await getAttemptRow(site, started.value.id)).toMatchObject({
      acting: 'counter',
      staffId: clerk.id,
      decision: 'passed',
    });
    const [certificate] = await listCertificates(site.deps, seeded.person.id);
    expect(certificate?.channel).toBe('assisted-face');
  });
});

describe('the original at the counter', () => {
  it('certifies without a face, once a day, even when two clerks do it at once', async () => {
    const sighted = await see();
    expect(sighted.ok).toBe(true);
    const row = await site.deps.db.selectFrom('sighting').select('id').executeTakeFirstOrThrow();
    const command = { personId: seeded.person.id, sightingId: row.id, staff: clerk };
    const results = await Promise.all([
      certifyByDocument(site.deps, command),
      certifyByDocument(site.deps, { ...command, staff: { ...clerk } }),
    ]);
    const numbers = results.map((result) => (result.ok ? result.value.number : result.refusal.code));
    expect(numbers[0]).toMatch(/^AZ-2026-\d{4}-\d{4}-\d$/);
    expect(numbers[1]).toBe(numbers[0]);
  });

  it('gives a certificate’s PDF to no clerk of another counter', async () => {
    await see();
    const row = await site.deps.db.selectFrom('sighting').select('id').executeTakeFirstOrThrow();
    const done = await certifyByDocument(site.deps, { personId: seeded.person.id, sightingId: row.id, staff: clerk });
    if (!done.ok) throw new Error(done.refusal.code);
    const wanted = { certificateId: done.value.id, locale: 'zh-CN', baseUrl: 'https://example.org' } as const;
    const stranger = await seedStaff(site.deps, { role: 'clerk', outletId: agency.streetId });
    expect(await printCertificate(site.deps, { ...wanted, staff: stranger })).toBeUndefined();
    expect(await printCertificate(site.deps, { ...wanted, staff: clerk })).toMatchObject({
      fileName: `${done.value.number}.pdf`,
    });
  });

  it('is not taken on the word of a sighting that is not there', async () => {
    const command = { personId: seeded.person.id, sightingId: randomUUID(), staff: clerk };
    expect(await certifyByDocument(site.deps, command)).toMatchObject({ refusal: { code: 'sighting.missing' } });
  });

  it('cannot certify the dead', async () => {
    await see();
    await site.deps.db.updateTable('person').set({ life: 'deceased' }).execute();
    const row = await site.deps.db.selectFrom('sighting').select('id').executeTakeFirstOrThrow();
    const command = { personId: seeded.person.id, sightingId: row.id, staff: clerk };
    expect(await certifyByDocument(site.deps, command)).toMatchObject({ refusal: { code: 'person.deceased' } });
  });

  it('leaves the person due again when the certificate is revoked, and allows another', async () => {
    await see();
    const row = await site.deps.db.selectFrom('sighting').select('id').executeTakeFirstOrThrow();
    const command = { personId: seeded.person.id, sightingId: row.id, staff: clerk };
    const first = await certifyByDocument(site.deps, command);
    if (!first.ok) throw new Error(first.refusal.code);
    expect((await getStanding(site.deps, seeded.person)).state).toBe('certified');
    const manager = await seedStaff(site.deps, { role: 'manager', outletId: null });
    const revoke = { certificateId: first.value.id, reason: '录错人', staff: manager };
    expect(await revokeCertificate(site.deps, revoke)).toMatchObject({ value: { state: 'revoked' } });
    expect(await revokeCertificate(site.deps, revoke)).toMatchObject({ refusal: { code: 'certificate.revoked' } });
    expect((await getStanding(site.deps, seeded.person)).state).toBe('overdue');
    const second = await certifyByDocument(site.deps, command);
    expect(second.ok && second.value.number !== first.value.number).toBe(true);
  });
});

describe('withdrawing consent', () => {
  it('is not taken for done when its id was used before', async () => {
    await seedEnrolment(site.deps, seeded.person, clerk);
    const used = await site.deps.db.selectFrom('consent').select('id').executeTakeFirstOrThrow();
    const withdrawn = await recordConsent(site.deps, {
      id: used.id,
      personId: seeded.person.id,
      decision: 'withdrawn',
      textVersion: '2026-1',
      locale: 'zh-CN',
      actor: { kind: 'staff', id: clerk.id },
    });
    expect(withdrawn).toMatchObject({ refusal: { code: 'request.idempotency_key_reused' } });
  });

  it('destroys template, pictures and fingerprints of everything, and leaves the record', async () => {
    await seedEnrolment(site.deps, seeded.person, clerk);
    const account = await seedAccount(site, seeded.person.id);
    await runRemoteAttempt(site, { personId: seeded.person.id, account });
    await consent('withdrawn');
    const enrolments = await site.deps.db.selectFrom('enrolment').selectAll().execute();
    expect(enrolments).toMatchObject([{ state: 'withdrawn', templateSealed: null, pictureSealed: null }]);
    const frames = await site.deps.db.selectFrom('attemptFrame').selectAll().execute();
    expect(frames).toHaveLength(3);
    expect(frames.every((frame) => frame.pictureSealed === null && frame.fingerprint === null)).toBe(true);
    expect(await listCertificates(site.deps, seeded.person.id)).toHaveLength(1);
    expect((await site.messages()).at(-1)?.kind).toBe('consent-withdrawn');
  });
});

describe('consent that ends while the engine is at work', () => {
  it('leaves no template, no certificate and no try', async () => {
    await see();
    await consent('given');
    const started = await startAt();
    if (!started.ok) throw new Error(started.refusal.code);
    await sendAttempt(site, started.value, { actor: clerk, pictures: makePictures() });
    const submitted = await getAttemptRow(site, started.value.id);
    const judged = await judge(site.deps, submitted, await getPolicy(site.deps));
    await consent('withdrawn');
    await settleAttempt(site.deps, submitted.id, judged);
    expect(await getAttemptRow(site, submitted.id)).toMatchObject({ decision: 'again', counts: false });
    expect(await site.deps.db.selectFrom('enrolment').select('id').execute()).toEqual([]);
    expect(await listCertificates(site.deps, seeded.person.id)).toEqual([]);
    const frames = await site.deps.db.selectFrom('attemptFrame').select('fingerprint').execute();
    expect(frames.every((frame) => frame.fingerprint === null)).toBe(true);
  });
});

describe('a template that no longer fits the engine', () => {
  it('and cannot be made anew ends in another way instead of in endless tries', async () => {
    await seedEnrolment(site.deps, seeded.person, clerk);
    await site.deps.db.updateTable('enrolment').set({ embedderVersion: '0', pictureSealed: null }).execute();
    const account = await seedAccount(site, seeded.person.id);
    const outcomes = [];
    for (let count = 0; count < 3; count += 1) {
      outcomes.push((await runRemoteAttempt(site, { personId: seeded.person.id, account })).decision);
    }
    expect(outcomes).toEqual(['again', 'again', 'other-way']);
  });
});

describe('looking', () => {
  it('at a picture or a number is recorded before it is shown', async () => {
    const enrolmentId = await seedEnrolment(site.deps, seeded.person, clerk);
    const reviewer = await seedStaff(site.deps, { role: 'reviewer', outletId: null });
    expect((await viewPicture(site.deps, { enrolmentId, staff: reviewer })).ok).toBe(true);
    const [document] = await listDocuments(site.deps.db, [seeded.person.id]);
    const look = { personId: seeded.person.id, documentId: document?.id ?? '', staff: clerk };
    expect(await revealDocument(site.deps, look)).toEqual({ ok: true, value: { number: seeded.number } });
    const entries = await site.deps.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId'])
      .where('action', 'in', ['picture.viewed', 'document.revealed'])
      .orderBy('sequence')
      .execute();
    expect(entries).toEqual([
      { action: 'picture.viewed', actorId: reviewer.id },
      { action: 'document.revealed', actorId: clerk.id },
    ]);
  });
});

describe('a new model pack', () => {
  it('makes templates anew from the reference pictures, and never compares across embedders', async () => {
    const enrolmentId = await seedEnrolment(site.deps, seeded.person, clerk);
    const embedder = { id: 'fake', version: '2' };
    const deps = {
      ...site.deps,
      engine: {
        ...engine,
        info: { ...engine.info, embedder },
        extractTemplate: async () => ({
          outcome: 'extracted' as const,
          model: 'fake',
          version: '2',
          quality: 80,
          template: { embedder, vector: new Float32Array(4).fill(0.5), frames: 1 },
        }),
      },
    };
    expect(await renewTemplate(deps, enrolmentId)).toBe('renewed');
    expect(await renewTemplate(deps, enrolmentId)).toBe('up-to-date');
    expect(await findCurrentEnrolment(deps.db, seeded.person.id)).toMatchObject({
      embedderVersion: '2',
      id: enrolmentId,
    });
  });
});
