import { loadWebTexts } from '@anzai/i18n/web';
import type { BrowserContext, Page } from 'playwright-core';

const words = await loadWebTexts('zh-CN');
const captureTimeoutMs = 120_000;

export type Claimed = { readonly name: string; readonly documentNumber: string };

/** The code that the embedded gateway shows instead of sending it. */
export async function readCode(baseURL: string, phoneEnding: string): Promise<string> {
  const answer = await fetch(`${baseURL}/api/dev/outbox`);
  const { messages } = (await answer.json()) as { messages: { to: string; text: string }[] };
  const text = messages.find((message) => message.to.endsWith(phoneEnding) && /\d{6}/.test(message.text))?.text;
  const code = /\d{6}/.exec(text ?? '')?.[0];
  if (code === undefined) throw new Error(`no message with a code for …${phoneEnding}`);
  return code;
}

type Coming = { readonly locale: 'zh-CN' | 'en'; readonly phone: string };

/** From the welcome screen to where the code is asked for, in any language. */
export async function openCode(page: Page, { locale, phone }: Coming): Promise<void> {
  const { welcome, forWhom, signIn, code } = await loadWebTexts(locale);
  await page.getByRole('link', { name: welcome.begin }).click();
  await page.getByRole('button', { name: forWhom.self }).click();
  await page.getByLabel(signIn.phone).fill(phone);
  await page.getByRole('button', { name: signIn.send }).click();
  await page.getByRole('heading', { name: code.title }).waitFor();
}

/** From the welcome screen to being signed in, for oneself. */
export async function signInPerson(page: Page, phone: string): Promise<void> {
  await page.goto('/');
  await openCode(page, { locale: 'zh-CN', phone });
  const code = await readCode(new URL(page.url()).origin, phone.slice(-4));
  await page.getByLabel(words.code.field).first().click();
  await page.keyboard.type(code);
  await page.waitForURL((url) => url.pathname !== '/code');
}

/** Says who one is, as on the document. */
export async function claimIdentity(page: Page, { name, documentNumber }: Claimed): Promise<void> {
  await page.getByLabel(words.identify.name).fill(name);
  await page.getByLabel(words.identify.number, { exact: true }).fill(documentNumber);
  await page.getByRole('button', { name: words.identify.submitSelf }).click();
}

export type CaptureChoice = { readonly still?: boolean };

/** From home through consent and getting ready until the camera has been judged; gives the screen's heading. */
export async function certify(page: Page, { still = false }: CaptureChoice = {}): Promise<string> {
  await beginCapture(page, { still });
  return waitForOutcome(page);
}

/** As far as the camera. Consent is asked once only. */
export async function beginCapture(page: Page, { still = false }: CaptureChoice = {}): Promise<void> {
  const name = new RegExp(`^(${words.home.begin}|${words.home.beginNext})`);
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  const agree = page.getByRole('button', { name: words.consent.agree });
  const ready = page.getByRole('link', { name: words.ready.begin });
  await agree.or(ready).first().waitFor();
  if (await agree.isVisible()) await agree.click();
  await ready.waitFor();
  if (still) await page.getByRole('checkbox', { name: words.ready.still }).check();
  await ready.click();
}

const outcomeHeadings = [words.done.title, words.notYet.title, words.notYet.usedTitle, words.review.title];

export async function waitForOutcome(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name: new RegExp(outcomeHeadings.join('|')) });
  await heading.waitFor({ timeout: captureTimeoutMs });
  return heading.innerText();
}

/** Every hand-in goes out twice at the same moment, as when a finger taps twice or a line repeats what it sent. */
export async function handInTwice(context: BrowserContext): Promise<() => number> {
  let sent = 0;
  await context.route('**/api/attempts/*/submit', async (route) => {
    const [first, second] = await Promise.all([route.fetch(), route.fetch()]);
    if (!first.ok() || !second.ok()) throw new Error(`handed in twice: ${first.status()} and ${second.status()}`);
    sent += 2;
    await route.fulfill({ response: first });
  });
  return () => sent;
}

export { words as webWords };
