/**
 * Pictures of every screen in three sizes, three languages, light and dark, with an accessibility check of each:
 * `node apps/console/bin/screenshots.ts [--only name,…] [--all]`. Needs a build of the console and a Chromium
 * (`CHROMIUM`, /usr/bin/chromium by default); the server's answers come from `fixtures/`, checked against the contract.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveScene } from './fixtures/api.ts';
import { shots, type Shot } from './scenes.ts';

const dist = join(import.meta.dirname, '../dist');
const output = join(import.meta.dirname, '../../../artefacts/console');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The policy that the real server sends, so that what it forbids shows here. */
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; media-src 'self' blob:";

type Look = {
  readonly size: { readonly width: number; readonly height: number };
  readonly locale: 'zh-CN' | 'zh-HK' | 'en';
  readonly theme: 'light' | 'dark';
};

const wide = { width: 1440, height: 900 };
const looks: readonly Look[] = [
  { size: wide, locale: 'zh-CN', theme: 'light' },
  { size: wide, locale: 'en', theme: 'dark' },
  { size: { width: 1024, height: 768 }, locale: 'en', theme: 'light' },
];
const moreLooks: readonly Look[] = [{ size: wide, locale: 'zh-HK', theme: 'dark' }];
const narrowLook: Look = { size: { width: 390, height: 844 }, locale: 'zh-CN', theme: 'light' };

function serveDist(): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/console\/?/, '');
    const file = join(dist, path);
    const found = path !== '' && file.startsWith(dist) && existsSync(file) ? file : join(dist, 'index.html');
    response.setHeader('content-type', types[extname(found)] ?? 'application/octet-stream');
    response.setHeader('content-security-policy', policy);
    createReadStream(found).pipe(response);
  });
}

type Finding = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };

async function checkAccessibility(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly: tags })).violations;
  });
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

async function take(browser: Browser, facts: { shot: Shot; look: Look; origin: string }): Promise<string[]> {
  const { shot, look, origin } = facts;
  const context = await browser.newContext({
    viewport: look.size,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of'))
      complaints.push(`console: ${message.text()}`);
  });
  // Time goes on, from a certain day: captures need a clock that moves.
  await page.clock.install({ time: '2026-11-23T07:45:00Z' });
  await page.addInitScript((stored) => {
    localStorage.setItem('anzai.console.locale', stored.locale);
    localStorage.setItem('anzai.console.theme', stored.theme);
  }, look);
  page.setDefaultTimeout(8000);
  const name = `${shot.name}-${look.size.width}-${look.locale}-${look.theme}`;
  await serveScene(page, shot.scene);
  await page.goto(`${origin}/console${shot.path}`);
  try {
    await page.locator('h1, .notice').first().waitFor();
    await page.waitForLoadState('networkidle');
    await shot.act?.(page);
  } catch (error) {
    complaints.push(error instanceof Error ? error.message : String(error));
  }
  await page.waitForTimeout(150);
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: shot.act === undefined });
  const scroll = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (scroll > 0) complaints.push(`scrolls sideways by ${scroll}px`);
  complaints.push(...(await checkAccessibility(page)));
  await context.close();
  return complaints.map((complaint) => `${name}: ${complaint}`);
}

function chooseLooks(shot: Shot, all: boolean): Look[] {
  return [...looks, ...(all ? moreLooks : []), ...(shot.narrow === true ? [narrowLook] : [])];
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      all: { type: 'boolean', default: false },
      first: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',');
  await mkdir(output, { recursive: true });
  const server = serveDist();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const browser = await chromium.launch({ executablePath, args: [...args, ...camera] });
  const complaints: string[] = [];
  for (const shot of shots.filter((one) => only === undefined || only.includes(one.name))) {
    const chosen = chooseLooks(shot, values.all);
    for (const look of values.first ? chosen.slice(0, 1) : chosen) {
      complaints.push(...(await take(browser, { shot, look, origin })));
    }
  }
  await browser.close();
  server.close();
  for (const complaint of complaints) console.log(complaint);
  console.log(`${shots.length} screens, ${complaints.length} complaints, pictures in ${output}`);
  return complaints.length === 0 ? 0 : 1;
}

process.exitCode = await run();
