import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PackManifest } from '../manifest.ts';
import { isNotFound } from './hash-file.ts';
import { loadPack, readManifest } from './load-pack.ts';
import type { LoadedPack } from './load-pack.ts';
import { PackError } from './pack-error.ts';

export type ChoosePackInput = {
  /** A folder of pack folders, or one pack's folder. */
  readonly modelsFolder: string;
  /** The id of a pack in `modelsFolder`, or the path of a pack's folder; absent for the best one present. */
  readonly want?: string;
};

/**
 * Loads the pack to work with: an operator's own before the standard one, that before the built-in one. A damaged pack is an
 * error and never passed over for a weaker one. Throws `PackError`.
 */
export async function choosePack(input: ChoosePackInput): Promise<LoadedPack> {
  if (input.want === undefined && (await isPackFolder(input.modelsFolder))) return loadPack(input.modelsFolder);
  const packs = await listPacks(input.modelsFolder);
  if (input.want === undefined) return loadPack(pickBest(input.modelsFolder, packs).folder);
  const wanted = packs.find((pack) => pack.manifest.id === input.want);
  return loadPack(wanted ? wanted.folder : input.want);
}

type FoundPack = { readonly folder: string; readonly manifest: PackManifest };

/** Every pack folder in `modelsFolder`, by folder name; their files are not verified yet. */
export async function listPacks(modelsFolder: string): Promise<readonly FoundPack[]> {
  const packs: FoundPack[] = [];
  for (const name of await listFolders(modelsFolder)) {
    const folder = join(resolve(modelsFolder), name);
    if (await isPackFolder(folder)) packs.push({ folder, manifest: await readManifest(folder) });
  }
  return packs;
}

function pickBest(modelsFolder: string, packs: readonly FoundPack[]): FoundPack {
  const own = packs.filter(({ manifest }) => manifest.id !== 'standard' && manifest.id !== 'builtin');
  if (own.length > 1) {
    const names = own.map(({ manifest }) => manifest.id).join(', ');
    const message = `${modelsFolder} holds several packs of its own (${names}). Point ANZAI_MODELS at the one to use.`;
    throw new PackError('pack.ambiguous', { path: modelsFolder, message });
  }
  const best = own[0] ?? findPack(packs, 'standard') ?? findPack(packs, 'builtin');
  if (best) return best;
  const message =
    `There is no model pack in ${modelsFolder}. ` + 'Run "npm run models:install", or point ANZAI_MODELS at a pack.';
  throw new PackError('pack.absent', { path: modelsFolder, message });
}

function findPack(packs: readonly FoundPack[], id: string): FoundPack | undefined {
  return packs.find(({ manifest }) => manifest.id === id);
}

/** Hidden folders are unfinished ones. */
async function listFolders(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

export async function isPackFolder(folder: string): Promise<boolean> {
  try {
    await readManifest(folder);
    return true;
  } catch (error) {
    // A manifest that is there and wrong still makes the folder a pack; loading it will say what is wrong.
    return error instanceof PackError && error.code !== 'pack.absent';
  }
}
