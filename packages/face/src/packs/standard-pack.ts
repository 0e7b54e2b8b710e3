import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PackManifest } from '../manifest.ts';
import type { ModelEntry } from '../manifest.ts';
import { convertBuiltinModel } from './convert-builtin-models.ts';
import { fetchFile, placeVerified } from './fetch-file.ts';
import { findFileSha256, isNotFound } from './hash-file.ts';
import { loadPack, MANIFEST_FILE } from './load-pack.ts';
import type { LoadedPack } from './load-pack.ts';
import { PackError } from './pack-error.ts';
import { findCalibration, readSelfTests } from './pack-facts.ts';
import { irisModel, meshModel, standardModels } from './pack-models.ts';
import type { PinnedModel } from './pack-models.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

export type InstallStandardPackInput = {
  /** The folder of packs; the pack itself is `<modelsFolder>/standard`. */
  readonly modelsFolder: string;
  /** A folder or an `http(s):` address that holds the files by their names; absent for the pinned addresses. */
  readonly from?: string;
  readonly onProgress?: (step: { readonly file: string; readonly outcome: 'present' | 'installed' }) => void;
};

/**
 * Fetches the standard pack's models, verifies each, converts mesh and iris from the npm packages, and writes the
 * manifest last: until then the folder is no pack. May be run again at any time; what is there and right is kept.
 */
export async function installStandardPack(input: InstallStandardPackInput): Promise<LoadedPack> {
  const folder = join(input.modelsFolder, 'standard');
  await mkdir(folder, { recursive: true });
  const models: ModelEntry[] = [];
  for (const model of standardModels) {
    const outcome = await installModel(model, { folder, from: input.from });
    input.onProgress?.({ file: model.file, outcome });
    models.push(model);
  }
  for (const model of [meshModel, irisModel]) {
    const bytes = await convertBuiltinModel(model);
    await writeFileAtomically(join(folder, model.file), bytes);
    input.onProgress?.({ file: model.file, outcome: 'installed' });
    models.push({ ...model, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  const manifest = PackManifest.parse({
    id: 'standard',
    version: '1',
    title: 'Standard pack',
    warning: null,
    models,
    calibration: await findCalibration('standard'),
    selfTest: await readSelfTests(models.map((model) => model.file)),
  });
  await writeFileAtomically(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return loadPack(folder);
}

type Place = { readonly folder: string; readonly from: string | undefined };

async function installModel(model: PinnedModel, place: Place): Promise<'present' | 'installed'> {
  const to = join(place.folder, model.file);
  if ((await findFileSha256(to)) === model.sha256) return 'present';
  const { sha256 } = model;
  if (place.from === undefined) await fetchFile({ url: model.url, to, sha256 });
  else if (isUrl(place.from)) await fetchFile({ url: new URL(model.file, withSlash(place.from)).href, to, sha256 });
  else await copyModel({ source: join(place.from, model.file), to, sha256 });
  return 'installed';
}

async function copyModel(copy: {
  readonly source: string;
  readonly to: string;
  readonly sha256: string;
}): Promise<void> {
  const part = `${copy.to}.part`;
  try {
    await writeFile(part, await readFile(copy.source));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const names = standardModels.map((model) => model.file).join(', ');
    const message = `There is no ${copy.source}. The folder given with --from must hold ${names}.`;
    throw new PackError('pack.source_missing', { path: copy.source, message, cause: error });
  }
  await placeVerified({ part, to: copy.to, sha256: copy.sha256, source: copy.source });
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text);
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
