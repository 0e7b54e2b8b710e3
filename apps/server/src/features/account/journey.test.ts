// The whole way of a person over the wire, as the web application goes it: telephone, roster, consent, capture, certificate.
import { createHash, randomUUID } from 'node:crypto';
import { account, agency, attempt, verify } from '@anzai/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildTestApp, openTestSite, type TestSite } from '../../platform/testing/open-test-site.ts';
import { TestBrowser } from '../../platform/testing/test-browser.ts';
import { createHost, type Host } from '../../platform/http/host.ts';
import { createJudgingEngine } from '../../testing/judging-engine.ts';
import { makePictures, makeStart } from '../../testing/run-attempt.ts';
import { seedAgency, type SeededAgency } from '../../testing/seed-agency.ts';
import { seedEnrolment, seedPerson, seedStaff, type SeededPerson } from '../../testing/seed-person.ts';
import { accessPorts, registrars } from '../index.ts';

let site: TestSite;
let app: FastifyInstance;
let seeded: SeededPerson;
let office: SeededAgency;
const engine = createJudgingEngine();
const host: Host = createHost();
const deviceId = randomUUID();

beforeAll(async () => {
  site = await openTestSite({ engine });
  app = await buildTestApp(site, registrars, accessPorts);
  for (const register of registrars) register(host);
});
afterAll(async () => {
  await app.close();
  await site.close();
});
beforeEach(async () => {
  await site.reset();
  site.clock.set('2026-11-23T01:00:00.000Z');
  engine.verdict = { liveness: 'live', match: 'match' };
  office = await seedAgency(site.deps);
  seeded = await seedPerson(site.deps, { outletId: office.hallId });
});

type Body = Record<string, unknown>;

async function lastCode(): Promise<string> {
  const text = (await site.messages()).findLast((message) => message.kind === 'sign-in-code')?.text ?? '';
  return /\d{6}/.exec(text)?.[0] ?? '';
}

async function signIn(phone = '13800138000'): Promise<TestBrowser> {
  const browser = new TestBrowser(app);
  await browser.open(account.getSession);
  await browser.call(account.requestCode, { body: { phone, locale: 'zh-CN' } });
  const answer = await browser.call(account.signIn, { body: { phone, code: await lastCode(), deviceId } });
  expect(answer.status).toBe(200);
  return browser;
}

function identity(change: Body = {}): Body {
  return {
    name: seeded.person.name,
    documentKind: 'resident-id',
    documentNumber: seeded.number,
    acting: 'self',
    ...change,
  };
}

async function enrolled(): Promise<void> {
  const clerk = await seedStaff(site.deps, { role: 'clerk', outletId: office.hallId });
  await seedEnrolment(site.deps, seeded.person, clerk);
  site.clock.advance(60_000);
}

async function sendFrames(browser: TestBrowser, attemptId: string): Promise<void> {
  for (const [index, picture] of makePictures(3).entries()) {
    const headers = {
      'content-type': 'image/jpeg',
      'x-captured-at-ms': String(index * 300),
      'x-prompt-index': '0',
      'x-colour-index': '',
      'x-frame-sha256': createHash('sha256').update(picture).digest('hex'),
    };
    const put = await browser.call(attempt.putFrame, {
      params: { attemptId, index },
      headers,
      body: Buffer.from(picture),
    });
    expect(put).toMatchObject({ status: 200 });
  }
}

describe('a person with a recorded face', () => {
  it('goes from the telephone number to a certificate that anyone can verify', async () => {
    await enrolled();
    const { personId } = { personId: seeded.person.id };
    const browser = await signIn();
    const linked = await browser.call(account.identify, { body: identity() });
    expect(linked).toMatchObject({ status: 200, body: { personId, acting: 'self' } });
    const home = await browser.call(account.getHome, { params: { personId } });
    expect(home.body).toMatchObject({ template: 'current', consent: 'given', triesLeft: 3, certificates: [] });

    const start = makeStart();
    const started = await browser.call(attempt.startAttempt, { params: { personId }, body: start });
    expect(started).toMatchObject({ status: 200, body: { id: start.id, state: 'open' } });
    await sendFrames(browser, start.id);
    const { nonce } = (started.body as { challenge: { nonce: string } }).challenge;
    const params = { attemptId: start.id };
    const submit = await browser.call(attempt.submitAttempt, { params, body: { nonce, frameCount: 3 } });
    expect(submit).toMatchObject({ status: 200, body: { state: 'submitted', outcome: null } });
    const waiting = browser.call(attempt.getAttempt, { params, query: { waitMs: '5000' } });
    await site.runJobs(host);
    expect(await waiting).toMatchObject({ body: { state: 'decided', outcome: { kind: 'passed' } } });

    const after = (await browser.call(account.getHome, { params: { personId } })).body as {
      standing: Body;
      certificates: { id: string; code: string; number: string }[];
      timeline: { kind: string }[];
    };
    expect(after.standing).toMatchObject({ state: 'certified', validUntil: '2027-11-30' });
    expect(after.timeline.map((entry) => entry.kind)).toEqual(['person.certified', 'face.enrolled', 'consent.given']);
    const [certificate] = after.certificates;
    const checked = await new TestBrowser(app).call(verify.verifyCertificates, {
      body: { codes: [certificate?.code, 'AZ1.nonsense'] },
    });
    expect(checked.body).toMatchObject({
      results: [{ outcome: 'valid', number: certificate?.number, name: '王秀英' }, { outcome: 'malformed' }],
    });
    const pdf = await browser.call(account.getCertificatePdf, {
      params: { personId, certificateId: certificate?.id ?? '' },
    });
    expect(
      Buffer.from(pdf.body as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('sees no score anywhere', async () => {
    await enrolled();
    engine.verdict = { liveness: 'unsure', match: 'doubtful', against: ['stream'] };
    const browser = await signIn();
    await browser.call(account.identify, { body: identity() });
    const start = makeStart();
    const personId = seeded.person.id;
    const started = await browser.call(attempt.startAttempt, { params: { personId }, body: start });
    await sendFrames(browser, start.id);
    const { nonce } = (started.body as { challenge: { nonce: string } }).challenge;
    const params = { attemptId: start.id };
    await browser.call(attempt.submitAttempt, { params, body: { nonce, frameCount: 3 } });
    await site.runJobs(host);
    const decided = await browser.call(attempt.getAttempt, { params });
    const home = await browser.call(account.getHome, { params: { personId } });
    expect(decided.body).toMatchObject({ outcome: { kind: 'again' } });
    expect(JSON.stringify([decided.body, home.body])).not.toMatch(/score|0\.65|0\.12|signal|doubtful/);
  });

  it('cannot be captured by another account', async () => {
    await enrolled();
    const browser = await signIn();
    await browser.call(account.identify, { body: identity() });
    const start = makeStart();
    await browser.call(attempt.startAttempt, { params: { personId: seeded.person.id }, body: start });
    const stranger = await signIn('13900139000');
    const params = { attemptId: start.id };
    expect(await stranger.call(attempt.getAttempt, { params })).toMatchObject({ status: 404 });
    expect(await stranger.call(account.getHome, { params: { personId: seeded.person.id } })).toMatchObject({
      status: 403,
      body: { code: 'identity.not_linked' },
    });
  });
});

describe('a person without a recorded face', () => {
  it('is told so and finds the other ways, nearest counter first', async () => {
    const browser = await signIn();
    await browser.call(account.identify, { body: identity() });
    const params = { personId: seeded.person.id };
    const refused = await browser.call(attempt.startAttempt, { params, body: makeStart() });
    expect(refused).toMatchObject({ status: 409, body: { code: 'template.missing' } });
    const { ways } = (await browser.call(account.listWays, { params })).body as {
      ways: { way: string; outlets: { id: string }[] }[];
    };
    expect(ways.map((each) => each.way)).toEqual(['counter', 'street-office', 'bank', 'home-visit', 'call']);
    expect(ways[0]?.outlets[0]?.id).toBe(office.hallId);
    const chosen = await browser.call(account.chooseWay, { params, body: { way: 'counter', outletId: office.hallId } });
    expect(chosen).toMatchObject({ status: 200, body: { kind: 'way-chosen', way: 'counter', state: 'open' } });
    const moved = await browser.call(account.chooseWay, { params, body: { way: 'call' } });
    expect((moved.body as Body)['number']).toBe((chosen.body as Body)['number']);
    const closed = await browser.call(account.chooseWay, { params, body: { way: 'abroad' } });
    expect(closed).toMatchObject({ status: 422, body: { code: 'case.way_closed' } });
  });
});

describe('signing in', () => {
  it('sends one code in half a minute', async () => {
    const browser = new TestBrowser(app);
    await browser.open(account.getSession);
    const request = { body: { phone: '13800138000', locale: 'en' } };
    expect((await browser.call(account.requestCode, request)).status).toBe(200);
    site.clock.advance(10_000);
    expect(await browser.call(account.requestCode, request)).toMatchObject({
      status: 429,
      body: { code: 'account.code_too_soon', facts: { retryAfterSeconds: 20 } },
    });
    site.clock.advance(21_000);
    expect((await browser.call(account.requestCode, request)).status).toBe(200);
  });

  it('locks a code after five slips, even for the right figures', async () => {
    const browser = new TestBrowser(app);
    await browser.open(account.getSession);
    const phone = '13800138000';
    await browser.call(account.requestCode, { body: { phone, locale: 'zh-CN' } });
    const code = await lastCode();
    const wrong = code === '000000' ? '000001' : '000000';
    const slips = [];
    for (let count = 0; count < 5; count += 1) {
      slips.push((await browser.call(account.signIn, { body: { phone, code: wrong, deviceId } })).body);
    }
    expect(slips[0]).toMatchObject({ code: 'account.code_wrong', facts: { triesLeft: 4 } });
    expect(slips[4]).toMatchObject({ code: 'account.code_locked' });
    expect(await browser.call(account.signIn, { body: { phone, code, deviceId } })).toMatchObject({ status: 429 });
  });

  it('takes a code once, and not after ten minutes', async () => {
    const browser = await signIn();
    const used = { phone: '13800138000', code: await lastCode(), deviceId };
    expect(await browser.call(account.signIn, { body: used })).toMatchObject({
      body: { code: 'account.code_expired' },
    });
    site.clock.advance(31_000);
    await browser.call(account.requestCode, { body: { phone: '13800138000', locale: 'zh-CN' } });
    const late = { ...used, code: await lastCode() };
    site.clock.advance(601_000);
    expect(await browser.call(account.signIn, { body: late })).toMatchObject({
      body: { code: 'account.code_expired' },
    });
  });

  it('repeated with the same key after a lost answer gives the same session', async () => {
    const browser = new TestBrowser(app);
    await browser.open(account.getSession);
    const phone = '13800138000';
    await browser.call(account.requestCode, { body: { phone, locale: 'zh-CN' } });
    const key = randomUUID();
    const body = { phone, code: await lastCode(), deviceId };
    const first = await browser.call(account.signIn, { body, key });
    const second = await browser.call(account.signIn, { body, key });
    expect([first.status, second.status]).toEqual([200, 200]);
    const sessions = await site.deps.db.selectFrom('session').select('id').execute();
    expect(sessions).toHaveLength(1);
  });

  it('ends the session that it takes the place of', async () => {
    const browser = await signIn();
    const old = browser.cookies.get('anzai-account') ?? '';
    site.clock.advance(31_000);
    await browser.call(account.requestCode, { body: { phone: '13800138000', locale: 'zh-CN' } });
    const body = { phone: '13800138000', code: await lastCode(), deviceId };
    expect(await browser.call(account.signIn, { body })).toMatchObject({ status: 200 });
    expect((await browser.call(account.getSession)).body).toMatchObject({ signedIn: true });
    browser.cookies.set('anzai-account', old);
    expect((await browser.call(account.getSession)).body).toMatchObject({ signedIn: false });
  });

  it('keeps telephone and code out of the database in the clear', async () => {
    await signIn('13800138000');
    const rows = [
      await site.deps.db.selectFrom('account').selectAll().execute(),
      await site.deps.db.selectFrom('accountCode').selectAll().execute(),
    ];
    const text = rows
      .flat()
      .map((row) =>
        Object.values(row)
          .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
          .join(' '),
      )
      .join(' ');
    expect(text).not.toContain('13800138000');
    expect(text).not.toContain(await lastCode());
  });
});

describe('a stranger', () => {
  it('uses up nobody else’s attempts', async () => {
    await enrolled();
    const params = { personId: seeded.person.id };
    const stranger = await signIn('13800138001');
    for (let count = 0; count < 40; count += 1) {
      const refused = await stranger.call(attempt.startAttempt, { params, body: makeStart() });
      expect(refused).toMatchObject({ status: 403 });
    }
    const owner = await signIn();
    await owner.call(account.identify, { body: identity() });
    expect(await owner.call(attempt.startAttempt, { params, body: makeStart() })).toMatchObject({ status: 200 });
  });
});

describe('the real-name check', () => {
  const check = async (browser: TestBrowser, change: Body) =>
    (await browser.call(account.identify, { body: identity(change) })).body;

  it('names the field that differs and the counter to call', async () => {
    const browser = await signIn();
    expect(await check(browser, { name: '王秀珍' })).toMatchObject({
      code: 'identity.name_differs',
      facts: { field: 'name', counterPhone: office.phone },
    });
    expect(await check(browser, { documentNumber: '440103196501010017' })).toMatchObject({
      code: 'identity.document_unknown',
      facts: { field: 'document', counterPhone: office.phone },
    });
    expect(await check(browser, { documentNumber: '440103196501010018' })).toMatchObject({
      code: 'identity.document_invalid',
      facts: { reason: 'checksum' },
    });
  });

  it('makes a guesser wait longer each time', async () => {
    const browser = await signIn();
    const answers = [];
    for (let count = 0; count < 7; count += 1) answers.push(await check(browser, { name: `猜${count}` }));
    expect(answers[4]).toMatchObject({ code: 'identity.name_differs' });
    expect(answers[6]).toMatchObject({ code: 'request.rate_limited' });
    expect(await check(browser, {})).toMatchObject({ code: 'request.rate_limited' });
  });

  it('gives a guesser no new tries for knowing one person', async () => {
    const browser = await signIn();
    const other = await seedPerson(site.deps, { name: '陈志强' });
    const guess = { documentNumber: other.number, name: '猜' };
    const answers = [];
    for (let count = 0; count < 8; count += 1) {
      if (count % 4 === 0) await check(browser, {});
      answers.push(await check(browser, guess));
    }
    expect(answers[3]).toMatchObject({ code: 'identity.name_differs' });
    expect(answers[7]).toMatchObject({ code: 'request.rate_limited' });
  });

  it('links an account to one person as themselves, and asks helpers who they are', async () => {
    const browser = await signIn();
    await check(browser, {});
    const other = await seedPerson(site.deps, { name: '陈志强' });
    const theirs = { name: '陈志强', documentNumber: other.number };
    expect(await check(browser, theirs)).toMatchObject({ code: 'identity.already_linked' });
    expect(await check(browser, { ...theirs, acting: 'helper' })).toMatchObject({ code: 'helper.details_missing' });
    const helper = { name: '王小明', relation: 'neighbour' };
    expect(await check(browser, { ...theirs, acting: 'helper', helper })).toMatchObject({ acting: 'helper' });
    const session = (await browser.call(account.getSession)).body as { principals: { acting: string }[] };
    expect(session.principals.map((principal) => principal.acting)).toEqual(['self', 'helper']);
  });

  it('lets one helper be there for ten people, not more', async () => {
    const browser = await signIn();
    const helper = { name: '王小明', relation: 'volunteer' };
    const answers = [];
    for (let count = 0; count < 11; count += 1) {
      const each = await seedPerson(site.deps, { name: `老人${count}` });
      const body = { name: each.person.name, documentNumber: each.number, acting: 'helper', helper };
      answers.push(await check(browser, body));
    }
    expect(answers[9]).toMatchObject({ acting: 'helper' });
    expect(answers[10]).toMatchObject({ code: 'helper.limit_reached' });
  });
});

describe('anyone', () => {
  it('may ask for the agency, its counters, the keys and the list of revoked numbers', async () => {
    const browser = new TestBrowser(app);
    expect(await browser.call(agency.getAgency)).toMatchObject({ body: { triesMax: 3, consentVersion: '2026-1' } });
    const outlets = await browser.call(agency.listOutlets, { query: { service: 'enrolment' } });
    expect((outlets.body as { outlets: unknown[] }).outlets).toHaveLength(1);
    expect((await browser.call(verify.getKeys)).status).toBe(200);
    expect(await browser.call(verify.getRevocations)).toMatchObject({
      body: { list: expect.stringMatching(/^AZR1\./) },
    });
  });
});
