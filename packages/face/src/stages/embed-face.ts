import type { Model } from '../models.ts';
import { firstOutput } from '../models.ts';
import type { FivePoints } from './align-face.ts';
import { alignFace } from './align-face.ts';
import type { RgbImage } from './rgb-image.ts';
import { mirrorImage, tensorDims, toTensor } from './to-tensor.ts';

/** The L2-normalised description of one face. With `mirror` the face and its mirror image are averaged. */
export async function embedFace(
  image: RgbImage,
  points: FivePoints,
  options: { readonly embedder: Model; readonly mirror: boolean },
): Promise<Float32Array> {
  const { entry } = options.embedder;
  if (entry.alignment !== 'arcface-112' && entry.alignment !== 'dlib-150') {
    throw new Error(`embedFace: the embedder's alignment ${entry.alignment} is not one of a face`);
  }
  const chip = alignFace(image, points, entry.alignment);
  const plain = await embedChip(chip, options.embedder);
  if (!options.mirror) return plain;
  return meanVector([plain, await embedChip(mirrorImage(chip), options.embedder)]);
}

async function embedChip(chip: RgbImage, embedder: Model): Promise<Float32Array> {
  const { input } = embedder.entry;
  return normalise(firstOutput(await embedder.run(toTensor(chip, input), tensorDims(chip, input))));
}

/** Scaled to length one. */
export function normalise(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, vector));
  if (!(norm > 0)) throw new Error('normalise: the vector has no direction');
  return vector.map((value) => value / norm);
}

/** The direction between several unit vectors. */
export function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const [first] = vectors;
  if (first === undefined) throw new Error('meanVector: nothing to average');
  const sum = new Float32Array(first.length);
  for (const vector of vectors) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  return normalise(sum);
}

/** Inner product: the cosine of unit vectors, which is 1 − d²/2 for their Euclidean distance d. */
export function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? 0) * (right[i] ?? 0);
  return sum;
}
