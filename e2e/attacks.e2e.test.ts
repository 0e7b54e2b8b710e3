/**
 * What is not a living person before the camera now does not pass: a photograph, a video in a loop, a session recorded earlier, the
 * same pictures sent again. Whoever's tries are used up is led on with a case number, and the agency hears of what looks like a fraud.
 */
import { account, attempt, counter } from '@anzai/contract';
import { chooseChallenge, type CapturedFrame } from '@anzai/face';
import { loadPerson, makeBrowserCamera, renderSession, writeFakeVideo } from '@anzai/testkit';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desktop, keepPicture, openBrowser, openContext, phone } from './support/browser.ts';
import { signInStaff } from './support/console-clerk.ts';
import { certify, webWords } from './support/person-phone.ts';
import { getEnrolledDue } from './support/roster.ts';
import { answerAttempt, countRemoteCertificates, makeStart, openAccount, render } from './support/send-attempt.ts';
import { getStaffAccount, signInStaffByWire, type Wire } from './support/wire.ts';

const url = inject('serverUrl');
const person = getEnrolledDue(0);
const { face } = person;

let browser: Browser;
let folder: string;
let personId: string;
let owner: Wire;
/** What the person's own phone really sent when they certified. */
let recorded: readonly CapturedFrame[];

async function certifyByWire(): Promise<readonly CapturedFrame[]> {
  const opened = await owner.call(attempt.startAttempt, { params: { personId }, body: makeStart() });
  const frames = await render(opened, { face, seed: 22 });
  const outcome = await answerAttempt(owner, opened, frames);
  if (outcome.kind !== 'passed') throw new Error(`the person themselves did not pass: ${JSON.stringify(outcome)}`);
  return frames;
}

type Fraud = {
  readonly with: Browser;
  readonly initScript?: string;
  /** Asks for the mode in which nobody has to move: the easier one for whatever cannot. */
  readonly still?: boolean;
};

/** The fraud holds the person's own account; gives the heading of the screen that follows the capture. */
async function tryOn(fraud: Fraud, picture: string): Promise<string> {
  const { initScript, still = false } = fraud;
  const context = await openContext(fraud.with, {
    baseURL: url,
    viewport: phone,
    ...(initScript === undefined ? {} : { initScript }),
  });
  await context.addCookies(owner.listCookies());
  const page = await context.newPage();
  await page.goto('/home');
  const heading = await certify(page, { still });
  await keepPicture(page, picture);
  await context.close();
  return heading;
}

async function countCertificates(): Promise<number> {
  return countRemoteCertificates({ wire: owner, personId });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzai-attacks-'));
  browser = await openBrowser();
  ({ wire: owner, personId } = await openAccount(url, '13800000021', person));
  recorded = await certifyByWire();
});

afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe('in the place of a living person', () => {
  it('a still photograph does not pass', async () => {
    const { initScript } = await makeBrowserCamera({ person: face, seed: 23, attack: 'still' });
    expect(await tryOn({ with: browser, initScript, still: true }, 'attack-still')).toBe(webWords.notYet.title);
  });

  it('a video in a loop does not pass', async () => {
    const challenge = chooseChallenge({ random: (below) => randomInt(below), mode: 'still' });
    const frames = await renderSession({ person: await loadPerson(face), challenge, seed: 24 });
    const path = join(folder, 'loop.mjpeg');
    await writeFakeVideo(path, { frames: frames.map((frame) => frame.image), fps: 5 });
    const playing = await openBrowser({ videoFile: path });
    try {
      expect(await tryOn({ with: playing, still: true }, 'attack-loop')).toBe(webWords.notYet.title);
    } finally {
      await playing.close();
    }
  });

  it('the recording of an earlier session does not pass, and the last try leads to another way', async () => {
    const recording = recorded.map((frame) => frame.image);
    const attack = { recording, fps: 2 } as const;
    const { initScript } = await makeBrowserCamera({ person: face, seed: 25, attack });
    expect(await tryOn({ with: browser, initScript }, 'attack-recording')).toBe(webWords.notYet.usedTitle);
    expect(await countCertificates()).toBe(1);
  });

  it('the same pictures sent again to another challenge do not pass', async () => {
    const clerk = await signInStaffByWire(url, 'clerk.hall');
    const opened = await clerk.call(counter.startAssistedAttempt, { params: { personId }, body: makeStart() });
    const last = opened.challenge.prompts.length - 1;
    const frames = recorded.map((frame) => ({
      ...frame,
      promptIndex: Math.min(frame.promptIndex, last),
      colourIndex: opened.challenge.prompts[frame.promptIndex]?.colours === undefined ? null : frame.colourIndex,
    }));
    expect((await answerAttempt(clerk, opened, frames)).kind).not.toBe('passed');
    expect(await countCertificates()).toBe(1);
  });
});

describe('after the tries are used', () => {
  it('records the way that the person chooses, under the number they were given', async () => {
    const before = await owner.call(account.getHome, { params: { personId } });
    expect(before.triesLeft).toBe(0);
    expect(before.openCase?.number).toMatch(/^\d{4}-\d{4}$/);
    const context = await openContext(browser, { baseURL: url, viewport: phone });
    await context.addCookies(owner.listCookies());
    const page = await context.newPage();
    await page.goto('/ways');
    await page
      .getByRole('button', { name: new RegExp(webWords.ways.choose) })
      .first()
      .click();
    await page
      .getByText(before.openCase?.number ?? '')
      .first()
      .waitFor();
    await keepPicture(page, 'phone-way-chosen');
    await context.close();
    const after = await owner.call(account.getHome, { params: { personId } });
    expect(after.openCase).toMatchObject({ kind: 'way-chosen', number: before.openCase?.number });
    expect(after.openCase?.way).not.toBeNull();
  });

  it('shows the reviewers an alarm with its reasons, and tells the person nothing of it', async () => {
    const reviewer = await signInStaffByWire(url, 'reviewer.one');
    const { cases } = await reviewer.call(counter.listCases, { query: { kind: 'attack-alarm', state: 'open' } });
    const alarm = cases.find((each) => each.personId === personId);
    expect(alarm).toBeDefined();
    const detail = await reviewer.call(counter.getCase, { params: { caseId: alarm?.id ?? '' } });
    expect(detail.reasons.length).toBeGreaterThan(0);
    expect(detail.attempts[0]?.signals.some((signal) => signal.outcome === 'against')).toBe(true);
    const timeline = (await owner.call(account.getHome, { params: { personId } })).timeline;
    expect(timeline.filter((entry) => entry.kind.includes('alarm'))).toEqual([]);

    const context = await openContext(browser, { baseURL: url, viewport: desktop });
    const page = await context.newPage();
    await signInStaff(page, getStaffAccount('reviewer.two'));
    await page.goto(`/console/review/${alarm?.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(person.name).first().waitFor();
    await keepPicture(page, 'console-alarm');
    await context.close();
  });
});
