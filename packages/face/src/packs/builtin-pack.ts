import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PackManifest } from '../manifest.ts';
import { isPackFolder } from './choose-pack.ts';
import { convertBuiltinModel, describeConversion } from './convert-builtin-models.ts';
import { isNotFound } from './hash-file.ts';
import { loadPack, MANIFEST_FILE } from './load-pack.ts';
import type { LoadedPack } from './load-pack.ts';
import { PackError } from './pack-error.ts';
import { findCalibration, readSelfTests } from './pack-facts.ts';
import { blazefaceModel, dlibModel, irisModel, meshModel } from './pack-models.ts';

const STAMP_FILE = 'stamp';
const models = [blazefaceModel, meshModel, irisModel, dlibModel];

/** `folder` is the folder of packs; the pack itself is `<folder>/builtin`. */
export type BuiltinPackInput = { readonly folder: string };

/**
 * Makes the built-in pack from the npm packages, replacing one that is there. It is made in a hidden folder and moved
 * into place whole. For demonstration only: its embedder is too weak for a decision about a pension.
 */
export async function buildBuiltinPack(input: BuiltinPackInput): Promise<LoadedPack> {
  await mkdir(input.folder, { recursive: true });
  const draft = await mkdtemp(join(input.folder, '.builtin-'));
  try {
    await writePack(draft);
    await chmod(draft, 0o755);
    await moveIntoPlace(draft, join(input.folder, 'builtin'));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return loadPack(join(input.folder, 'builtin'));
}

/**
 * Makes the built-in pack when it is absent, damaged, or made from other packages or facts than are present now. Quick
 * otherwise. Does nothing when `modelsFolder` is itself a pack: then the operator has chosen.
 */
export async function ensureBuiltinPack(input: {
  readonly modelsFolder: string;
}): Promise<'present' | 'made' | 'not-needed'> {
  if (await isPackFolder(input.modelsFolder)) return 'not-needed';
  const folder = join(input.modelsFolder, 'builtin');
  if ((await findStamp(folder)) === (await toStamp()) && (await isWhole(folder))) return 'present';
  await buildBuiltinPack({ folder: input.modelsFolder });
  return 'made';
}

async function writePack(folder: string): Promise<void> {
  const entries = [];
  for (const model of models) {
    const bytes = await convertBuiltinModel(model);
    await writeFile(join(folder, model.file), bytes);
    entries.push({ ...model, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  const manifest: PackManifest = {
    id: 'builtin',
    version: '1',
    title: 'Built-in pack',
    warning: 'demonstration-only',
    models: entries,
    ...(await readFacts()),
  };
  await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(PackManifest.parse(manifest), null, 2)}\n`);
  await writeFile(join(folder, STAMP_FILE), await toStamp());
}

async function readFacts(): Promise<Pick<PackManifest, 'calibration' | 'doubtFmr' | 'strictestFmr' | 'selfTest'>> {
  const selfTest = await readSelfTests(models.map((model) => model.file));
  return { calibration: await findCalibration('builtin'), doubtFmr: '1e-2', strictestFmr: '1e-2', selfTest };
}

/** Changes with anything that the pack is made from. */
async function toStamp(): Promise<string> {
  const facts = { conversion: await describeConversion(), models, ...(await readFacts()) };
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

async function findStamp(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, STAMP_FILE), 'utf8');
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    await loadPack(folder);
    return true;
  } catch (error) {
    if (error instanceof PackError) return false;
    throw error;
  }
}

/** A folder cannot be renamed over a full one: the old pack steps aside first. */
async function moveIntoPlace(draft: string, place: string): Promise<void> {
  const aside = `${draft}.old`;
  try {
    await rename(place, aside);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  await rename(draft, place);
  await rm(aside, { recursive: true, force: true });
}
