import { readFile } from 'node:fs/promises';
import type { FacePool } from '../pool.ts';
import type { EvaluatedImage } from './list-people.ts';

export type Described = { readonly person: string; readonly vector: Float32Array };
export type Description = {
  readonly described: readonly Described[];
  /** Paths of the pictures in which no face could be described. */
  readonly failed: readonly string[];
};

/** Describes every picture by the pool's workers; the face nearest the middle counts. */
export async function describePeople(
  images: readonly EvaluatedImage[],
  pool: FacePool,
  onProgress: (done: number) => void,
): Promise<Description> {
  const vectors: (Float32Array | null)[] = images.map(() => null);
  let next = 0;
  let done = 0;
  const takeTurns = async (): Promise<void> => {
    for (let index = next++; index < images.length; index = next++) {
      vectors[index] = await describeOne(images[index]?.path ?? '', pool);
      done += 1;
      if (done % 500 === 0) onProgress(done);
    }
  };
  // Two at hand for each worker, so that none waits for a file to be read.
  await Promise.all(Array.from({ length: pool.threads * 2 }, takeTurns));
  const described: Described[] = [];
  const failed: string[] = [];
  for (const [index, { person, path }] of images.entries()) {
    const vector = vectors[index];
    if (vector) described.push({ person, vector });
    else failed.push(path);
  }
  return { described, failed };
}

async function describeOne(path: string, pool: FacePool): Promise<Float32Array | null> {
  const image = new Uint8Array(await readFile(path));
  const result = await pool.submit({ kind: 'picture', image, pick: 'centre', want: 'template' });
  if ('outcome' in result) {
    if (result.code.startsWith('image.')) return null;
    throw new Error(`${path}: ${result.code}: ${result.detail}`);
  }
  return result.kind === 'picture' ? result.embedding : null;
}
