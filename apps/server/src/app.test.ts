import { account, attempt, type Endpoint } from '@anzai/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, type App } from './app.ts';
import { listEndpoints } from './platform/http/list-endpoints.ts';
import { openTestSite, type TestSite } from './platform/testing/open-test-site.ts';
import { TestBrowser } from './platform/testing/test-browser.ts';

let site: TestSite;
let app: App;

beforeAll(async () => {
  site = await openTestSite();
  app = await buildApp(site.deps, { ...site.deps.kicks, set: () => undefined });
});
afterAll(async () => {
  await app.stop();
  await site.close();
});

function fillParams(endpoint: Endpoint): Record<string, string> {
  const names = Object.keys(endpoint.params?.shape ?? {});
  return Object.fromEntries(names.map((name) => [name, name === 'index' ? '0' : randomUUID()]));
}

/** What a stranger is told at each kind of access. */
const codes: Readonly<Record<string, string>> = {
  account: 'account.signed_out',
  principal: 'account.signed_out',
  capturer: 'account.signed_out',
  staff: 'staff.signed_out',
};

describe('the whole server', () => {
  it('opens nothing but what is public to someone who is not signed in', async () => {
    const browser = new TestBrowser(app.http);
    await browser.open(account.getSession);
    const closed = listEndpoints().filter((endpoint) => endpoint.access !== 'public');
    expect(closed.length).toBeGreaterThan(30);
    for (const endpoint of closed) {
      const answer = await browser.call(endpoint, { params: fillParams(endpoint) });
      const expected = codes[endpoint.access] ?? 'staff.signed_out';
      expect([endpoint.id, (answer.body as { code: string }).code]).toEqual([endpoint.id, expected]);
    }
  });

  it('takes no state-changing call from another site, whoever is signed in', async () => {
    const stranger = new TestBrowser(app.http);
    const changing = listEndpoints().filter((each) => each.method !== 'GET' && each.idempotent !== 'safe');
    for (const endpoint of changing) {
      const answer = await stranger.call(endpoint, { params: fillParams(endpoint) });
      expect([endpoint.id, (answer.body as { code: string }).code]).toEqual([endpoint.id, 'request.csrf']);
    }
  });

  it('answers an id that is none like a path that is none', async () => {
    const browser = new TestBrowser(app.http);
    const answer = await browser.call(attempt.getAttempt, { params: { attemptId: "1' or '1'='1" } });
    expect(answer.body).toMatchObject({ code: 'request.not_found' });
  });
});
