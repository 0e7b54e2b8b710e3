import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuiltinPack } from './builtin-pack.ts';
import { loadPack } from './load-pack.ts';
import type { LoadedModel } from './load-pack.ts';
import { checkSelfTest, selfTestInput } from './self-test.ts';
import type { SelfTest } from './self-test.ts';

let modelsFolder = '';
let first: string;

beforeAll(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), 'anzai-builtin-'));
  first = await ensureBuiltinPack({ modelsFolder });
});

afterAll(async () => {
  await rm(modelsFolder, { recursive: true });
});

describe('ensureBuiltinPack', () => {
  it('makes a pack for demonstration once and finds it afterwards', async () => {
    expect(first).toBe('made');
    expect(await ensureBuiltinPack({ modelsFolder })).toBe('present');
    expect(await readdir(modelsFolder)).toEqual(['builtin']);
    const pack = await loadPack(join(modelsFolder, 'builtin'));
    expect(pack.manifest.warning).toBe('demonstration-only');
    expect(pack.models.map((model) => model.role).toSorted()).toEqual(['detector', 'embedder', 'iris', 'mesh']);
  });

  it('makes a damaged pack again', async () => {
    const file = join(modelsFolder, 'builtin', 'iris.onnx');
    await writeFile(file, (await readFile(file)).subarray(0, 1000));
    expect(await ensureBuiltinPack({ modelsFolder })).toBe('made');
    expect(await ensureBuiltinPack({ modelsFolder })).toBe('present');
  });

  it('makes a pack again that was made from other packages', async () => {
    await writeFile(join(modelsFolder, 'builtin', 'stamp'), 'older');
    expect(await ensureBuiltinPack({ modelsFolder })).toBe('made');
  });

  it('leaves a folder alone that is a pack by itself', async () => {
    const folder = join(modelsFolder, 'builtin');
    expect(await ensureBuiltinPack({ modelsFolder: folder })).toBe('not-needed');
    expect(await readdir(folder)).not.toContain('builtin');
  });

  it('has a self-test for each model, which passes and can fail', async () => {
    const { manifest, models } = await loadPack(join(modelsFolder, 'builtin'));
    expect(manifest.selfTest.map((test) => test.file).toSorted()).toEqual(models.map((model) => model.file).toSorted());
    for (const test of manifest.selfTest) {
      const model = models.find(({ file }) => file === test.file)!;
      expect(checkSelfTest(test, await run(model, test.seed))).toMatchObject({ ok: true });
      expect(checkSelfTest(test, await run(model, test.seed + 1))).toMatchObject({ ok: false });
    }
  });
});

describe('checkSelfTest', () => {
  const test: SelfTest = { file: 'a.onnx', seed: 1, output: 'out', expected: [1, 2], tolerance: 0.1 };

  it.each([
    { outputs: { out: Float32Array.of(1.05, 2, 9) }, ok: true },
    { outputs: { out: Float32Array.of(1, 2.2) }, ok: false },
    { outputs: { out: Float32Array.of(1) }, ok: false },
    { outputs: { out: Float32Array.of(1, Number.NaN) }, ok: false },
    { outputs: { other: Float32Array.of(1, 2) }, ok: false },
  ])('says $ok of $outputs', ({ outputs, ok }) => {
    expect(checkSelfTest(test, outputs as unknown as Record<string, Float32Array>).ok).toBe(ok);
  });
});

async function run(model: LoadedModel, seed: number): Promise<Record<string, Float32Array>> {
  const session = await InferenceSession.create(model.path, { intraOpNumThreads: 1 });
  const { width, height } = model.input;
  const input = new Tensor('float32', selfTestInput(seed, model.input), [1, 3, height, width]);
  const outputs = await session.run({ [session.inputNames[0]!]: input });
  return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]));
}
