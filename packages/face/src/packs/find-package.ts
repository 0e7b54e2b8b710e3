import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isNotFound } from './hash-file.ts';
import { PackError } from './pack-error.ts';

const PackageJson = z.object({ version: z.string() });

export type InstalledPackage = { readonly folder: string; readonly version: string };

/** Where an npm package lies, for one whose `exports` do not let its own files be resolved. Throws `PackError`. */
export async function getPackage(name: string): Promise<InstalledPackage> {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    const version = await findVersion(candidate);
    if (version !== undefined) return { folder: candidate, version };
    if (dirname(folder) === folder) break;
  }
  const message = `The npm package ${name} is not installed. Run "npm install" in the product's folder.`;
  throw new PackError('pack.source_missing', { path: name, message });
}

async function findVersion(folder: string): Promise<string | undefined> {
  try {
    return PackageJson.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))).version;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
