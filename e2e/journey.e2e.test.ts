/**
 * The main journey in a real browser against the real server: a clerk records the face of person A, A certifies on a phone, keeps
 * the certificate, and anyone may verify it until it is revoked; somebody else in A's place does not pass. The cameras are rendered
 * people who follow what the page asks; the product knows nothing of it.
 */
import { account, counter, type CertificateSummary } from '@anzai/contract';
import { makeBrowserCamera, type PersonId } from '@anzai/testkit';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { toFictitiousNumber } from '../apps/server/src/demo/fictitious-numbers.ts';
import { tourPerson } from '../apps/server/src/demo/tour-person.ts';
import { desktop, keepPicture, openBrowser, openContext, phone } from './support/browser.ts';
import { consoleWords, enrolPerson, openPerson, signInStaff } from './support/console-clerk.ts';
import { certify, claimIdentity, handInTwice, signInPerson, webWords } from './support/person-phone.ts';
import { getStaffAccount, signInStaffByWire } from './support/wire.ts';

const url = inject('serverUrl');
const personA = { name: tourPerson.name, documentNumber: toFictitiousNumber('resident-id', tourPerson) };
const phoneOfA = '13800000001';
const roomAtCounter = 11;
const roomAtHome = 12;

let browser: Browser;
/** A's own phone: signed in once, as phones are. */
let phoneA: BrowserContext;
let certificate: CertificateSummary;

async function openPhone(person: PersonId): Promise<BrowserContext> {
  const { initScript } = await makeBrowserCamera({ person, seed: roomAtHome });
  return openContext(browser, { baseURL: url, viewport: phone, initScript });
}

/** What the person's own home says of their certificates; asked with the page's own session. */
async function listCertificates(page: Page): Promise<readonly CertificateSummary[]> {
  const session = (await (await page.request.get(account.getSession.path)).json()) as {
    principals: readonly { readonly personId: string }[];
  };
  const home = await page.request.get(`/api/people/${session.principals[0]?.personId}/home`);
  const { certificates } = (await home.json()) as { certificates: readonly CertificateSummary[] };
  return certificates;
}

beforeAll(async () => {
  browser = await openBrowser();
  phoneA = await openPhone('ana');
});

afterAll(async () => browser?.close());

describe('a person and their agency', () => {
  it('leads a person without a template to the counters, and says why', async () => {
    const page = await phoneA.newPage();
    await signInPerson(page, phoneOfA);
    await claimIdentity(page, personA);
    await page.getByText(webWords.home.noTemplateNote).waitFor();
    await keepPicture(page, 'phone-no-template');
    await page.getByRole('link', { name: webWords.home.noTemplateButton }).click();
    await page.getByRole('heading', { name: webWords.noTemplate.title }).waitFor();
    await keepPicture(page, 'phone-no-template-counters');
    expect(await page.getByRole('link', { name: /^打电话/ }).count()).toBeGreaterThan(0);
    await page.close();
  });

  it('lets a clerk record the face at the counter', async () => {
    const { initScript } = await makeBrowserCamera({ person: 'ana', seed: roomAtCounter, device: 'desktop' });
    const context = await openContext(browser, { baseURL: url, viewport: desktop, initScript });
    const page = await context.newPage();
    await signInStaff(page, getStaffAccount('clerk.hall'));
    await openPerson(page, personA.documentNumber);
    await keepPicture(page, 'console-person');
    const result = await enrolPerson(page, personA.documentNumber);
    await keepPicture(page, 'console-enrolled');
    expect([consoleWords.counter.result.enrolled, consoleWords.counter.result.enrolledCertified]).toContain(result);
    await context.close();
  });

  it('certifies the person on their own phone, once, however often it is handed in', async () => {
    const page = await phoneA.newPage();
    const countSent = await handInTwice(phoneA);
    await page.goto('/home');
    expect(await certify(page)).toBe(webWords.done.title);
    await keepPicture(page, 'phone-done');
    expect(countSent()).toBe(2);
    await phoneA.unroute('**/api/attempts/*/submit');

    const before = await listCertificates(page);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: webWords.done.title }).waitFor();
    const otherTab = await phoneA.newPage();
    await otherTab.goto('/home');
    await otherTab.locator('main h1').waitFor();
    await keepPicture(otherTab, 'phone-home-certified');
    // The counter certified this cycle already, so the phone shows that certificate again instead of making another.
    const later = await listCertificates(otherTab);
    expect(later.map((each) => each.number)).toEqual(before.map((each) => each.number));
    const ofThisCycle = later.filter((each) => each.validUntil === later[0]?.validUntil);
    expect(ofThisCycle).toHaveLength(1);
    certificate = ofThisCycle[0] as CertificateSummary;
    await otherTab.close();
  });

  it('gives the certificate as a document', async () => {
    const page = phoneA.pages().at(-1) as Page;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: webWords.done.save }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${certificate.number}.pdf`);
    const pdf = await readFile(await download.path());
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.subarray(-1024).toString('latin1')).toContain('%%EOF');
  });

  it('lets anyone verify the certificate from a picture of it, and says when it is revoked', async () => {
    const page = phoneA.pages().at(-1) as Page;
    const picture = await page.locator('.certificate').screenshot();
    const bank = await openContext(browser, { baseURL: url, viewport: desktop });
    const verifying = await bank.newPage();
    await verifying.goto('/verify');
    const files = verifying.locator('input[type=file][accept*="image"]').first();
    await files.setInputFiles({ name: 'certificate.png', mimeType: 'image/png', buffer: picture });
    await verifying.locator('[data-outcome="valid"]').waitFor();
    expect(await verifying.locator('[data-outcome]').innerText()).toContain(certificate.number);
    await keepPicture(verifying, 'verify-valid');

    const manager = await signInStaffByWire(url, 'manager');
    const params = { certificateId: certificate.id };
    await manager.call(counter.revokeCertificate, { params, body: { reason: '端到端演练：撤销后不再有效' } });
    const again = await bank.newPage();
    await again.goto(`/verify#${certificate.code}`);
    await again.locator('[data-outcome="revoked"]').waitFor();
    await keepPicture(again, 'verify-revoked');
    await bank.close();
  });

  it('does not let another person pass in their place', async () => {
    const state = await phoneA.storageState();
    await phoneA.close();
    const context = await openPhone('bea');
    await context.addCookies(state.cookies);
    const page = await context.newPage();
    await page.goto('/home');
    const before = await listCertificates(page);
    expect(await certify(page)).toBe(webWords.notYet.title);
    await page.getByText(webWords.notYet.reasons['not-recognised']).waitFor();
    await keepPicture(page, 'phone-not-recognised');
    expect(await listCertificates(page)).toEqual(before);
    await context.close();
  });
});
