/**
 * Looks at every screen: pictures under artefacts/screens, and a report of what is too small, cut off or against the
 * accessibility rules. `npm run screens -w @anzai/web [-- <part of a name> <part of a view>]` after `npm run build -w @anzai/web`.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { preview } from 'vite';
import { listAnswers, screenList } from './screen-list.ts';
import type { ScreenShot } from './screen-list.ts';

const out = new URL('../../../artefacts/screens/', import.meta.url).pathname;
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const [wanted = '', wantedView = ''] = process.argv.slice(2);

const views = [
  { name: 'phone-zh', width: 360, height: 740, locale: 'zh-CN', larger: false },
  { name: 'phone-zh-larger', width: 360, height: 740, locale: 'zh-CN', larger: true },
  { name: 'phone-en', width: 360, height: 740, locale: 'en', larger: false },
  { name: 'phone-hk', width: 360, height: 740, locale: 'zh-HK', larger: false },
  { name: 'desktop-zh', width: 1280, height: 800, locale: 'zh-CN', larger: false },
  { name: 'narrow-en', width: 320, height: 640, locale: 'en', larger: true },
] as const;
type View = (typeof views)[number];

type AxeRun = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
};

/** What the rules of accessibility find, AAA contrast among them. */
async function findViolations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeRun> } };
    return axe.run({ runOnly: { type: 'tag', values } });
  }, tags);
  return violations.map((one) => `axe ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** Targets under 60 px and anything wider than the window. */
async function findTightPlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const extra = root.scrollWidth - root.clientWidth;
    const targets = [...document.querySelectorAll('a,button,summary,input,select')].filter(
      (element) => !element.matches('.skip') && element.closest('[aria-hidden=true]') === null,
    );
    const low = targets.flatMap((element) => {
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      const name = element.textContent?.trim().slice(0, 20);
      return box.width > 0 && box.height < 59.5 ? [`low target ${Math.round(box.height)}px: ${name}`] : [];
    });
    return extra > 0 ? [`wider than the window by ${extra}px`, ...low] : low;
  });
}

async function findSmallText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(script):not(style):not(noscript):not(option)')].flatMap((element) => {
      const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return says && size < 20 ? [`small text ${size}px: ${element.textContent?.trim().slice(0, 20)}`] : [];
    }),
  );
}

async function inspect(page: Page): Promise<readonly string[]> {
  return [...(await findViolations(page)), ...(await findTightPlaces(page)), ...(await findSmallText(page))];
}

async function openPage(browser: Browser, shot: ScreenShot, view: View): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    locale: view.locale,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  });
  const answers = listAnswers(shot);
  await context.addInitScript(
    ({ tab, larger }) => {
      for (const [name, value] of Object.entries(tab)) sessionStorage.setItem(name, value);
      localStorage.setItem('anzai.larger', larger ? 'yes' : 'no');
    },
    { tab: shot.tab ?? {}, larger: view.larger },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`  ! ${shot.name} ${view.name}: ${error.message}`));
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const answer = answers[`${request.method()} ${new URL(request.url()).pathname}`];
    if (answer === undefined) return route.abort();
    return route.fulfill({
      status: answer.status,
      contentType: 'application/json',
      body: JSON.stringify(answer.body),
    });
  });
  return page;
}

async function takePicture(browser: Browser, shot: ScreenShot, view: View): Promise<number> {
  const page = await openPage(browser, shot, view);
  await page.goto(`${base}${shot.path}`);
  await page.locator('h1').waitFor({ timeout: 10_000 });
  await page.waitForTimeout(250);
  await shot.act?.(page);
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${out}${shot.name}.${view.name}.png`, fullPage: true });
  const found = await inspect(page);
  for (const line of found) console.log(`${shot.name} ${view.name}: ${line}`);
  await page.context().close();
  return found.length;
}

mkdirSync(out, { recursive: true });
const server = await preview({
  root: new URL('..', import.meta.url).pathname,
  preview: { port: 4178 },
  logLevel: 'error',
});
const base = 'http://localhost:4178';
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
let faults = 0;
const chosen = screenList.filter((shot) => shot.name.includes(wanted));
const chosenViews = views.filter((view) => view.name.includes(wantedView));
for (const shot of chosen) {
  for (const view of chosenViews) faults += await takePicture(browser, shot, view);
}
await browser.close();
await server.close();
console.log(
  `${chosen.length} screens in ${chosenViews.length} views, ${faults} findings, pictures in artefacts/screens`,
);
if (faults > 0) process.exitCode = 1;
