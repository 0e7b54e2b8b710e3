/**
 * The main journey in a real browser against the real server: a clerk records the face of person A, A certifies on a phone and shows
 * the certificate; somebody else in A's place, and a photograph of A, do not pass. The cameras are rendered people who follow what
 * the page asks; the product knows nothing of it.
 */
import { makeBrowserCamera } from '@anzai/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAccounts } from '../apps/server/src/demo/staff-accounts.ts';
import { toFictitiousNumber } from '../apps/server/src/demo/fictitious-numbers.ts';
import { tourPerson } from '../apps/server/src/demo/tour-person.ts';
import { desktop, keepPicture, openBrowser, openContext, phone } from './support/browser.ts';
import { consoleWords, enrolPerson, openPerson, signInStaff, type StaffLogin } from './support/console-clerk.ts';
import { certify, claimIdentity, signInPerson, webWords } from './support/person-phone.ts';
import { type RunningServer, runServer } from './support/run-server.ts';

const claimed = { name: tourPerson.name, documentNumber: toFictitiousNumber('resident-id', tourPerson) };
const roomAtCounter = 11;
const roomAtHome = 12;

let server: RunningServer;
let browser: Browser;

function staffBy(login: string): StaffLogin {
  const found = staffAccounts.find((account) => account.login === login);
  if (found === undefined) throw new Error(`no demonstration account ${login}`);
  return found;
}

async function openPhone(person: 'ana' | 'bea', attack?: 'still'): Promise<Page> {
  const camera = await makeBrowserCamera({
    person,
    seed: roomAtHome,
    ...(attack === undefined ? {} : { attack }),
  });
  const context = await openContext(browser, {
    baseURL: server.url,
    viewport: phone,
    initScript: camera.initScript,
  });
  return await context.newPage();
}

beforeAll(async () => {
  server = await runServer();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a person and their agency', () => {
  it('leads a person without a template to the counters, and says why', async () => {
    const page = await openPhone('ana');
    await signInPerson(page, '13800000001');
    await claimIdentity(page, claimed);
    await page.getByText(webWords.home.noTemplateNote).waitFor();
    await keepPicture(page, 'phone-no-template');
    await page.context().close();
  });

  it('lets a clerk record the face at the counter', async () => {
    const camera = await makeBrowserCamera({ person: 'ana', seed: roomAtCounter, device: 'desktop' });
    const context = await openContext(browser, {
      baseURL: server.url,
      viewport: desktop,
      initScript: camera.initScript,
    });
    const page = await context.newPage();
    await signInStaff(page, staffBy('clerk.hall'));
    await openPerson(page, claimed.documentNumber);
    await keepPicture(page, 'console-person');
    const result = await enrolPerson(page, claimed.documentNumber);
    await keepPicture(page, 'console-enrolled');
    expect([consoleWords.counter.result.enrolled, consoleWords.counter.result.enrolledCertified]).toContain(result);
    await context.close();
  });

  it('certifies the person on their own phone and gives a certificate that verifies', async () => {
    const page = await openPhone('ana');
    await signInPerson(page, '13800000001');
    const outcome = await certify(page);
    await keepPicture(page, 'phone-done');
    expect(outcome).toBe(webWords.done.title);
    await page.context().close();
  });

  it('does not let another person pass in their place', async () => {
    const page = await openPhone('bea');
    await signInPerson(page, '13800000001');
    const outcome = await certify(page);
    await keepPicture(page, 'phone-not-yet');
    expect(outcome).not.toBe(webWords.done.title);
    await page.context().close();
  });

  it('does not take a photograph for the person', async () => {
    const page = await openPhone('ana', 'still');
    await signInPerson(page, '13800000001');
    const outcome = await certify(page);
    expect(outcome).not.toBe(webWords.done.title);
    await page.context().close();
  });
});
