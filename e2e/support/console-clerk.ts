import { loadConsoleTexts } from '@anzai/i18n/console';
import { TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';

export type StaffLogin = { readonly login: string; readonly password: string; readonly totpSecret: string };

const words = await loadConsoleTexts('zh-CN');
/** A whole capture with its judgement, on a busy machine. */
const captureTimeoutMs = 120_000;

const stepMs = 30_000;
const triesMax = 4;
const answerTimeoutMs = 8000;

/** Signs in as the demonstration staff do: password, then the authenticator's figures, which work once in a half minute. */
export async function signInStaff(page: Page, staff: StaffLogin): Promise<void> {
  for (let tried = 1; tried <= triesMax; tried++) {
    if (await trySignIn(page, staff)) return;
    await page.waitForTimeout(stepMs - (Date.now() % stepMs) + 500);
  }
  throw new Error(`${staff.login} could not sign in`);
}

async function trySignIn(page: Page, staff: StaffLogin): Promise<boolean> {
  await page.goto('/console/');
  await page.waitForLoadState('networkidle');
  const login = page.getByLabel(words.signIn.login, { exact: true });
  const code = page.getByLabel(words.signIn.code, { exact: true });
  const inside = page.getByRole('navigation').first();
  await login.or(code).or(inside).first().waitFor();
  if (await login.isVisible()) {
    await login.fill(staff.login);
    await page.getByLabel(words.signIn.password, { exact: true }).fill(staff.password);
    await page.getByRole('button', { name: words.signIn.submit }).click();
    if (!(await appears(code))) return false;
  }
  if (await code.isVisible()) await code.fill(new TOTP({ secret: staff.totpSecret }).generate());
  return appears(inside);
}

async function appears(locator: Locator): Promise<boolean> {
  const waited = locator.waitFor({ timeout: answerTimeoutMs });
  return waited.then(
    () => true,
    () => false,
  );
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
