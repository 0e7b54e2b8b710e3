import { randomUUID } from 'node:crypto';
import { endpoint } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { startSession } from '../session/sessions.ts';
import { buildTestApp, openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { bind, type Host } from './host.ts';

const Body = z.strictObject({ amount: z.int() });

const visit = endpoint({
  id: 'visit',
  method: 'GET',
  path: '/t/visit',
  access: 'public',
  summary: '',
  idempotent: 'safe',
  response: z.strictObject({ csrfToken: z.string() }),
  refusals: [],
});
const add = endpoint({
  id: 'add',
  method: 'POST',
  path: '/t/add',
  access: 'public',
  summary: '',
  idempotent: 'by-key',
  body: Body,
  response: z.strictObject({ total: z.int() }),
  refusals: ['account.code_wrong'],
});
const find = endpoint({
  ...visit,
  id: 'find',
  method: 'POST',
  path: '/t/find',
  body: z.strictObject({ q: z.unknown() }),
});
const leak = endpoint({ ...visit, id: 'leak', path: '/t/leak' });
const enter = endpoint({ ...add, id: 'enter', path: '/t/enter' });
const mine = endpoint({ ...visit, id: 'mine', path: '/t/mine', access: 'account' });
const picture = endpoint({
  id: 'picture',
  method: 'PUT',
  path: '/t/picture',
  access: 'public',
  summary: '',
  idempotent: 'by-path',
  bodyType: 'image/jpeg',
  response: z.strictObject({ bytes: z.int() }),
  refusals: [],
});

let runs = 0;
let fail = false;

function register(host: Host): void {
  bind(host, visit, async (_deps, call) => ok({ csrfToken: call.csrfToken }));
  bind(host, mine, async (_deps, call) => ok({ csrfToken: call.actor.id }));
  bind(host, find, async (_deps, call) => ok({ csrfToken: call.csrfToken }));
  bind(host, leak, async () => ok({ csrfToken: 'x', score: 0.7 } as { csrfToken: string }));
  bind(host, add, async (tx, call) => {
    runs += 1;
    recordAudit(tx, {
      actor: { kind: 'system', id: null },
      action: 'test.added',
      subject: { kind: 'test', id: '1' },
      facts: { amount: call.body.amount },
    });
    if (fail) throw new Error('broken');
    if (call.body.amount < 0) return refuse({ code: 'account.code_wrong', facts: { triesLeft: 2 } });
    return ok({ total: call.body.amount });
  });
  bind(host, enter, async (tx, call) => {
    const staffId = tx.ids.uuid();
    await tx.db
      .insertInto('staff')
      .values({ id: staffId, login: 'enter', name: '', role: 'clerk', passwordHash: '', createdAt: tx.clock.now() })
      .execute();
    await startSession(tx, call, { kind: 'staff', ownerId: staffId });
    return ok({ total: 1 });
  });
  bind(host, picture, async (_deps, call) => ok({ bytes: call.body.length }));
}

let site: TestSite;
let app: Awaited<ReturnType<typeof buildTestApp>>;

beforeAll(async () => {
  site = await openTestSite();
  app = await buildTestApp(site, [register]);
});
beforeEach(async () => {
  await site.reset();
  runs = 0;
  fail = false;
});
afterAll(async () => {
  await app.close();
  await site.close();
});

async function openBrowser(): Promise<TestBrowser> {
  const browser = new TestBrowser(app);
  await browser.open(visit);
  return browser;
}

async function countAudit(): Promise<number> {
  return (await site.deps.db.selectFrom('auditEntry').select('sequence').execute()).length;
}

describe('a call', () => {
  it('changes nothing without the CSRF token of this browser', async () => {
    const browser = await openBrowser();
    const other = await openBrowser();
    browser.csrfToken = other.csrfToken;
    const answer = await browser.call(add, { body: { amount: 1 } });
    expect(answer.body).toMatchObject({ status: 403, code: 'request.csrf' });
    expect(runs).toBe(0);
  });

  it('is done once for one key, and the second request gets the first answer', async () => {
    const browser = await openBrowser();
    const key = randomUUID();
    const first = await browser.call(add, { body: { amount: 5 }, key });
    const second = await browser.call(add, { body: { amount: 5 }, key });
    expect(first).toMatchObject({ status: 200, body: { total: 5 } });
    expect(second).toMatchObject({ status: 200, body: { total: 5 }, headers: { 'idempotent-replayed': 'true' } });
    expect(runs).toBe(1);
    expect(await countAudit()).toBe(1);
  });

  it('is done once when the same request arrives eight times at the same moment', async () => {
    const browser = await openBrowser();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.call(add, { body: { amount: 7 }, key })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body)))).toEqual(new Set(['{"total":7}']));
    expect(await countAudit()).toBe(1);
  });

  it('refuses a key that comes back with another body', async () => {
    const browser = await openBrowser();
    const key = randomUUID();
    await browser.call(add, { body: { amount: 5 }, key });
    const second = await browser.call(add, { body: { amount: 6 }, key });
    expect(second).toMatchObject({ status: 422, body: { code: 'request.idempotency_key_reused' } });
  });

  it('keeps the keys of two browsers apart', async () => {
    const key = randomUUID();
    await (await openBrowser()).call(add, { body: { amount: 5 }, key });
    const other = await (await openBrowser()).call(add, { body: { amount: 6 }, key });
    expect(other.body).toEqual({ total: 6 });
  });

  it('keeps what a refusal counted, and repeats the refusal', async () => {
    const browser = await openBrowser();
    const key = randomUUID();
    const first = await browser.call(add, { body: { amount: -1 }, key });
    const second = await browser.call(add, { body: { amount: -1 }, key });
    expect(first.body).toMatchObject({ code: 'account.code_wrong', facts: { triesLeft: 2 } });
    expect(second.body).toMatchObject({ code: 'account.code_wrong', facts: { triesLeft: 2 } });
    expect(await countAudit()).toBe(1);
  });

  it('leaves nothing behind when it breaks, and may be repeated with its key', async () => {
    const browser = await openBrowser();
    const key = randomUUID();
    fail = true;
    const broken = await browser.call(add, { body: { amount: 5 }, key });
    expect(broken).toMatchObject({ status: 500, body: { code: 'server.fault' } });
    expect(await countAudit()).toBe(0);
    fail = false;
    expect((await browser.call(add, { body: { amount: 5 }, key })).body).toEqual({ total: 5 });
    expect(await verifyChain(site.deps)).toMatchObject({ intact: true, entries: 1 });
  });

  it('sets the session cookie again when a sign-in is repeated because its answer was lost', async () => {
    const browser = await openBrowser();
    const key = randomUUID();
    await browser.call(enter, { body: { amount: 1 }, key });
    const token = browser.cookies.get('anzai-staff');
    browser.cookies.delete('anzai-staff');
    await browser.call(enter, { body: { amount: 1 }, key });
    expect(browser.cookies.get('anzai-staff')).toBe(token);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('names what is wrong with a request without repeating it', async () => {
    const browser = await openBrowser();
    const answer = await browser.call(add, { body: { amount: 'secret' } });
    expect(answer.body).toMatchObject({
      code: 'request.invalid',
      invalidParams: [{ path: 'body.amount', code: 'invalid_type' }],
    });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('refuses text that the database cannot keep, and nesting without end', async () => {
    const browser = await openBrowser();
    const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;
    for (const q of ['a\u0000b', { a: [{ 'b\u0000': 1 }] }, deep]) {
      const answer = await browser.call(find, { body: { q } });
      expect(answer.body).toMatchObject({ code: 'request.invalid', invalidParams: [{ path: 'body' }] });
    }
    expect(await browser.call(find, { body: { q: '王秀英\n' } })).toMatchObject({ status: 200 });
  });

  it('turns an answer with more than the contract says into a fault instead of sending it', async () => {
    const answer = await (await openBrowser()).call(leak);
    expect(answer).toMatchObject({ status: 500, body: { code: 'server.fault' } });
    expect(JSON.stringify(answer.body)).not.toContain('0.7');
  });

  it('asks for a sign-in where the contract demands one', async () => {
    expect((await (await openBrowser()).call(mine)).body).toMatchObject({ code: 'account.signed_out', status: 401 });
  });

  it('takes a picture as bytes and nothing else in its place', async () => {
    const browser = await openBrowser();
    const headers = { 'content-type': 'image/jpeg' };
    expect((await browser.call(picture, { body: Buffer.alloc(10, 1), headers })).body).toEqual({ bytes: 10 });
    expect((await browser.call(picture, { body: { a: 1 } })).body).toMatchObject({ code: 'request.invalid' });
    const large = await browser.call(picture, { body: Buffer.alloc(200_001, 1), headers });
    expect(large.body).toMatchObject({ code: 'picture.too_large', status: 413 });
    const text = await browser.call(picture, { body: Buffer.from('x'), headers: { 'content-type': 'text/plain' } });
    expect(text.body).toMatchObject({ code: 'request.media_type' });
  });

  it('answers what does not exist with a problem', async () => {
    const response = await app.inject({ url: '/api/nothing' });
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'request.not_found' });
  });

  it('carries a content policy without inline script and no way to be framed', async () => {
    const { headers } = await app.inject({ url: '/t/visit' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers['cache-control']).toBe('no-store');
  });
});
