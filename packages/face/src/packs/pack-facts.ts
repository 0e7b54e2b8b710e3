import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CalibrationSchema, PackManifest } from '../manifest.ts';
import type { SelfTest } from './self-test.ts';
import { isNotFound } from './hash-file.ts';

const CALIBRATIONS_FOLDER = join(import.meta.dirname, 'calibrations');
const SELF_TESTS_FILE = join(import.meta.dirname, 'self-tests.json');

/** The measured error rates that ship with the product for one of its packs; null until they have been measured. */
export async function findCalibration(packId: string): Promise<PackManifest['calibration']> {
  try {
    const text = await readFile(join(CALIBRATIONS_FOLDER, `${packId}.json`), 'utf8');
    return CalibrationSchema.parse(JSON.parse(text));
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** The recorded self-tests of the given model files. */
export async function readSelfTests(files: readonly string[]): Promise<SelfTest[]> {
  const tests = PackManifest.shape.selfTest.parse(JSON.parse(await readFile(SELF_TESTS_FILE, 'utf8')));
  return tests.filter((test) => files.includes(test.file));
}
