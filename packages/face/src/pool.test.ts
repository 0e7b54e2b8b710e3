import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import type { LoadedPack } from './packs/index.ts';
import type { FacePoolOptions } from './pool.ts';
import { FacePool } from './pool.ts';
import type { PictureTask, WorkerTask } from './worker-task.ts';

/**
 * The pool's promises, tried on real threads whose script does what the picture's first byte says, since models neither
 * hang nor crash on demand. That the real worker keeps the same protocol is shown in engine.test.ts.
 */
const script = `
  const { parentPort } = require('node:worker_threads');
  const answers = { kind: 'picture', faces: [], companions: 0, imageWidth: 1, imageHeight: 1, quality: null, embedding: null };
  parentPort.postMessage({ kind: 'ready' });
  parentPort.on('message', ({ id, task }) => {
    const order = task.image[0];
    if (order === 0) parentPort.postMessage({ kind: 'answer', id, result: answers });
    if (order === 1) process.exit(3);
    if (order === 2) while (true);
    if (order === 3) parentPort.postMessage({ kind: 'fault', id, detail: 'a defect' });
    if (order === 4) setTimeout(() => parentPort.postMessage({ kind: 'answer', id, result: answers }), 60);
  });
`;

const [answer, crash, hang, fault, slow] = [0, 1, 2, 3, 4].map(order) as [
  WorkerTask,
  WorkerTask,
  WorkerTask,
  WorkerTask,
  WorkerTask,
];

function order(byte: number): PictureTask {
  return { kind: 'picture', image: new Uint8Array([byte]), pick: 'main', want: 'faces' };
}

const started: Worker[] = [];
const pools: FacePool[] = [];

async function openPool(change: Partial<FacePoolOptions> = {}): Promise<FacePool> {
  const startWorker = (): Worker => {
    const worker = new Worker(script, { eval: true });
    started.push(worker);
    return worker;
  };
  // The script reads no models.
  const pack = {} as LoadedPack;
  const pool = await FacePool.open({ pack, threads: 1, queueMax: 8, deadlineMs: 5000, startWorker, ...change });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map(async (pool) => pool.close()));
  started.length = 0;
});

const done = expect.objectContaining({ kind: 'picture' });
const error = (code: string): unknown => expect.objectContaining({ outcome: 'error', code });

test('a worker that dies in the middle answers its job with an error, and the next job is done by another', async () => {
  const pool = await openPool();
  const [first, second] = await Promise.all([pool.submit(crash), pool.submit(answer)]);
  expect(first).toEqual(error('engine.worker_died'));
  expect(second).toEqual(done);
  expect(started).toHaveLength(2);
});

/** On a busy machine the new thread may take longer to start than these short deadlines. */
async function expectRecovery(pool: FacePool): Promise<void> {
  await vi.waitFor(async () => expect(await pool.submit(answer)).toEqual(done), { timeout: 15_000 });
}

test('a job that hangs is answered at its deadline, and its thread is replaced', async () => {
  const pool = await openPool({ deadlineMs: 300 });
  expect(await pool.submit(hang)).toEqual(error('engine.deadline'));
  await expectRecovery(pool);
  expect(started).toHaveLength(2);
});

test('a job that waits too long in the queue is answered too, and never run', async () => {
  const pool = await openPool({ deadlineMs: 300 });
  const answers = await Promise.all([pool.submit(hang), pool.submit(hang)]);
  expect(answers).toEqual([error('engine.deadline'), error('engine.deadline')]);
  await expectRecovery(pool);
});

test('a defect in the worker is an error for its job alone', async () => {
  const pool = await openPool();
  const answers = await pool.submitAll([fault, answer, answer]);
  expect(answers).toEqual([error('engine.worker_died'), done, done]);
});

test('beyond the queue the answer is busy, at once, for all tasks of a call', async () => {
  const pool = await openPool({ queueMax: 2 });
  const taken = pool.submitAll([slow, slow, slow]);
  expect(await pool.submitAll([answer])).toEqual([error('engine.busy')]);
  expect(await taken).toEqual([done, done, done]);
  expect(await pool.submitAll([answer, answer, answer, answer])).toEqual(Array(4).fill(error('engine.busy')));
  expect(await pool.submit(answer)).toEqual(done);
});

test('closing finishes what is at hand and takes nothing more', async () => {
  const pool = await openPool();
  const taken = pool.submitAll([slow, slow]);
  const closed = pool.close();
  expect(await pool.submit(answer)).toEqual(error('engine.closed'));
  expect(await taken).toEqual([done, done]);
  await closed;
  expect(pool.load).toBe(0);
});

test('a worker that cannot start makes the opening fail with its reason', async () => {
  const startWorker = (): Worker => new Worker(`throw new Error('no such model')`, { eval: true });
  await expect(openPool({ startWorker, threads: 2 })).rejects.toThrow('no such model');
});

test('when no worker can be started any more, nobody waits for one', async () => {
  let starts = 0;
  const startWorker = (): Worker => {
    starts += 1;
    return new Worker(starts === 1 ? script : `throw new Error('gone')`, { eval: true });
  };
  const pool = await openPool({ startWorker });
  const answers = await pool.submitAll([crash, answer, answer]);
  expect(answers).toEqual(Array(3).fill(error('engine.worker_died')));
  expect(await pool.submit(answer)).toEqual(error('engine.worker_died'));
  expect(starts).toBeLessThan(6);
});
