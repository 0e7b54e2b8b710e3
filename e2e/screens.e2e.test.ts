/**
 * Every screen of both applications on the real server with demonstration data, in Chinese and English, on a phone and on a desk: the
 * rules of accessibility (WCAG 2.2, A and AA) find nothing, nothing runs over the side, and a picture is kept of each.
 */
import { account, counter } from '@anzai/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findOverflow, findViolations } from './support/accessibility.ts';
import { desktop, keepPicture, openBrowser, openContext, phone } from './support/browser.ts';
import { openCode } from './support/person-phone.ts';
import { getCitizen, getEnrolledCertified } from './support/roster.ts';
import { openAccount } from './support/send-attempt.ts';
import { signInPersonByWire, signInStaffByWire, type Wire } from './support/wire.ts';

const url = inject('serverUrl');
const narrow = { width: 320, height: 640 } as const;
const locales = ['zh-CN', 'en'] as const;
type Locale = (typeof locales)[number];

type Screen = {
  readonly name: string;
  readonly path: string;
  /** Kept by the application in its tab before the screen opens. */
  readonly tab?: Readonly<Record<string, unknown>>;
  /** What the person does until the screen is there. */
  readonly open?: (page: Page) => Promise<void>;
};

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => browser?.close());

async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.loading').waitFor({ state: 'hidden' });
}

type Looking = { readonly screen: Screen; readonly locale: Locale; readonly application: 'web' | 'console' };

/** What is wrong with one screen in one language, at every size. */
async function look(page: Page, { screen, locale, application }: Looking): Promise<readonly string[]> {
  const found: string[] = [];
  await page.setViewportSize(phone);
  await page.goto(screen.path);
  if (screen.tab !== undefined) {
    await page.evaluate((tab) => {
      for (const [name, value] of Object.entries(tab)) sessionStorage.setItem(name, JSON.stringify(value));
    }, screen.tab);
    await page.reload();
  }
  await screen.open?.(page);
  await settle(page);
  const sizes = application === 'web' ? { phone, narrow, desktop } : { phone, desktop };
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const where = `${application} ${screen.name} ${locale} ${size}`;
    if (application === 'web' || size === 'desktop') {
      const overflow = await findOverflow(page);
      if (overflow > 0) found.push(`${where}: wider than the window by ${overflow} px`);
    }
    if (size === 'narrow') continue;
    await keepPicture(page, `e2e-${application}-${screen.name}-${size}-${locale}`);
    found.push(...(await findViolations(page)).map((violation) => `${where}: ${violation}`));
  }
  return found;
}

type Visit = {
  readonly screens: readonly Screen[];
  readonly application: 'web' | 'console';
  readonly wire?: Wire;
};

/** Both languages side by side, each in a browser of its own. */
async function lookAtAll(visit: Visit): Promise<readonly string[]> {
  const found = await Promise.all(locales.map(async (locale) => lookIn(locale, visit)));
  return found.flat();
}

async function lookIn(locale: Locale, { screens, application, wire }: Visit): Promise<readonly string[]> {
  const found: string[] = [];
  const context = await openContext(browser, { baseURL: url, viewport: phone, locale });
  if (wire !== undefined) await context.addCookies(wire.listCookies());
  const page = await context.newPage();
  for (const screen of screens) found.push(...(await look(page, { screen, locale, application })));
  await context.close();
  return found;
}

const publicScreens: readonly Screen[] = [
  { name: 'welcome', path: '/' },
  { name: 'for-whom', path: '/for-whom' },
  { name: 'helper', path: '/helper' },
  { name: 'sign-in', path: '/sign-in', tab: { 'anzai.draft': { acting: 'self' } } },
  { name: 'ways-public', path: '/ways' },
  { name: 'outbox', path: '/dev/outbox' },
  { name: 'verify', path: '/verify' },
  { name: 'not-found', path: '/nowhere' },
];

describe('the screens of the person', () => {
  it('before anyone has signed in', async () => {
    expect(await lookAtAll({ screens: publicScreens, application: 'web' })).toEqual([]);
  });

  it('while somebody signs in and says who they are', async () => {
    const found: string[] = [];
    for (const [index, locale] of locales.entries()) {
      const context = await openContext(browser, { baseURL: url, viewport: phone, locale });
      const page = await context.newPage();
      const code: Screen = {
        name: 'code',
        path: '/',
        open: (at) => openCode(at, { locale, phone: `1380000005${index}` }),
      };
      found.push(...(await look(page, { screen: code, locale, application: 'web' })));
      await context.close();
    }
    const wire = await signInPersonByWire(url, '13800000052');
    found.push(...(await lookAtAll({ screens: [{ name: 'who', path: '/who' }], application: 'web', wire })));
    expect(found).toEqual([]);
  });

  it('for whoever has no template', async () => {
    const { wire } = await openAccount(url, '13800000053', getCitizen(5));
    const screens = [
      { name: 'home-no-template', path: '/home' },
      { name: 'no-template', path: '/no-template' },
      { name: 'ways', path: '/ways' },
      { name: 'choose', path: '/choose' },
    ];
    expect(await lookAtAll({ screens, application: 'web', wire })).toEqual([]);
  });

  it('from consent to the certificate', async () => {
    const { wire, personId } = await openAccount(url, '13800000054', getEnrolledCertified());
    const home = await wire.call(account.getHome, { params: { personId } });
    const certificateId = home.certificates[0]?.id ?? '';
    const toOutcome = (outcome: object): Record<string, unknown> => ({ 'anzai.outcome': { personId, outcome } });
    const again = { kind: 'again', reason: 'light', tip: 'more-light', triesLeft: 2 };
    const used = { kind: 'other-way', caseId: crypto.randomUUID(), caseNumber: '4827-1936' };
    const review = { kind: 'review', caseId: crypto.randomUUID(), caseNumber: '4827-1936', decideBy: '2027-01-15' };
    const screens: readonly Screen[] = [
      { name: 'home-certified', path: '/home' },
      { name: 'consent', path: '/consent' },
      { name: 'ready', path: '/ready' },
      { name: 'certificate', path: `/certificate/${certificateId}` },
      { name: 'done', path: '/done' },
      { name: 'not-yet', path: '/not-yet', tab: toOutcome(again) },
      { name: 'tries-used', path: '/not-yet', tab: toOutcome(used) },
      { name: 'review', path: '/review', tab: toOutcome(review) },
      { name: 'withdraw', path: '/withdraw' },
    ];
    expect(await lookAtAll({ screens, application: 'web', wire })).toEqual([]);
    expect(await lookIntoCamera(wire)).toEqual([]);
  });
});

/** The camera here shows Chromium's own moving picture, and nobody. */
async function lookIntoCamera(wire: Wire): Promise<readonly string[]> {
  const found: string[] = [];
  for (const locale of locales) {
    const context = await openContext(browser, { baseURL: url, viewport: phone, locale });
    await context.addCookies(wire.listCookies());
    const page = await context.newPage();
    await page.goto('/camera');
    await page.locator('[data-prompt]').first().waitFor();
    await keepPicture(page, `e2e-web-camera-phone-${locale}`);
    found.push(...(await findViolations(page)).map((violation) => `web camera ${locale}: ${violation}`));
    await context.close();
  }
  return found;
}

describe('the screens of the console', () => {
  it('before anyone has signed in', async () => {
    expect(await lookAtAll({ screens: [{ name: 'sign-in', path: '/console/' }], application: 'console' })).toEqual([]);
  });

  it('of a clerk', async () => {
    const wire = await signInStaffByWire(url, 'clerk.hall');
    const { people } = await wire.call(counter.findPeople, { body: { q: getCitizen(5).documentNumber } });
    const person = `/console/people/${people[0]?.id}`;
    const screens = [
      { name: 'today', path: '/console/' },
      { name: 'find', path: '/console/find' },
      { name: 'person', path: person },
      { name: 'enrol', path: `${person}/enrol` },
      { name: 'document', path: `${person}/document` },
      { name: 'password', path: '/console/password' },
      { name: 'poster', path: '/console/poster' },
    ];
    expect(await lookAtAll({ screens, application: 'console', wire })).toEqual([]);
  });

  it('of a reviewer, an auditor and an administrator', async () => {
    const reviewer = await signInStaffByWire(url, 'reviewer.one');
    const { cases } = await reviewer.call(counter.listCases, { query: { state: 'open' } });
    const reviewing = [
      { name: 'cases', path: '/console/review' },
      { name: 'case', path: `/console/review/${cases[0]?.id}` },
    ];
    const auditor = await signInStaffByWire(url, 'auditor');
    const auditing = [
      { name: 'audit', path: '/console/audit' },
      { name: 'engine', path: '/console/engine' },
    ];
    const administrator = await signInStaffByWire(url, 'administrator');
    const administering = [{ name: 'staff', path: '/console/staff' }];
    expect([
      ...(await lookAtAll({ screens: reviewing, application: 'console', wire: reviewer })),
      ...(await lookAtAll({ screens: auditing, application: 'console', wire: auditor })),
      ...(await lookAtAll({ screens: administering, application: 'console', wire: administrator })),
    ]).toEqual([]);
  });
});
