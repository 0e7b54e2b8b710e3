import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { EmbedderId } from '../api.ts';
import { PackManifest } from '../manifest.ts';
import type { ModelEntry } from '../manifest.ts';
import { findFileSha256, isNotFound } from './hash-file.ts';
import { PackError } from './pack-error.ts';

export const MANIFEST_FILE = 'manifest.json';

/** A pack whose manifest is valid and whose files are, byte for byte, the ones that it names. */
export type LoadedPack = {
  readonly folder: string;
  readonly manifest: PackManifest;
  readonly models: readonly LoadedModel[];
};

/** `path` is absolute. */
export type LoadedModel = ModelEntry & { readonly path: string };

/** Reads a pack folder and verifies every file's hash. Throws `PackError`. */
export async function loadPack(folder: string): Promise<LoadedPack> {
  const absolute = resolve(folder);
  const manifest = await readManifest(absolute);
  const models = manifest.models.map((model) => ({ ...model, path: join(absolute, model.file) }));
  await Promise.all(models.map((model) => verifyModel(manifest.id, model)));
  return { folder: absolute, manifest, models };
}

/**
 * Under which name this pack's templates are kept. The hash of the embedder's file is part of the version, so that
 * vectors of two files are never compared, even if an operator forgets to raise the version.
 */
export function toEmbedderId(manifest: PackManifest): EmbedderId {
  const embedder = manifest.models.find((model) => model.role === 'embedder');
  if (!embedder) throw new Error(`The pack ${manifest.id} passed validation without an embedder.`);
  return { id: embedder.kind, version: `${embedder.version}-${embedder.sha256.slice(0, 12)}` };
}

/** Throws `PackError` with `pack.absent` when the folder holds no manifest. */
export async function readManifest(folder: string): Promise<PackManifest> {
  const path = join(folder, MANIFEST_FILE);
  const text = await readText(path);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = `${path} is not JSON. Correct it, or put the pack in place again.`;
    throw new PackError('pack.manifest_unreadable', { path, message, cause: error });
  }
  const parsed = CompletePack.safeParse(json);
  if (!parsed.success) {
    const message = `${path} does not describe a model pack: ${z.prettifyError(parsed.error)}`;
    throw new PackError('pack.manifest_invalid', { path, message });
  }
  return parsed.data;
}

/** What a manifest must hold beyond its shape, for an engine to work with it. */
const CompletePack = PackManifest.superRefine((manifest, context) => {
  for (const role of ['detector', 'embedder'] as const) {
    const count = manifest.models.filter((model) => model.role === role).length;
    if (count !== 1)
      context.addIssue({ code: 'custom', message: `needs exactly one ${role}, has ${count}`, path: ['models'] });
  }
  const files = new Set(manifest.models.map((model) => model.file));
  if (files.size !== manifest.models.length) {
    context.addIssue({ code: 'custom', message: 'names a file twice', path: ['models'] });
  }
  manifest.selfTest.forEach((test, index) => {
    if (files.has(test.file)) return;
    context.addIssue({ code: 'custom', message: `tests ${test.file}, which is no model`, path: ['selfTest', index] });
  });
  const embedder = manifest.models.find((model) => model.role === 'embedder');
  if (embedder && (embedder.output.embedding === undefined || embedder.output.compare === undefined)) {
    context.addIssue({
      code: 'custom',
      message: 'the embedder lacks output.embedding or output.compare',
      path: ['models'],
    });
  }
});

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const message = `There is no model pack at ${path}. Run "npm run models:install", or point ANZAI_MODELS at a pack.`;
    throw new PackError('pack.absent', { path, message, cause: error });
  }
}

async function verifyModel(packId: string, model: LoadedModel): Promise<void> {
  const { path } = model;
  const sha256 = await findFileSha256(path);
  if (sha256 === model.sha256) return;
  const remedy =
    packId === 'builtin' ? 'Delete the folder; it is made again at start.' : 'Put the file in place again.';
  if (sha256 === undefined) {
    throw new PackError('pack.file_missing', { path, message: `The model pack lacks ${path}. ${remedy}` });
  }
  const message = `${path} has SHA-256 ${sha256}, its manifest says ${model.sha256}. ${remedy}`;
  throw new PackError('pack.file_damaged', { path, message });
}
