import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalibrationSchema } from '../manifest.ts';
import { loadPack } from './load-pack.ts';
import { standardModels } from './pack-models.ts';
import { installStandardPack } from './standard-pack.ts';

const source = resolve(import.meta.dirname, '../../../../../shared/faces/models');

let modelsFolder = '';

beforeEach(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), 'anzai-standard-'));
});

afterEach(async () => {
  await rm(modelsFolder, { recursive: true });
});

describe('installStandardPack', () => {
  it.skipIf(!existsSync(source))('installs a complete pack from a folder, and finds it the second time', async () => {
    const steps: string[] = [];
    const install = (): Promise<unknown> =>
      installStandardPack({ modelsFolder, from: source, onProgress: ({ outcome }) => steps.push(outcome) });
    await install();
    const pack = await loadPack(join(modelsFolder, 'standard'));
    expect(pack.manifest.warning).toBeNull();
    expect(pack.manifest.selfTest).toHaveLength(6);
    expect(pack.models.map((model) => model.role)).toEqual(['detector', 'embedder', 'pad', 'pad', 'mesh', 'iris']);
    expect((await readdir(pack.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    steps.length = 0;
    await install();
    expect(steps.slice(0, 4)).toEqual(['present', 'present', 'present', 'present']);
  });

  it.skipIf(!existsSync(source))('installs from an address that holds the files by their names', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      void readFile(join(source, (request.url ?? '').replace('/mirror/', ''))).then((bytes) => response.end(bytes));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror`;
    try {
      expect((await installStandardPack({ modelsFolder, from })).manifest.id).toBe('standard');
    } finally {
      server.close();
    }
    expect(asked).toEqual(standardModels.map((model) => `/mirror/${model.file}`));
  });

  it.skipIf(!existsSync(source))('refuses a damaged source and leaves no pack behind', async () => {
    const copy = join(modelsFolder, 'copy');
    await cp(source, copy, { recursive: true });
    const file = join(copy, '4_0_0_80x80_MiniFASNetV1SE.onnx');
    await rm(file);
    await writeFile(file, 'half of it');
    const installed = installStandardPack({ modelsFolder, from: copy });
    await expect(installed).rejects.toMatchObject({ code: 'pack.download_damaged', path: file });
    await expect(loadPack(join(modelsFolder, 'standard'))).rejects.toMatchObject({ code: 'pack.absent' });
  });

  it('names the files that a folder must hold', async () => {
    const installed = installStandardPack({ modelsFolder, from: modelsFolder });
    await expect(installed).rejects.toThrow(/yunet_n_dynamic\.onnx, foamliu-MobileFaceNet\.onnx/);
  });

  it('pins every address to a commit and every file to a hash', () => {
    for (const model of standardModels) {
      expect(model.url).toMatch(/^https:\/\/raw\.githubusercontent\.com\/[\w.-]+\/[\w.-]+\/[0-9a-f]{40}\//);
      expect(model.url.endsWith(`/${model.file}`) || model.file.startsWith('foamliu-')).toBe(true);
      expect(model.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});

describe('shipped calibrations', () => {
  it('are calibrations', async () => {
    const folder = join(import.meta.dirname, 'calibrations');
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json'))) {
      const { default: json } = (await import(join(folder, name), { with: { type: 'json' } })) as { default: unknown };
      expect(CalibrationSchema.safeParse(json).success).toBe(true);
    }
  });
});
