import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AttemptJudgement, CapturedFrame, Challenge, FaceEngine } from './api.ts';
import { createFaceEngine } from './engine.ts';
import type { LoadedPack } from './packs/index.ts';
import { choosePack, ensureBuiltinPack } from './packs/index.ts';
import { FacePool } from './pool.ts';
import { dot } from './stages/embed-face.ts';

// The whole engine with the built-in pack, made here from the npm packages, on the photographs of face-api.

const demo = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo');

let modelsFolder: string;
let pack: LoadedPack;
let engine: FaceEngine;
/** A group of three, 1920×1280. */
let group: Uint8Array;
/** A group that holds two people who look at the camera. */
let family: Uint8Array;

beforeAll(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), 'anzai-engine-'));
  await ensureBuiltinPack({ modelsFolder });
  pack = await choosePack({ modelsFolder, want: 'builtin' });
  engine = await createFaceEngine({ pack, threads: 2 });
  group = new Uint8Array(await readFile(join(demo, 'sample1.jpg')));
  family = new Uint8Array(await readFile(join(demo, 'sample5.jpg')));
});

afterAll(async () => {
  await engine.close();
  await rm(modelsFolder, { recursive: true, force: true });
});

const portraits = new Map<string, Promise<Uint8Array>>();

/** One person of the family as a phone would show them, `shift` pixels aside. */
async function portrait(person: 'front' | 'back', shift = 0): Promise<Uint8Array> {
  const key = `${person} ${shift}`;
  const made = portraits.get(key) ?? cutPortrait(person, shift);
  portraits.set(key, made);
  return made;
}

async function cutPortrait(person: 'front' | 'back', shift: number): Promise<Uint8Array> {
  const place = { front: { left: 270, top: 750 }, back: { left: 1000, top: 60 } }[person];
  const region = { left: place.left + shift, top: place.top, width: 400, height: 533 };
  const encoded = await sharp(family).extract(region).resize(480, 640).jpeg({ quality: 85 }).toBuffer();
  return new Uint8Array(encoded);
}

const challenge: Challenge = {
  version: 1,
  mode: 'still',
  nonce: 'test',
  prompts: [{ kind: 'hold', frames: 14, minMs: 1000, maxMs: 9000 }],
};

async function captureFrames(count: number): Promise<CapturedFrame[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      index,
      image: await portrait('front', index % 5),
      capturedAtMs: index * 200,
      promptIndex: 0,
      colourIndex: null,
    })),
  );
}

function asJudged(answer: Awaited<ReturnType<FaceEngine['judgeAttempt']>>): AttemptJudgement {
  if ('outcome' in answer) throw new Error(answer.detail);
  return answer;
}

test('names its pack, its models and its warning', () => {
  expect(engine.info).toMatchObject({
    packId: 'builtin',
    warning: 'demonstration-only',
    passivePad: false,
    threads: 2,
  });
  expect(engine.info.models.map(({ role }) => role)).toEqual(expect.arrayContaining(['detector', 'mesh', 'embedder']));
  expect(engine.info.calibration?.impostorPairs).toBeGreaterThan(1_000_000);
});

test('finds the three people of a group, in pixels of the picture as it came', async () => {
  const found = await engine.detect(group);
  if (found.outcome === 'error') throw new Error(found.detail);
  expect(found).toMatchObject({ outcome: 'several', imageWidth: 1920, imageHeight: 1280 });
  const middles = found.faces.map(({ box }) => box.x + box.width / 2).toSorted((left, right) => left - right);
  for (const [index, x] of [510, 930, 1570].entries()) expect(Math.abs((middles[index] ?? 0) - x)).toBeLessThan(60);
  for (const { points } of found.faces) expect(points[0].x).toBeGreaterThan(points[1].x);
});

test('tells a picture without a face from one that cannot be read', async () => {
  const grey = sharp({ create: { width: 480, height: 640, channels: 3, background: '#777777' } });
  const empty = new Uint8Array(await grey.jpeg().toBuffer());
  expect(await engine.detect(empty)).toMatchObject({ outcome: 'none', faces: [] });
  expect(await engine.assessQuality(empty)).toMatchObject({ outcome: 'poor', score: 0 });
  expect(await engine.extractTemplate([empty])).toMatchObject({ outcome: 'not-extracted', reasons: ['no-face'] });
  const broken = (await portrait('front')).subarray(0, 4000);
  expect(await engine.detect(broken)).toMatchObject({ outcome: 'error', code: 'image.unreadable' });
  expect(await engine.extractTemplate([new Uint8Array([1, 2, 3])])).toMatchObject({ code: 'image.type_unknown' });
});

test('refuses a template of several people', async () => {
  expect(await engine.extractTemplate([group])).toMatchObject({ outcome: 'not-extracted', reasons: ['several-faces'] });
});

test('a person resembles themselves more than another', async () => {
  const [first, again, other] = await Promise.all(
    [portrait('front'), portrait('front', 4), portrait('back')].map(async (image) =>
      engine.extractTemplate([await image]),
    ),
  );
  if (first?.outcome !== 'extracted' || again?.outcome !== 'extracted' || other?.outcome !== 'extracted') {
    throw new Error(JSON.stringify([first, again, other]));
  }
  expect(first.template.vector).toHaveLength(128);
  expect(dot(first.template.vector, first.template.vector)).toBeCloseTo(1, 5);
  const pair = { reference: first.template, fmr: '1e-4' };
  expect(engine.match({ ...pair, probe: again.template })).toMatchObject({ outcome: 'match' });
  expect(engine.match({ ...pair, probe: other.template })).toMatchObject({ outcome: 'no-match' });
  const gallery = [
    { id: 'other', template: other.template },
    { id: 'self', template: again.template },
  ];
  const found = await engine.identify({ probe: first.template, gallery, fmr: '1e-4', limit: 5 });
  expect(found.map(({ id }) => id)).toEqual(['self']);
});

test('reports every frame of an attempt, the broken one too, and reads it alike on one thread and on two', async () => {
  const frames = await captureFrames(14);
  const damaged = frames.map((frame) =>
    frame.index === 3 ? { ...frame, image: frame.image.subarray(0, 999) } : frame,
  );
  const input = { challenge, frames: damaged, reference: null, seenFingerprints: [], fmr: '1e-4' };
  const two = asJudged(await engine.judgeAttempt(input));
  expect(two.frames.map(({ index }) => index)).toEqual(frames.map(({ index }) => index));
  expect(two.frames[3]).toMatchObject({ error: 'image.unreadable', faces: 0 });
  expect(two.frames[4]).toMatchObject({ error: null, faces: 1 });
  expect(two.frames[4]?.fingerprint).toHaveLength(32);
  expect(two.template?.frames).toBeGreaterThan(1);
  expect(two.bestFrame).not.toBeNull();
  expect(Object.keys(two.stagesMs)).toEqual(expect.arrayContaining(['decode', 'detect', 'mesh', 'embed', 'measures']));

  const single = await createFaceEngine({ pack, threads: 1 });
  const one = asJudged(await single.judgeAttempt(input));
  await single.close();
  expect(one.template).toEqual(two.template);
  expect(one.liveness).toEqual(two.liveness);
  expect(one.bestFrame).toBe(two.bestFrame);
});

test('a still photograph is never alive', async () => {
  const image = await portrait('front');
  const frames = (await captureFrames(14)).map((frame) => ({ ...frame, image }));
  const judged = await engine.checkLiveness({ challenge, frames, seenFingerprints: [] });
  expect(judged.outcome).not.toBe('live');
  expect(judged.outcome).not.toBe('error');
});

test('an attempt for which there is no room is refused whole and at once', async () => {
  const small = await createFaceEngine({ pack, threads: 1, queueMax: 1 });
  const frames = await captureFrames(14);
  const input = { challenge, frames, reference: null, seenFingerprints: [], fmr: '1e-4' };
  expect(await small.judgeAttempt(input)).toMatchObject({ outcome: 'error', code: 'engine.busy' });
  await small.close();
  expect(await small.detect(group)).toMatchObject({ outcome: 'error', code: 'engine.closed' });
});

test('killing the real worker in the middle costs its job only', async () => {
  const workers: Worker[] = [];
  const startWorker = (workerData: unknown): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
    workers.push(worker);
    return worker;
  };
  const pool = await FacePool.open({ pack, threads: 1, queueMax: 4, deadlineMs: 20_000, startWorker });
  const frames = await captureFrames(14);
  const lost = pool.submit({ kind: 'frames', run: 0, frames });
  const next = pool.submit({ kind: 'picture', image: group, pick: 'main', want: 'faces' });
  await workers[0]?.terminate();
  expect(await lost).toMatchObject({ outcome: 'error', code: 'engine.worker_died' });
  expect(await next).toMatchObject({ kind: 'picture', companions: 2 });
  expect(workers).toHaveLength(2);
  await pool.close();
});

test('a model that computes something else than when the pack was made is not used', async () => {
  const selfTest = pack.manifest.selfTest.map((one) => ({ ...one, expected: one.expected.map((value) => value + 1) }));
  const changed = { ...pack, manifest: { ...pack.manifest, selfTest } };
  await expect(createFaceEngine({ pack: changed, threads: 1 })).rejects.toThrow('self-test');
});

const turns = join(import.meta.dirname, '../../../../shared/faces/video/intel-head-pose-face-detection-female.gif');

test.skipIf(!existsSync(turns))('follows a head that turns to both sides (needs ../shared/faces)', async () => {
  // Frame 2 looks to the picture's left, which is her own right; frame 12 to the other side.
  const pictures = await Promise.all(
    [2, 12].map(async (page) => new Uint8Array(await sharp(turns, { page }).resize(960).jpeg().toBuffer())),
  );
  const frames = pictures.map((image, index) => ({ index, image, capturedAtMs: 0, promptIndex: 0, colourIndex: null }));
  const input = { challenge, frames, reference: null, seenFingerprints: [], fmr: '1e-4' };
  const [right, left] = asJudged(await engine.judgeAttempt(input)).frames;
  expect(right?.pose?.yaw).toBeLessThan(-30);
  expect(left?.pose?.yaw).toBeGreaterThan(20);
});
