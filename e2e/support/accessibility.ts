import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Found = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
};

/** What axe finds against WCAG 2.2, levels A and AA. It comes in by the debugger's side, for the page's own policy lets no script in. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<Found> } };
    return axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
  }, rules);
  return violations.map((each) => `${each.id} at ${each.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** By how many pixels the page can be pushed sideways. */
export async function findOverflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
