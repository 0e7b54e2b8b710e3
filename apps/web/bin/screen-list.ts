import type { Home } from '@anzai/contract';
import type { Page } from 'playwright-core';
import {
  homes,
  makeProblem,
  makeSession,
  messages,
  office,
  outcomes,
  outlets,
  personId,
  principal,
  ways,
} from './example-answers.ts';

type Answer = { readonly status: number; readonly body: unknown };

/** One screen to look at: where it is, what the server says meanwhile, and what is done before the picture. */
export type ScreenShot = {
  readonly name: string;
  readonly path: string;
  readonly home?: Home;
  /** Kept in the tab before the page opens. */
  readonly tab?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly act?: (page: Page) => Promise<void>;
};

const ok = (body: unknown): Answer => ({ status: 200, body });
const draft = (value: unknown): Readonly<Record<string, string>> => ({ 'anzai.draft': JSON.stringify(value) });
const outcome = (name: keyof typeof outcomes): Readonly<Record<string, string>> => ({
  'anzai.outcome': JSON.stringify({ personId, outcome: outcomes[name] }),
});

export const screenList: readonly ScreenShot[] = [
  { name: 'welcome', path: '/' },
  { name: 'for-whom', path: '/for-whom' },
  {
    name: 'helper',
    path: '/helper',
    act: async (page) => page.locator('button[type=submit]').click(),
  },
  { name: 'sign-in', path: '/sign-in', tab: draft({ acting: 'self' }) },
  {
    name: 'code-wrong',
    path: '/code',
    tab: draft({ acting: 'self', phone: '138 0013 8000', resendAtMs: Date.now() + 600_000 }),
    answers: { 'POST /api/account/sign-in': makeProblem('account.code_wrong', { triesLeft: 3 }) },
    act: async (page) => page.locator('.code-input').fill('482913'),
  },
  {
    name: 'who-checksum',
    path: '/who',
    answers: { 'GET /api/account/session': ok({ ...makeSession(true), principals: [] }) },
    act: async (page) => {
      await page.locator('.field-input').nth(0).fill('王秀英');
      await page.locator('.field-input').nth(1).fill('440104194501010029');
      await page.locator('h1').click();
    },
  },
  {
    name: 'who-mismatch',
    path: '/who',
    answers: {
      'GET /api/account/session': ok({ ...makeSession(true), principals: [] }),
      'POST /api/account/identify': makeProblem('identity.name_differs', {
        field: 'name',
        counterPhone: '020-5550-0101',
      }),
    },
    act: async (page) => {
      await page.locator('.field-input').nth(0).fill('王秀瑛');
      await page.locator('.field-input').nth(1).fill('11010519491231002X');
      await page.locator('button[type=submit]').click();
      await page.locator('.notice-wrong').waitFor();
    },
  },
  { name: 'home-due', path: '/home', home: homes.due },
  { name: 'home-overdue-helper', path: '/home', home: homes.overdue },
  { name: 'home-certified', path: '/home', home: homes.certified },
  { name: 'home-no-template', path: '/home', home: homes.noTemplate },
  { name: 'consent', path: '/consent', home: homes.due },
  { name: 'ready', path: '/ready', home: homes.due },
  { name: 'done', path: '/done', home: homes.certified, tab: outcome('passed') },
  { name: 'certificate', path: `/certificate/${homes.certified.certificates[1]?.id}`, home: homes.certified },
  { name: 'not-yet', path: '/not-yet', home: homes.due, tab: outcome('again') },
  { name: 'tries-used', path: '/not-yet', home: homes.due, tab: outcome('used') },
  { name: 'review', path: '/review', home: homes.review },
  { name: 'ways', path: '/ways', home: homes.due },
  { name: 'ways-public', path: '/ways' },
  { name: 'way-chosen', path: '/way-chosen', home: homes.chosen },
  { name: 'call-me', path: '/way-chosen', home: homes.called },
  { name: 'no-template', path: '/no-template', home: homes.noTemplate },
  { name: 'withdraw', path: '/withdraw', home: homes.certified },
  { name: 'outbox', path: '/dev/outbox' },
  { name: 'not-found', path: '/nowhere' },
  {
    name: 'refused',
    path: '/home',
    home: homes.due,
    answers: { [`GET /api/people/${personId}/home`]: makeProblem('server.fault') },
  },
];

export function listAnswers(shot: ScreenShot): Readonly<Record<string, Answer>> {
  const { home } = shot;
  return {
    'GET /api/agency': ok(office),
    'GET /api/outlets': ok(outlets),
    'GET /api/dev/outbox': ok(messages),
    'GET /api/account/session': ok(makeSession(home !== undefined, home?.principal.acting)),
    [`GET /api/people/${personId}/home`]: ok(home),
    [`GET /api/people/${personId}/ways`]: ok(ways),
    'POST /api/account/identify': ok(principal),
    ...shot.answers,
  };
}
