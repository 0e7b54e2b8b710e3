import { loadConsoleTexts } from '@anzai/i18n/console';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';

export type StaffLogin = { readonly login: string; readonly password: string; readonly totpSecret: string };

const words = await loadConsoleTexts('zh-CN');
/** A whole capture with its judgement, on a busy machine. */
const captureTimeoutMs = 120_000;

/** Signs in as the demonstration staff do: password, then the authenticator's figures. */
export async function signInStaff(page: Page, staff: StaffLogin): Promise<void> {
  await page.goto('/console/');
  await page.getByLabel(words.signIn.login, { exact: true }).fill(staff.login);
  await page.getByLabel(words.signIn.password, { exact: true }).fill(staff.password);
  await page.getByRole('button', { name: words.signIn.submit }).click();
  await showFigures(page, staff.totpSecret);
}

const stepMs = 30_000;
const stepsMax = 3;

/** Figures work once: where another journey has just used them, the next half minute's are shown, as a person would. */
async function showFigures(page: Page, secret: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/staff/second-factor'));
    await page.getByLabel(words.signIn.code, { exact: true }).fill(new TOTP({ secret }).generate());
    if ((await answered).ok()) return page.getByRole('navigation').first().waitFor();
    if (tried === stepsMax) throw new Error(`the figures were refused ${stepsMax} times`);
    await page.waitForTimeout(stepMs - (Date.now() % stepMs) + 500);
  }
}

/** From the search field to the person's file. */
export async function openPerson(page: Page, documentNumber: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(documentNumber);
  await page.keyboard.press('Enter');
  await page.locator('main table tbody tr').first().getByRole('link').first().click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
}

/** Sees the original, reads out the consent, and has the face recorded. Gives the words of the result. */
export async function enrolPerson(page: Page, documentNumber: string): Promise<string> {
  await page.goto(`${page.url()}/enrol`);
  await page.getByLabel(words.counter.sighting.number, { exact: true }).fill(documentNumber);
  await page.getByRole('button', { name: words.counter.sighting.submit }).click();
  await page.getByRole('button', { name: words.counter.consent.given, exact: true }).click();
  await page.getByRole('button', { name: words.counter.capture.begin }).click();
  const heading = page.locator('.result h2');
  await heading.waitFor({ timeout: captureTimeoutMs });
  return heading.innerText();
}

export { words as consoleWords };
