import { createHash, randomUUID } from 'node:crypto';
import type { StartAttempt } from '@anzai/contract';
import type { z } from 'zod';
import { putFrame, type PutFrame } from '../features/attempt/commands/put-frame.ts';
import { startRemoteAttempt } from '../features/attempt/commands/start-remote-attempt.ts';
import { submitAttempt } from '../features/attempt/commands/submit-attempt.ts';
import { registerAttempt } from '../features/attempt/index.ts';
import { findAttemptRow, type AttemptRow } from '../features/attempt/store.ts';
import type { TestSite } from '../platform/testing/open-test-site.ts';
import type { AccountActor, StaffActor } from '../platform/session/actor.ts';
import { insertLink } from '../features/account-link/index.ts';
import { createHost } from '../platform/http/host.ts';
import { makeJpeg } from './make-jpeg.ts';

const host = createHost();
registerAttempt(host);

export function makeStart(id: string = randomUUID(), deviceId: string = randomUUID()): z.output<typeof StartAttempt> {
  const screen = { screenWidth: 360, screenHeight: 740 };
  return { id, mode: 'still', device: { deviceId, cameraLabel: 'front', facing: 'user', ...screen, guided: true } };
}

/** An account that acts for a person, as itself unless told otherwise. */
export async function seedAccount(
  site: TestSite,
  personId: string,
  acting: 'self' | 'helper' = 'self',
): Promise<AccountActor> {
  const { deps } = site;
  const id = deps.ids.uuid();
  const phoneHash = deps.vault.lookupHash('phone', id);
  const phoneSealed = deps.vault.sealText({ table: 'account', row: id, field: 'phone' }, '+8613800138000');
  await deps.db.insertInto('account').values({ id, phoneHash, phoneSealed, createdAt: deps.clock.now() }).execute();
  await linkAccount(site, { accountId: id, personId, acting });
  return { kind: 'account', id, sessionId: id, deviceId: null };
}

export async function linkAccount(
  site: TestSite,
  link: { readonly accountId: string; readonly personId: string; readonly acting: 'self' | 'helper' },
): Promise<void> {
  await insertLink(site.deps.db, {
    ...link,
    id: site.deps.ids.uuid(),
    helperName: link.acting === 'helper' ? '李强' : null,
    helperRelation: link.acting === 'helper' ? 'child' : null,
    deviceId: null,
    createdAt: site.deps.clock.now(),
  });
}

export function makeFrame(attemptId: string, index: number, picture: Uint8Array): PutFrame {
  const sha256 = createHash('sha256').update(picture).digest('hex');
  return { attemptId, index, picture, capturedAtMs: index * 300, promptIndex: 0, colourIndex: null, sha256 };
}

let seed = 1000;

/** Frames nobody has seen, unless some are given. */
export function makePictures(count = 3): Uint8Array[] {
  return Array.from({ length: count }, () => makeJpeg((seed += 1)));
}

export async function sendAttempt(
  site: TestSite,
  attempt: AttemptRow,
  input: { readonly actor: AccountActor | StaffActor; readonly pictures: readonly Uint8Array[] },
): Promise<void> {
  for (const [index, picture] of input.pictures.entries()) {
    const put = await putFrame(site.deps, makeFrame(attempt.id, index, picture));
    if (!put.ok) throw new Error(`frame refused: ${put.refusal.code}`);
  }
  const { nonce } = attempt;
  const command = { attemptId: attempt.id, nonce, frameCount: input.pictures.length, actor: input.actor };
  const submitted = await submitAttempt(site.deps, command);
  if (!submitted.ok) throw new Error(`submission refused: ${submitted.refusal.code}`);
}

export async function judgeAll(site: TestSite): Promise<void> {
  await site.runJobs(host);
}

export async function getAttemptRow(site: TestSite, id: string): Promise<AttemptRow> {
  const row = await findAttemptRow(site.deps.db, id);
  if (row === undefined) throw new Error('no attempt');
  return row;
}

/** A whole attempt at home, decided. */
export async function runRemoteAttempt(
  site: TestSite,
  input: { readonly personId: string; readonly account: AccountActor; readonly pictures?: readonly Uint8Array[] },
): Promise<AttemptRow> {
  const { personId, account } = input;
  const started = await startRemoteAttempt(site.deps, { personId, accountId: account.id, start: makeStart() });
  if (!started.ok) throw new Error(`start refused: ${started.refusal.code}`);
  await sendAttempt(site, started.value, { actor: account, pictures: input.pictures ?? makePictures() });
  await judgeAll(site);
  return getAttemptRow(site, started.value.id);
}
