/** Two servers on one PostgreSQL serve the same attempt, and one that dies while it judges loses nothing. */
import { attempt } from '@anzai/contract';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getEnrolledDue } from './support/roster.ts';
import { runServer, type RunningServer } from './support/run-server.ts';
import {
  countRemoteCertificates,
  makeStart,
  openAccount,
  putFrames,
  render,
  submit,
  waitForDecision,
} from './support/send-attempt.ts';
import type { Wire } from './support/wire.ts';

const given = process.env['ANZAI_TEST_DATABASE_URL'];
const person = getEnrolledDue(0);
const { face } = person;
const name = `anzai_e2e_${randomBytes(6).toString('hex')}`;
let admin: Database;
let database: Database;
let folders: string;
let first: RunningServer;
let second: RunningServer;
let owner: Wire;
let personId: string;

/** The same person at the other server: any of them may answer any call. */
function at(server: RunningServer, wire: Wire): Wire {
  return wire.moveTo(server.url);
}

async function readState(attemptId: string): Promise<string> {
  const { rows } = await database.query<{ state: string }>('select state from job where payload::text like $1', [
    `%${attemptId}%`,
  ]);
  return rows[0]?.state ?? 'none';
}

async function countCertificates(): Promise<number> {
  return countRemoteCertificates({ wire: owner, personId });
}

async function waitUntil(isSo: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await sleep(20);
  }
}

describe.skipIf(given === undefined)('two servers on one PostgreSQL', () => {
  beforeAll(async () => {
    admin = new Database({ connectionString: given });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const address = new URL(given ?? '');
    address.pathname = `/${name}`;
    folders = await mkdtemp(join(tmpdir(), 'anzai-two-'));
    const secrets = {
      DATABASE_URL: address.href,
      ANZAI_MASTER_KEY: randomBytes(32).toString('base64'),
      ANZAI_SESSION_SECRET: randomBytes(32).toString('base64'),
    };
    first = await runServer(secrets, join(folders, 'first'));
    second = await runServer(secrets, join(folders, 'second'));
    database = new Database({ connectionString: address.href });
    await database.connect();
    ({ wire: owner, personId } = await openAccount(first.url, '13800000041', person));
  });

  afterAll(async () => {
    await database?.end();
    await second?.kill();
    await first?.kill();
    await admin?.query(`drop database if exists ${name} with (force)`);
    await admin?.end();
    if (folders !== undefined) await rm(folders, { recursive: true, force: true });
  });

  it('serve one attempt together: begun and filled at one, handed in and asked for at the other', async () => {
    const opened = await owner.call(attempt.startAttempt, { params: { personId }, body: makeStart() });
    const frames = await render(opened, { face, seed: 42 });
    const other = at(second, owner);
    await putFrames(owner, opened.id, frames.slice(0, 11));
    await putFrames(other, opened.id, frames.slice(11));
    await Promise.all([submit(other, opened, frames.length), submit(owner, opened, frames.length)]);
    const [here, there] = await Promise.all([waitForDecision(owner, opened.id), waitForDecision(other, opened.id)]);
    expect(here).toEqual(there);
    expect(here.kind).toBe('passed');
    expect(await countCertificates()).toBe(1);
  });

  it('lose nothing when the one that judges is killed', async () => {
    const other = at(second, owner);
    const opened = await other.call(attempt.startAttempt, { params: { personId }, body: makeStart() });
    const frames = await render(opened, { face, seed: 43 });
    await putFrames(other, opened.id, frames);
    first.freeze();
    await submit(other, opened, frames.length);
    await waitUntil(async () => (await readState(opened.id)) === 'running', 10_000);
    await second.kill();
    expect(await readState(opened.id)).toBe('running');
    // The minute for which the job stays the dead server's own passes at once.
    await database.query(`update job set lease_until = now() where payload::text like $1`, [`%${opened.id}%`]);
    first.wake();
    const decided = await waitForDecision(owner, opened.id);
    expect(decided.kind).toBe('passed');
    const { rows } = await database.query<{ count: string }>(
      `select count(*) from audit_entry where action = 'attempt.decided' and subject_id = $1`,
      [opened.id],
    );
    expect(Number(rows[0]?.count)).toBe(1);
    expect(await countCertificates()).toBe(1);
  });
});
