import { account, attempt, type Attempt, type AttemptOutcome, type StartAttempt } from '@anzai/contract';
import type { CapturedFrame, Challenge } from '@anzai/face';
import { loadPerson, renderSession, type PersonId } from '@anzai/testkit';
import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Citizen } from './roster.ts';
import { signInPersonByWire, type Wire } from './wire.ts';

const device = {
  cameraLabel: 'Front Camera',
  facing: 'user',
  screenWidth: 360,
  screenHeight: 740,
  guided: true,
} as const;

export function makeStart(mode: 'move' | 'still' = 'move'): z.input<typeof StartAttempt> {
  return { id: randomUUID(), mode, device: { ...device, deviceId: randomUUID() } };
}

export async function putFrames(wire: Wire, attemptId: string, frames: readonly CapturedFrame[]): Promise<void> {
  for (const frame of frames) {
    const answer = await wire.fetch(wire.client.href(attempt.putFrame, { params: { attemptId, index: frame.index } }), {
      method: 'PUT',
      headers: {
        ...wire.client.rawHeaders(),
        'content-type': 'image/jpeg',
        'x-captured-at-ms': String(Math.round(frame.capturedAtMs)),
        'x-prompt-index': String(frame.promptIndex),
        'x-colour-index': frame.colourIndex === null ? '' : String(frame.colourIndex),
        'x-frame-sha256': createHash('sha256').update(frame.image).digest('hex'),
      },
      body: Buffer.from(frame.image),
    });
    if (!answer.ok) throw new Error(`frame ${frame.index}: ${await answer.text()}`);
  }
}

export async function submit(wire: Wire, opened: Attempt, frameCount: number): Promise<void> {
  const { nonce } = opened.challenge;
  await wire.call(attempt.submitAttempt, { params: { attemptId: opened.id }, body: { nonce, frameCount } });
}

const decisionTimeoutMs = 90_000;

export async function waitForDecision(
  wire: Wire,
  attemptId: string,
  timeoutMs: number = decisionTimeoutMs,
): Promise<AttemptOutcome> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const now = await wire.call(attempt.getAttempt, { params: { attemptId }, query: { waitMs: 10_000 } });
    if (now.outcome !== null) return now.outcome;
  }
  throw new Error(`attempt ${attemptId} was not decided in time`);
}

/** Sends the frames, hands them in, and waits for what comes of it. */
export async function answerAttempt(
  wire: Wire,
  opened: Attempt,
  frames: readonly CapturedFrame[],
): Promise<AttemptOutcome> {
  await putFrames(wire, opened.id, frames);
  await submit(wire, opened, frames.length);
  return waitForDecision(wire, opened.id);
}

export type Scene = { readonly face: PersonId; readonly seed: number };

export async function render(opened: Attempt, { face, seed }: Scene): Promise<readonly CapturedFrame[]> {
  return renderSession({ person: await loadPerson(face), challenge: opened.challenge as Challenge, seed });
}

export type Account = { readonly wire: Wire; readonly personId: string };

/** The person's own account, linked to them on the roster. */
export async function openAccount(url: string, phone: string, citizen: Citizen): Promise<Account> {
  const wire = await signInPersonByWire(url, phone);
  const { name, documentNumber } = citizen;
  const principal = await wire.call(account.identify, {
    body: { name, documentNumber, documentKind: 'resident-id', acting: 'self' },
  });
  return { wire, personId: principal.personId };
}

/** How many certificates the person has received from certifying at home. */
export async function countRemoteCertificates({ wire, personId }: Account): Promise<number> {
  const home = await wire.call(account.getHome, { params: { personId } });
  return home.certificates.filter((each) => each.channel === 'remote-face').length;
}
