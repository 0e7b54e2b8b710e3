import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PackManifest } from '../manifest.ts';
import { choosePack } from './choose-pack.ts';
import { loadPack, toEmbedderId } from './load-pack.ts';
import { blazefaceModel, dlibModel } from './pack-models.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzai-packs-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Loading looks at hashes, never inside a model: any bytes will do. */
async function writePack(
  id: string,
  change: (manifest: PackManifest) => object = (manifest) => manifest,
): Promise<string> {
  const place = join(folder, id);
  await mkdir(place);
  const models = [blazefaceModel, dlibModel].map((model) => ({ ...model, sha256: sha256(model.file) }));
  for (const { file } of models) await writeFile(join(place, file), file);
  const facts = { version: '1', title: id, warning: null, calibration: null, doubtFmr: '1e-2', selfTest: [] };
  await writeFile(join(place, 'manifest.json'), JSON.stringify(change({ id, ...facts, models })));
  return place;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('loadPack', () => {
  it('gives the manifest and where each verified file lies', async () => {
    const pack = await loadPack(await writePack('mine'));
    expect(pack.manifest.id).toBe('mine');
    expect(pack.models.map((model) => model.path)).toEqual([
      join(folder, 'mine', 'blazeface.onnx'),
      join(folder, 'mine', 'dlib-resnet.onnx'),
    ]);
  });

  it('says which file is not the one that the manifest names', async () => {
    const place = await writePack('mine');
    await writeFile(join(place, 'dlib-resnet.onnx'), 'another');
    await expect(loadPack(place)).rejects.toMatchObject({
      code: 'pack.file_damaged',
      path: join(place, 'dlib-resnet.onnx'),
    });
  });

  it('says which file is missing', async () => {
    const place = await writePack('mine');
    await rm(join(place, 'blazeface.onnx'));
    await expect(loadPack(place)).rejects.toMatchObject({ code: 'pack.file_missing' });
  });

  it('tells an absent pack from one whose manifest cannot be read', async () => {
    await expect(loadPack(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'pack.absent' });
    const place = await writePack('mine');
    await writeFile(join(place, 'manifest.json'), '{');
    await expect(loadPack(place)).rejects.toMatchObject({ code: 'pack.manifest_unreadable' });
  });

  it.each<[string, (manifest: PackManifest) => object]>([
    ['a file outside the folder', (m) => ({ ...m, models: [{ ...m.models[0], file: '../x.onnx' }, m.models[1]] })],
    ['no embedder', (m) => ({ ...m, models: [m.models[0]] })],
    ['two detectors', (m) => ({ ...m, models: [...m.models, { ...m.models[0], file: 'b.onnx' }] })],
    ['a file named twice', (m) => ({ ...m, models: [...m.models, { ...m.models[1], role: 'pad' }] })],
    ['an embedder compared in no way', (m) => ({ ...m, models: [m.models[0], { ...m.models[1], output: {} }] })],
    ['a field that nobody knows', (m) => ({ ...m, colour: 'red' })],
    ['a test of no model', (m) => ({ ...m, selfTest: [{ file: 'x.onnx', seed: 1, expected: [1], tolerance: 0.1 }] })],
  ])('refuses a manifest with %s', async (_, change) => {
    const place = await writePack('mine', change);
    await expect(loadPack(place)).rejects.toMatchObject({ code: 'pack.manifest_invalid' });
  });
});

describe('toEmbedderId', () => {
  it('differs when the embedder file differs under the same version', async () => {
    const { manifest } = await loadPack(await writePack('mine'));
    const models = manifest.models.map((model) => ({ ...model, sha256: sha256('retrained') }));
    expect(toEmbedderId({ ...manifest, models }).id).toBe(toEmbedderId(manifest).id);
    expect(toEmbedderId({ ...manifest, models }).version).not.toBe(toEmbedderId(manifest).version);
  });
});

describe('choosePack', () => {
  it("prefers the operator's own pack, then the standard one, then the built-in one", async () => {
    await writePack('builtin');
    expect((await choosePack({ modelsFolder: folder })).manifest.id).toBe('builtin');
    await writePack('standard');
    expect((await choosePack({ modelsFolder: folder })).manifest.id).toBe('standard');
    await writePack('mine');
    expect((await choosePack({ modelsFolder: folder })).manifest.id).toBe('mine');
  });

  it('loads the pack that is wanted, by id or by folder', async () => {
    await writePack('standard');
    const place = await writePack('builtin');
    expect((await choosePack({ modelsFolder: folder, want: 'builtin' })).manifest.id).toBe('builtin');
    expect((await choosePack({ modelsFolder: folder, want: place })).manifest.id).toBe('builtin');
  });

  it('takes a folder that is itself a pack', async () => {
    const place = await writePack('mine');
    expect((await choosePack({ modelsFolder: place })).folder).toBe(place);
  });

  it("does not choose between two of the operator's own", async () => {
    await writePack('mine');
    await writePack('theirs');
    await expect(choosePack({ modelsFolder: folder })).rejects.toMatchObject({ code: 'pack.ambiguous' });
  });

  it('does not pass over a damaged pack for a weaker one', async () => {
    await writePack('builtin');
    const place = await writePack('standard');
    await writeFile(join(place, 'blazeface.onnx'), 'half');
    await expect(choosePack({ modelsFolder: folder })).rejects.toMatchObject({ code: 'pack.file_damaged' });
  });

  it('says what to do when there is none', async () => {
    await expect(choosePack({ modelsFolder: join(folder, 'empty') })).rejects.toThrow(/models:install/);
  });
});
