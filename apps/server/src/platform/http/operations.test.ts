import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeEngine } from '../testing/fake-engine.ts';
import { closedPorts, openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { buildHttp } from './build-http.ts';
import { checkComplete } from './check-complete.ts';
import { bind, createHost } from './host.ts';
import { listEndpoints } from './list-endpoints.ts';

let site: TestSite;
let app: FastifyInstance;
const stopping = new AbortController();

function makeFolders(): { web: string; console: string } {
  const root = mkdtempSync(join(tmpdir(), 'anzai-static-'));
  for (const name of ['web', 'console']) {
    mkdirSync(join(root, name, 'assets'), { recursive: true });
    writeFileSync(join(root, name, 'index.html'), `<title>${name}</title>`);
    writeFileSync(join(root, name, 'assets', 'main-DkJ3xQ9a.js'), 'export {}');
    writeFileSync(join(root, name, 'sw.js'), '');
  }
  writeFileSync(join(root, 'web', 'verify.html'), '<title>verify</title>');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  return { web: join(root, 'web'), console: join(root, 'console') };
}

beforeAll(async () => {
  site = await openTestSite({ engine: createFakeEngine() });
  const parts = { deps: site.deps, host: createHost(), ports: closedPorts, stopping: stopping.signal };
  app = await buildHttp(parts, { folders: makeFolders() });
});
afterAll(async () => {
  await app.close();
  await site.close();
});

async function get(url: string, accept = 'text/html'): Promise<{ status: number; body: string; cache: unknown }> {
  const response = await app.inject({ url, headers: { accept } });
  return { status: response.statusCode, body: response.body, cache: response.headers['cache-control'] };
}

describe('the web applications', () => {
  it('answer each of their paths with their one page, never from a cache', async () => {
    for (const [url, title] of [
      ['/', 'web'],
      ['/certify/camera', 'web'],
      ['/verify', 'verify'],
      ['/console/', 'console'],
      ['/console/find/someone', 'console'],
    ] as const) {
      expect(await get(url)).toMatchObject({ status: 200, body: `<title>${title}</title>`, cache: 'no-cache' });
    }
  });

  it('have files that are kept for ever when their name says what is in them', async () => {
    expect(await get('/assets/main-DkJ3xQ9a.js')).toMatchObject({ cache: 'public, max-age=31536000, immutable' });
    expect(await get('/console/assets/main-DkJ3xQ9a.js')).toMatchObject({ status: 200 });
    expect(await get('/sw.js')).toMatchObject({ status: 200, cache: 'no-cache' });
  });

  it('do not answer for missing files, for the interface, or from outside their folder', async () => {
    for (const url of [
      '/assets/gone-12345678.js',
      '/api/gone',
      '/.well-known/gone',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
    ]) {
      const answer = await get(url);
      expect([url, answer.status]).toEqual([url, 404]);
      expect(answer.body).not.toContain('secret<');
    }
    expect((await get('/certify', 'application/json')).status).toBe(404);
  });
});

describe('operators', () => {
  it('see that the server lives and whether it is ready', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect(await get('/readyz')).toMatchObject({ status: 200 });
  });

  it('read measures with endpoints’ names and no addresses of people in them', async () => {
    await get('/api/people/0198c0de-0000-7000-8000-000000000001/home');
    const { body } = await get('/metrics');
    expect(body).toContain('anzai_http_request_seconds_count{endpoint="healthz",status="200"} 1');
    expect(body).toContain('anzai_jobs_total');
    expect(body).not.toContain('0198c0de');
  });

  it('read what a problem means, in three languages', async () => {
    const { body, status } = await get('/problems/template.missing');
    expect(status).toBe(200);
    for (const locale of ['zh-CN', 'zh-HK', 'en']) expect(body).toContain(`<section lang="${locale}">`);
    expect((await get('/problems/constructor')).status).toBe(404);
  });

  it('see a server that is stopping as not ready', async () => {
    stopping.abort();
    expect((await get('/readyz')).status).toBe(503);
  });
});

describe('a host', () => {
  it('is complete only with a handler for each endpoint and an endpoint for each handler', () => {
    const host = createHost();
    expect(() => checkComplete(host)).toThrow('endpoint getSession has no handler');
    for (const endpoint of listEndpoints()) {
      bind(host, endpoint, async () => ({ ok: false, refusal: { code: 'request.not_found' } }));
    }
    expect(() => checkComplete(host)).not.toThrow();
    const [first] = listEndpoints();
    expect(() => first && bind(host, first, async () => ({ ok: false, refusal: { code: 'request.stale' } }))).toThrow(
      'two handlers',
    );
    host.routes.set('stranger', { ...host.routes.get('getSession')! });
    expect(() => checkComplete(host)).toThrow('handler stranger has no endpoint');
  });
});
