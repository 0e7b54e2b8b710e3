import type { Page } from 'playwright-core';
import { caseDetail, personDetail, problem, sceneOf, uuid, type Scene } from './fixtures/api.ts';
import { decidedAttempt } from './fixtures/attempts.ts';
import { signedOut, todayCounts } from './fixtures/office.ts';

export type Shot = {
  readonly name: string;
  readonly path: string;
  readonly scene: Scene;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  readonly narrow?: boolean;
};

const seen = { id: uuid(950), at: '2026-11-23T01:12:00.000Z', documentKind: 'resident-id' as const };

async function begin(page: Page): Promise<void> {
  await page.locator('.step-panel .button-primary').click();
}

/** A capture at the counter that ends in this outcome. */
function captured(name: string, outcome: Parameters<typeof decidedAttempt>[0]): Shot {
  const decided = decidedAttempt(outcome);
  const scene = sceneOf('clerk', {
    getPerson: () => personDetail(1, { sighting: seen }),
    startEnrolment: (_params, body) => decided.start(body),
    submitAttempt: decided.submit,
    getAttempt: decided.submit,
  });
  const act = async (page: Page): Promise<void> => {
    await begin(page);
    await page.locator('.result').waitFor();
  };
  return { name, path: `/people/${uuid(101)}/enrol`, scene, act };
}

export const shots: readonly Shot[] = [
  { name: 'sign-in', path: '/', scene: { session: signedOut('none') }, narrow: true },
  { name: 'second-factor', path: '/', scene: { session: signedOut('second-factor') } },
  { name: 'second-factor-setup', path: '/', scene: { session: signedOut('second-factor-setup') }, narrow: true },
  {
    name: 'sign-in-wrong',
    path: '/',
    scene: { session: signedOut('none'), answers: { staffSignIn: () => problem('staff.credentials_wrong', 422) } },
    act: async (page) => {
      await page.locator('input[autocomplete="username"]').fill('clerk');
      await page.locator('input[type="password"]').fill('wrong');
      await page.locator('button[type="submit"]').click();
      await page.locator('.notice-danger').waitFor();
    },
  },
  { name: 'today', path: '/', scene: sceneOf('clerk'), narrow: true },
  {
    name: 'today-empty',
    path: '/',
    scene: sceneOf('clerk', { getToday: () => ({ ...todayCounts, waiting: [], byChannel: [] }) }),
  },
  { name: 'today-manager', path: '/', scene: sceneOf('manager') },
  { name: 'find', path: '/find', scene: sceneOf('clerk') },
  {
    name: 'find-check-digit',
    path: '/find',
    scene: sceneOf('clerk'),
    act: async (page) => {
      await page.locator('[data-find="page"]').fill('440106195012010001');
      await page.keyboard.press('Enter');
      await page.locator('.notice-attention').waitFor();
    },
  },
  {
    name: 'find-nobody',
    path: '/find',
    scene: sceneOf('clerk'),
    act: async (page) => {
      await page.locator('[data-find="page"]').fill('欧阳');
      await page.keyboard.press('Enter');
      await page.locator('.empty').waitFor();
    },
  },
  { name: 'person', path: `/people/${uuid(101)}`, scene: sceneOf('manager') },
  { name: 'person-new', path: `/people/${uuid(100)}`, scene: sceneOf('clerk') },
  {
    name: 'person-revoke',
    path: `/people/${uuid(101)}`,
    scene: sceneOf('manager'),
    act: async (page) => {
      await page.locator('.cell-action button').first().click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  { name: 'enrol-1-sighting', path: `/people/${uuid(100)}/enrol`, scene: sceneOf('clerk') },
  {
    name: 'enrol-1-differs',
    path: `/people/${uuid(100)}/enrol`,
    scene: sceneOf('clerk', { recordSighting: () => problem('sighting.document_differs', 422) }),
    act: async (page) => {
      await page.locator('.step-panel input').fill('440106195012010001');
      await page.locator('.step-panel button[type="submit"]').click();
      await page.locator('.notice-danger').waitFor();
    },
  },
  {
    name: 'enrol-2-consent',
    path: `/people/${uuid(100)}/enrol`,
    scene: sceneOf('clerk', { getPerson: () => personDetail(0, { sighting: seen }) }),
  },
  {
    name: 'enrol-2-refused',
    path: `/people/${uuid(100)}/enrol`,
    scene: sceneOf('clerk', { getPerson: () => personDetail(0, { sighting: seen }) }),
    act: async (page) => {
      await page.locator('.equal-buttons button').nth(1).click();
      await page.locator('.equal-buttons').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'enrol-3-ready',
    path: `/people/${uuid(101)}/enrol`,
    scene: sceneOf('clerk', { getPerson: () => personDetail(1, { sighting: seen }) }),
  },
  {
    name: 'enrol-3-capture',
    path: `/people/${uuid(101)}/enrol`,
    scene: sceneOf('clerk', { getPerson: () => personDetail(1, { sighting: seen }) }),
    act: async (page) => {
      await begin(page);
      await page.locator('[data-prompt="turn-left"]').waitFor();
    },
  },
  captured('enrol-4-passed', { kind: 'passed', certificateId: uuid(701), enrolmentId: uuid(501) }),
  captured('enrol-4-again', { kind: 'again', reason: 'light', tip: 'light-from-front', triesLeft: 2 }),
  captured('enrol-4-review', {
    kind: 'review',
    caseId: uuid(800),
    caseNumber: 'C-2026-0412',
    decideBy: '2026-11-26',
  }),
  {
    name: 'document-confirm',
    path: `/people/${uuid(100)}/document`,
    scene: sceneOf('clerk', { getPerson: () => personDetail(0, { sighting: seen }) }),
  },
  {
    name: 'document-done',
    path: `/people/${uuid(101)}/document`,
    scene: sceneOf('clerk', {
      getPerson: () => personDetail(1, { sighting: seen }),
      certifyByDocument: () => personDetail(1).certificates[0],
    }),
    act: async (page) => {
      await page.locator('.checkbox input').check();
      await page.locator('.step-panel button[type="submit"]').click();
      await page.locator('.result').waitFor();
    },
  },
  { name: 'review', path: '/review', scene: sceneOf('reviewer') },
  {
    name: 'review-empty',
    path: '/review',
    scene: sceneOf('reviewer', { listCases: () => ({ cases: [], next: null }) }),
  },
  { name: 'case-attempt', path: `/review/${uuid(800)}`, scene: sceneOf('reviewer') },
  {
    name: 'case-attempt-shown',
    path: `/review/${uuid(803)}`,
    scene: sceneOf('reviewer'),
    act: async (page) => {
      await page.locator('.pictures .button').first().click();
      await page.keyboard.press('3');
      await page.locator('.option-on').waitFor();
    },
  },
  { name: 'case-duplicate', path: `/review/${uuid(801)}`, scene: sceneOf('reviewer') },
  { name: 'case-way', path: `/review/${uuid(802)}`, scene: sceneOf('clerk', { getCase: () => caseDetail(2) }) },
  { name: 'engine', path: '/engine', scene: sceneOf('administrator') },
  {
    name: 'audit',
    path: '/audit',
    scene: sceneOf('auditor'),
    act: async (page) => {
      await page.locator('.page-head button').click();
      await page.locator('.notice-success').waitFor();
    },
  },
  { name: 'staff', path: '/staff', scene: sceneOf('administrator') },
  {
    name: 'staff-edit',
    path: '/staff',
    scene: sceneOf('administrator'),
    act: async (page) => {
      await page.locator('.cell-action button').nth(1).click();
      await page.locator('dialog select').first().selectOption('manager');
    },
  },
  { name: 'poster', path: '/poster', scene: sceneOf('clerk') },
  { name: 'password', path: '/password', scene: sceneOf('clerk') },
  {
    name: 'shortcuts',
    path: '/review',
    scene: sceneOf('manager'),
    act: async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'fault',
    path: '/review',
    scene: sceneOf('reviewer', { listCases: () => problem('server.fault', 500) }),
  },
];
