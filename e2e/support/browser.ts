import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { root } from './run-server.ts';

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
];

export const phone = { width: 360, height: 740 } as const;
export const desktop = { width: 1280, height: 800 } as const;

export function chromiumPath(): string {
  const named = process.env['ANZAI_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(named)) throw new Error(`no Chromium at ${named}; set ANZAI_CHROMIUM`);
  return named;
}

/** `videoFile` makes Chromium's own fake camera play it in a loop (MJPEG or Y4M). */
export async function openBrowser(options: { readonly videoFile?: string } = {}): Promise<Browser> {
  const camera = ['--use-fake-device-for-media-stream'];
  if (options.videoFile !== undefined) camera.push(`--use-file-for-fake-video-capture=${options.videoFile}`);
  return chromium.launch({ executablePath: chromiumPath(), args: [...quietFlags, ...camera] });
}

export type ContextOptions = {
  readonly baseURL: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** Runs before the page's own scripts; the camera of a person who reacts to the screen is put in here. */
  readonly initScript?: string;
};

export async function openContext(browser: Browser, options: ContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    viewport: options.viewport,
    locale: options.locale ?? 'zh-CN',
    permissions: ['camera'],
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  if (options.initScript !== undefined) await context.addInitScript({ content: options.initScript });
  return context;
}

/** Keeps a picture of the page among the artefacts of the test run. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(root, 'artefacts', 'screens');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
