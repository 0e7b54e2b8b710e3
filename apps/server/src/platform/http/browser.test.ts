import type { FastifyInstance } from 'fastify';
import { account, counter } from '@anzai/contract';
import { ok } from '@anzai/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionLifeMs, findAccountActor, startSession } from '../session/sessions.ts';
import { createCookieJar } from '../session/cookies.ts';
import { transaction } from '../db/transaction.ts';
import { buildTestApp, openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { bind, type Host } from './host.ts';
import { takeRequestRates } from './request-rates.ts';

let site: TestSite;
const apps: FastifyInstance[] = [];

beforeAll(async () => {
  site = await openTestSite();
});
beforeEach(() => site.reset());
afterAll(async () => {
  for (const app of apps) await app.close();
  await site.close();
});

function register(host: Host): void {
  bind(host, account.getSession, async (_deps, call) =>
    ok({ signedIn: false, phoneMasked: null, csrfToken: call.csrfToken, passkeys: 0, principals: [] }),
  );
}

async function visit(
  config: Partial<TestSite['deps']['config']>,
): Promise<{ cookie: string; policy: string; frame: unknown }> {
  const deps = { ...site.deps, config: { ...site.deps.config, ...config } };
  const app = await buildTestApp({ ...site, deps }, [register]);
  apps.push(app);
  const { headers } = await app.inject({ url: account.getSession.path });
  return {
    cookie: String(headers['set-cookie']),
    policy: String(headers['content-security-policy']),
    frame: headers['x-frame-options'],
  };
}

describe('a browser', () => {
  it('keeps its cookies from scripts and other sites, and over TLS from other hosts of the domain', async () => {
    expect((await visit({})).cookie).toMatch(/^anzai-browser=.+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await visit({ publicUrl: 'https://example.org' })).cookie).toMatch(
      /^__Host-anzai-browser=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it('shows the pages in a frame of the agencies that were named, and in no other', async () => {
    expect(await visit({})).toMatchObject({ frame: 'DENY' });
    const framed = await visit({ frameAncestors: ['https://agency.example.org'] });
    expect(framed.frame).toBeUndefined();
    expect(framed.policy).toContain("frame-ancestors 'self' https://agency.example.org");
  });
});

describe('limits of requests', () => {
  const subjects = { address: '203.0.113.7', browser: 'b-1' };
  const take = (change: Partial<typeof subjects> = {}) =>
    takeRequestRates(site.deps, account.requestCode, { ...subjects, ...change });

  it('are narrow for one browser and wider for one address', async () => {
    for (let count = 0; count < 10; count += 1) expect(await take()).toEqual({ ok: true });
    expect(await take()).toMatchObject({ ok: false });
    for (let browser = 0; browser < 110; browser += 1) {
      expect(await take({ browser: `other-${browser}` })).toEqual({ ok: true });
    }
    expect(await take({ browser: 'one-too-many' })).toMatchObject({ ok: false });
    expect(await take({ browser: 'elsewhere', address: '203.0.113.8' })).toEqual({ ok: true });
  });

  it('count what a clerk reveals by the clerk, so that a forgotten cookie gives no more', async () => {
    const reveal = (actor: string) => takeRequestRates(site.deps, counter.revealDocument, { actor });
    for (let count = 0; count < 120; count += 1) expect(await reveal('clerk-1')).toEqual({ ok: true });
    expect(await reveal('clerk-1')).toMatchObject({ ok: false });
    expect(await reveal('clerk-2')).toEqual({ ok: true });
  });
});

describe('an account’s session', () => {
  it('lives a month without use, longer with use, and half a year at most', async () => {
    const { deps, clock } = site;
    const accountId = deps.ids.uuid();
    await insertAccount(accountId);
    const cookies = createCookieJar();
    await transaction(deps, (tx) => startSession(tx, { cookies }, { kind: 'account', ownerId: accountId }));
    const token = cookies.list()[0]?.value ?? '';
    const { idle, absolute } = sessionLifeMs.account;
    const started = Date.parse(clock.now());
    while (Date.parse(clock.now()) + idle < started + absolute) {
      clock.advance(idle - 1000);
      expect(await findAccountActor(deps, token)).toMatchObject({ id: accountId });
    }
    clock.set(new Date(started + absolute).toISOString());
    expect(await findAccountActor(deps, token)).toBeNull();
    expect(await findAccountActor(deps, 'guess')).toBeNull();
  });
});

async function insertAccount(id: string): Promise<void> {
  const { db, clock, vault } = site.deps;
  const phoneSealed = vault.sealText({ table: 'account', row: id, field: 'phone' }, '+8613800138000');
  const phoneHash = vault.lookupHash('phone', '+8613800138000');
  await db.insertInto('account').values({ id, phoneSealed, phoneHash, createdAt: clock.now() }).execute();
}
