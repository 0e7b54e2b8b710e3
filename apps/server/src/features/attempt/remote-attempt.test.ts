// The life of an attempt at home, on the embedded database: what is refused, what happens once, what follows each verdict.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import { createJudgingEngine } from '../../testing/judging-engine.ts';
import { makeJpeg } from '../../testing/make-jpeg.ts';
import {
  getAttemptRow,
  judgeAll,
  linkAccount,
  makeFrame,
  makePictures,
  makeStart,
  runRemoteAttempt,
  seedAccount,
  sendAttempt,
} from '../../testing/run-attempt.ts';
import { seedAgency, type SeededAgency } from '../../testing/seed-agency.ts';
import { seedEnrolment, seedPerson, seedStaff } from '../../testing/seed-person.ts';
import type { AccountActor, StaffActor } from '../../platform/session/actor.ts';
import { listCertificates } from '../certification/index.ts';
import { recordConsent } from '../consent/index.ts';
import type { Person } from '../people/index.ts';
import { abandonAttempt } from './commands/abandon-attempt.ts';
import { putFrame } from './commands/put-frame.ts';
import { settleAttempt } from './commands/settle-attempt.ts';
import { startRemoteAttempt } from './commands/start-remote-attempt.ts';
import { submitAttempt } from './commands/submit-attempt.ts';
import { judge } from './judge.ts';
import { getPolicy } from '../agency/index.ts';

let site: TestSite;
let agency: SeededAgency;
let clerk: StaffActor;
let person: Person;
let account: AccountActor;
const engine = createJudgingEngine();

beforeAll(async () => {
  site = await openTestSite({ engine });
});
afterAll(async () => site.close());

beforeEach(async () => {
  await site.reset();
  site.clock.set('2026-11-23T01:00:00.000Z');
  engine.verdict = { liveness: 'live', match: 'match' };
  engine.judged = 0;
  agency = await seedAgency(site.deps);
  clerk = await seedStaff(site.deps, { role: 'clerk', outletId: agency.hallId });
  ({ person } = await seedPerson(site.deps, { outletId: agency.hallId }));
  await seedEnrolment(site.deps, person, clerk);
  account = await seedAccount(site, person.id);
});

const start = (id?: string, deviceId?: string) =>
  startRemoteAttempt(site.deps, { personId: person.id, accountId: account.id, start: makeStart(id, deviceId) });

async function begin() {
  const started = await start();
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value;
}

async function auditActions(): Promise<string[]> {
  const rows = await site.deps.db.selectFrom('auditEntry').select('action').orderBy('sequence').execute();
  return rows.map((row) => row.action);
}

async function openCases() {
  return site.deps.db.selectFrom('reviewCase').selectAll().where('state', '<>', 'closed').execute();
}

describe('beginning', () => {
  it('is the same attempt when the same id comes twice, with the same challenge', async () => {
    const id = randomUUID();
    const first = await start(id);
    const second = await start(id);
    expect(second).toEqual(first);
  });

  it('leaves the open attempt of another device', async () => {
    const first = await begin();
    await begin();
    expect((await getAttemptRow(site, first.id)).state).toBe('abandoned');
  });

  it('is refused without a template, and leads on', async () => {
    const other = await seedPerson(site.deps, { name: '陈志强' });
    await linkAccount(site, { accountId: account.id, personId: other.person.id, acting: 'helper' });
    const result = await startRemoteAttempt(site.deps, {
      personId: other.person.id,
      accountId: account.id,
      start: makeStart(),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'template.missing' } });
  });

  it('is refused to an account that is not linked', async () => {
    const stranger = await seedAccount(site, (await seedPerson(site.deps)).person.id);
    const command = { personId: person.id, accountId: stranger.id, start: makeStart() };
    expect(await startRemoteAttempt(site.deps, command)).toMatchObject({ refusal: { code: 'identity.not_linked' } });
  });

  it('is refused once consent is withdrawn, because nothing is left to compare with', async () => {
    await recordConsent(site.deps, {
      id: randomUUID(),
      personId: person.id,
      decision: 'withdrawn',
      textVersion: '2026-1',
      locale: 'zh-CN',
      actor: { kind: 'account', id: account.id },
    });
    expect(await start()).toMatchObject({ refusal: { code: 'template.missing' } });
  });

  it('answers that it does not exist when another account uses its id', async () => {
    const mine = await begin();
    const thief = await seedAccount(site, person.id);
    const command = { personId: person.id, accountId: thief.id, start: makeStart(mine.id) };
    expect(await startRemoteAttempt(site.deps, command)).toMatchObject({ refusal: { code: 'request.not_found' } });
  });

  it('draws another challenge and number each time', async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 5; count += 1) nonces.add((await begin()).nonce);
    expect(nonces.size).toBe(5);
  });

  it('is refused to a helper who has begun too often today, for others too', async () => {
    const helper = await seedAccount(site, person.id, 'helper');
    const beginFor = (deviceId?: string) =>
      startRemoteAttempt(site.deps, {
        personId: person.id,
        accountId: helper.id,
        start: makeStart(undefined, deviceId),
      });
    for (let count = 0; count < 20; count += 1) expect((await beginFor()).ok).toBe(true);
    expect(await beginFor()).toMatchObject({ refusal: { code: 'helper.limit_reached' } });
    site.clock.advance(24 * 3_600_000);
    expect((await beginFor()).ok).toBe(true);
  });
});

describe('frames', () => {
  it('are kept sealed, and the same one again is fine', async () => {
    const attempt = await begin();
    const frame = makeFrame(attempt.id, 0, makeJpeg(1));
    expect(await putFrame(site.deps, frame)).toEqual({ ok: true, value: { framesReceived: [0] } });
    expect(await putFrame(site.deps, frame)).toEqual({ ok: true, value: { framesReceived: [0] } });
    const row = await site.deps.db.selectFrom('attemptFrame').select('pictureSealed').executeTakeFirstOrThrow();
    expect(Buffer.from(row.pictureSealed ?? []).includes(Buffer.from(frame.picture.slice(20, 60)))).toBe(false);
  });

  it('are not exchanged for others', async () => {
    const attempt = await begin();
    await putFrame(site.deps, makeFrame(attempt.id, 0, makeJpeg(1)));
    const other = await putFrame(site.deps, makeFrame(attempt.id, 0, makeJpeg(2)));
    expect(other).toMatchObject({ refusal: { code: 'attempt.frame_differs' } });
  });

  it('are refused when they are no JPEG, damaged, too large, or not asked for', async () => {
    const attempt = await begin();
    const send = (change: Partial<ReturnType<typeof makeFrame>>) =>
      putFrame(site.deps, { ...makeFrame(attempt.id, 0, change.picture ?? makeJpeg(1)), ...change });
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await send({ picture: png })).toMatchObject({ refusal: { code: 'picture.type_unknown' } });
    expect(await send({ sha256: '0'.repeat(64) })).toMatchObject({ refusal: { code: 'picture.unreadable' } });
    expect(await send({ picture: makeJpeg(1, 200_001) })).toMatchObject({ refusal: { code: 'picture.too_large' } });
    expect(await send({ promptIndex: 11 })).toMatchObject({ refusal: { code: 'request.invalid' } });
    expect(await send({ colourIndex: 9 })).toMatchObject({ refusal: { code: 'request.invalid' } });
  });

  it('may be one and a half million bytes together, no more', async () => {
    const attempt = await begin();
    for (let index = 0; index < 7; index += 1) {
      const put = await putFrame(site.deps, makeFrame(attempt.id, index, makeJpeg(index, 199_000)));
      expect(put.ok).toBe(true);
    }
    const over = await putFrame(site.deps, makeFrame(attempt.id, 7, makeJpeg(99, 199_000)));
    expect(over).toMatchObject({ refusal: { code: 'attempt.bytes_limit' } });
  });

  it('come too late after the deadline, which is no try', async () => {
    const attempt = await begin();
    site.clock.advance(21 * 60_000);
    expect(await putFrame(site.deps, makeFrame(attempt.id, 0, makeJpeg(1)))).toMatchObject({
      refusal: { code: 'attempt.expired' },
    });
    expect(await getAttemptRow(site, attempt.id)).toMatchObject({ state: 'expired', counts: null });
  });

  it('arrive in any order and at once', async () => {
    const attempt = await begin();
    const pictures = makePictures(6);
    await Promise.all(
      [5, 0, 3, 1, 4, 2].map((index) => putFrame(site.deps, makeFrame(attempt.id, index, pictures[index]!))),
    );
    const result = await putFrame(site.deps, makeFrame(attempt.id, 0, pictures[0]!));
    expect(result).toEqual({ ok: true, value: { framesReceived: [0, 1, 2, 3, 4, 5] } });
  });
});

describe('submitting', () => {
  it('names the frames that are missing', async () => {
    const attempt = await begin();
    await putFrame(site.deps, makeFrame(attempt.id, 1, makeJpeg(1)));
    const command = { attemptId: attempt.id, nonce: attempt.nonce, frameCount: 3, actor: account };
    expect(await submitAttempt(site.deps, command)).toMatchObject({
      refusal: { code: 'attempt.incomplete', facts: { missing: [0, 2] } },
    });
  });

  it('asks for the one-time number of this attempt', async () => {
    const attempt = await begin();
    await putFrame(site.deps, makeFrame(attempt.id, 0, makeJpeg(1)));
    const command = { attemptId: attempt.id, nonce: 'another', frameCount: 1, actor: account };
    expect(await submitAttempt(site.deps, command)).toMatchObject({ refusal: { code: 'attempt.closed' } });
  });

  it('twice is once: one job, one judgement, one certificate', async () => {
    const attempt = await begin();
    const pictures = makePictures();
    await sendAttempt(site, attempt, { actor: account, pictures });
    const again = { attemptId: attempt.id, nonce: attempt.nonce, frameCount: 3, actor: account };
    expect((await submitAttempt(site.deps, again)).ok).toBe(true);
    await judgeAll(site);
    expect((await submitAttempt(site.deps, again)).ok).toBe(true);
    await judgeAll(site);
    expect(engine.judged).toBe(1);
    expect(await listCertificates(site.deps, person.id)).toHaveLength(1);
  });

  it('takes no more frames, and cannot be left any more', async () => {
    const attempt = await begin();
    await sendAttempt(site, attempt, { actor: account, pictures: makePictures() });
    expect(await putFrame(site.deps, makeFrame(attempt.id, 9, makeJpeg(77)))).toMatchObject({
      refusal: { code: 'attempt.closed' },
    });
    expect(await abandonAttempt(site.deps, { attemptId: attempt.id, actor: account })).toMatchObject({
      refusal: { code: 'attempt.closed' },
    });
  });
});

describe('a living person with the recorded face', () => {
  it('is certified, receives a certificate and a message, and all of it is on record', async () => {
    const row = await runRemoteAttempt(site, { personId: person.id, account });
    expect(row).toMatchObject({ state: 'decided', decision: 'passed', counts: true, alarm: null });
    const [certificate] = await listCertificates(site.deps, person.id);
    expect(certificate).toMatchObject({ channel: 'remote-face', certifiedOn: '2026-11-23', validUntil: '2027-11-30' });
    expect(row.outcome).toEqual({ kind: 'passed', certificateId: certificate?.id, enrolmentId: null });
    const messages = await site.messages();
    expect(messages.map((message) => message.kind)).toEqual(['certified']);
    expect(messages[0]?.text).toContain(certificate?.number);
    expect(await auditActions()).toEqual(
      expect.arrayContaining([
        'attempt.started',
        'attempt.submitted',
        'attempt.decided',
        'person.certified',
        'certificate.issued',
      ]),
    );
  });

  it('passes twice on one day with one certificate', async () => {
    await runRemoteAttempt(site, { personId: person.id, account });
    await runRemoteAttempt(site, { personId: person.id, account });
    expect(await listCertificates(site.deps, person.id)).toHaveLength(1);
  });

  it('is certified once by two servers that judged the same attempt', async () => {
    const attempt = await begin();
    await sendAttempt(site, attempt, { actor: account, pictures: makePictures() });
    const policy = await getPolicy(site.deps);
    const submitted = await getAttemptRow(site, attempt.id);
    const judged = await Promise.all([judge(site.deps, submitted, policy), judge(site.deps, submitted, policy)]);
    await Promise.all(judged.map((each) => settleAttempt(site.deps, attempt.id, each)));
    expect(await listCertificates(site.deps, person.id)).toHaveLength(1);
    expect((await auditActions()).filter((action) => action === 'attempt.decided')).toHaveLength(1);
  });
});

describe('anybody else', () => {
  it('does not pass with another face, and after the last try the other ways are open', async () => {
    engine.verdict = { liveness: 'live', match: 'no-match' };
    const outcomes = [];
    for (let count = 0; count < 3; count += 1) {
      outcomes.push((await runRemoteAttempt(site, { personId: person.id, account })).outcome);
    }
    const [waiting] = await openCases();
    expect(outcomes).toEqual([
      { kind: 'again', reason: 'not-recognised', tip: null, triesLeft: 2 },
      { kind: 'again', reason: 'not-recognised', tip: null, triesLeft: 1 },
      { kind: 'other-way', caseId: waiting?.id, caseNumber: waiting?.number },
    ]);
    expect(waiting).toMatchObject({ kind: 'way-chosen', way: null });
    const carried = await site.deps.db.selectFrom('caseAttempt').selectAll().execute();
    expect(carried).toHaveLength(3);
    expect(await start()).toMatchObject({
      refusal: { code: 'attempt.limit_reached', facts: { caseNumber: waiting?.number, againOn: '2026-11-24' } },
    });
    site.clock.advance(24 * 3_600_000);
    expect((await start()).ok).toBe(true);
  });

  it('goes to a reviewer when the face is nearly the recorded one twice, and need not try again', async () => {
    engine.verdict = { liveness: 'live', match: 'doubtful' };
    const first = await runRemoteAttempt(site, { personId: person.id, account });
    const second = await runRemoteAttempt(site, { personId: person.id, account });
    expect(first.outcome).toMatchObject({ kind: 'again' });
    expect(second.outcome).toMatchObject({ kind: 'review', decideBy: '2026-11-30' });
    expect((await site.messages()).map((message) => message.kind)).toEqual(['in-review']);
    expect(await start()).toMatchObject({ refusal: { code: 'attempt.limit_reached', facts: { againOn: null } } });
  });

  it('raises an alarm inside and is only told to try again', async () => {
    engine.verdict = { liveness: 'not-live', match: 'match', against: ['stream'] };
    const row = await runRemoteAttempt(site, { personId: person.id, account });
    expect(row.outcome).toEqual({ kind: 'again', reason: 'not-clear', tip: null, triesLeft: 2 });
    expect(await openCases()).toMatchObject([{ kind: 'attack-alarm', reasons: ['not-live'] }]);
    expect(JSON.stringify(row.outcome)).not.toMatch(/alarm|live/);
  });
});

describe('material seen before', () => {
  it('never counts again, whoever sends it', async () => {
    const pictures = makePictures();
    await runRemoteAttempt(site, { personId: person.id, account, pictures });
    site.clock.advance(48 * 3_600_000);
    const replay = await runRemoteAttempt(site, { personId: person.id, account, pictures });
    expect(replay).toMatchObject({ decision: 'again', alarm: 'replayed-frames' });
    expect(await listCertificates(site.deps, person.id)).toHaveLength(1);
  });

  it('is recognised by one frame among new ones, of an attempt that was never submitted', async () => {
    const left = await begin();
    const [seen] = makePictures(1);
    await putFrame(site.deps, makeFrame(left.id, 0, seen!));
    await abandonAttempt(site.deps, { attemptId: left.id, actor: account });
    const row = await runRemoteAttempt(site, {
      personId: person.id,
      account,
      pictures: [...makePictures(2), seen!],
    });
    expect(row.alarm).toBe('replayed-frames');
  });

  it('gives the engine the fingerprints of earlier attempts', async () => {
    await runRemoteAttempt(site, { personId: person.id, account });
    let seen = 0;
    const asked = {
      ...engine,
      judgeAttempt: async (input: Parameters<typeof engine.judgeAttempt>[0]) => {
        seen = input.seenFingerprints.length;
        return engine.judgeAttempt(input);
      },
    };
    const attempt = await begin();
    await sendAttempt(site, attempt, { actor: account, pictures: makePictures() });
    const deps = { ...site.deps, engine: asked };
    await judge(deps, await getAttemptRow(site, attempt.id), await getPolicy(deps));
    expect(seen).toBe(3);
  });
});

describe('an engine that cannot answer', () => {
  it('is asked again, and in the end costs the person no try', async () => {
    engine.verdict = { outcome: 'error', code: 'engine.busy', detail: 'full' };
    const attempt = await begin();
    await sendAttempt(site, attempt, { actor: account, pictures: makePictures() });
    await judgeAll(site);
    expect((await getAttemptRow(site, attempt.id)).state).toBe('submitted');
    site.clock.advance(50_000);
    await judgeAll(site);
    expect(await getAttemptRow(site, attempt.id)).toMatchObject({
      state: 'decided',
      counts: false,
      outcome: { kind: 'again', reason: 'not-clear', triesLeft: 3 },
    });
  });

  it('decides after all once it answers', async () => {
    engine.verdict = { outcome: 'error', code: 'engine.worker_died', detail: '' };
    const attempt = await begin();
    await sendAttempt(site, attempt, { actor: account, pictures: makePictures() });
    await judgeAll(site);
    engine.verdict = { liveness: 'live', match: 'match' };
    site.clock.advance(20_000);
    await judgeAll(site);
    expect((await getAttemptRow(site, attempt.id)).decision).toBe('passed');
  });
});

describe('scores', () => {
  it('stay sealed: neither the row nor the audit shows any', async () => {
    engine.verdict = { liveness: 'not-live', match: 'doubtful', against: ['stream'] };
    const row = await runRemoteAttempt(site, { personId: person.id, account });
    const audit = await site.deps.db.selectFrom('auditEntry').selectAll().execute();
    const text = JSON.stringify([row, audit.map((entry) => entry.facts)]);
    expect(text).not.toContain('0.123456');
    expect(text).not.toContain('0.654321');
    const stored = await site.deps.db.selectFrom('attempt').select('judgementSealed').executeTakeFirstOrThrow();
    const place = { table: 'attempt', row: row.id, field: 'judgement' };
    expect(site.deps.vault.openText(place, stored.judgementSealed!)).toContain('0.654321');
  });
});
