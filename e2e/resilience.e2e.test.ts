/** Lines break, pages are reloaded, and operators forget secrets: nothing is lost, and nothing starts half safe. */
import { makeBrowserCamera, type PersonId } from '@anzai/testkit';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, keepPicture, openBrowser, openContext, phone } from './support/browser.ts';
import { beginCapture, handInTwice, waitForOutcome, webWords } from './support/person-phone.ts';
import { getEnrolledDue } from './support/roster.ts';
import { root } from './support/run-server.ts';
import { countRemoteCertificates, openAccount } from './support/send-attempt.ts';
import type { Wire } from './support/wire.ts';

const url = inject('serverUrl');

let browser: Browser;

async function openDevice(wire: Wire, face: PersonId, device: 'phone' | 'desktop'): Promise<BrowserContext> {
  const { initScript } = await makeBrowserCamera({ person: face, seed: 35, device });
  const viewport = device === 'phone' ? phone : desktop;
  const context = await openContext(browser, { baseURL: url, viewport, initScript });
  await context.addCookies(wire.listCookies());
  return context;
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => browser?.close());

describe('a line that breaks and a page that is reloaded', () => {
  it('goes on where the connection was cut, and gives one certificate though it was handed in twice', async () => {
    const person = getEnrolledDue(1);
    const holder = await openAccount(url, '13800000031', person);
    const context = await openDevice(holder.wire, person.face, 'phone');
    const countSent = await handInTwice(context);
    const page = await context.newPage();
    await page.goto('/home');
    const sending = page.waitForRequest((request) => request.url().endsWith('/frames/4'), { timeout: 90_000 });
    await beginCapture(page);
    await sending;
    await context.setOffline(true);
    await keepPicture(page, 'phone-cut-off');
    await page.waitForTimeout(4000);
    await context.setOffline(false);
    const outcome = await waitForOutcome(page);
    await keepPicture(page, 'phone-after-cut');
    expect(outcome).toBe(webWords.done.title);
    expect(countSent()).toBeGreaterThanOrEqual(2);
    expect(await countRemoteCertificates(holder)).toBe(1);
    await context.close();
  });

  it('takes up a reloaded page on a computer with a webcam, for somebody who cannot move their head', async () => {
    const person = getEnrolledDue(2);
    const holder = await openAccount(url, '13800000032', person);
    const context = await openDevice(holder.wire, person.face, 'desktop');
    const page = await context.newPage();
    await page.goto('/home');
    const sending = page.waitForRequest((request) => request.url().endsWith('/frames/2'), { timeout: 90_000 });
    await beginCapture(page, { still: true });
    await sending;
    await page.reload();
    const outcome = await waitForOutcome(page);
    await keepPicture(page, 'desktop-after-reload');
    expect(outcome).toBe(webWords.done.title);
    expect(await countRemoteCertificates(holder)).toBe(1);
    await context.close();
  });
});

describe('a server in production', () => {
  it('refuses to start without its secrets, and names each of them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anzai-production-'));
    const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], NODE_ENV: 'production', ANZAI_DATA: folder, PORT: '0' };
    const run = spawnSync(join(root, 'node_modules/.bin/node'), ['apps/server/src/main.ts'], {
      cwd: root,
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
    rmSync(folder, { recursive: true, force: true });
    expect(run.status).toBeGreaterThan(0);
    for (const name of ['ANZAI_MASTER_KEY', 'ANZAI_SESSION_SECRET', 'ANZAI_SMS_WEBHOOK_URL', 'ANZAI_PUBLIC_URL']) {
      expect(run.stderr).toContain(name);
    }
  });
});
