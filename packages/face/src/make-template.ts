import type { EmbedderId, Template } from './api.ts';
import { dot, meanVector } from './stages/embed-face.ts';

export type DescribedFrame = { readonly quality: number; readonly embedding: Float32Array };

/** More frames than this add nothing to the mean. */
const framesMax = 5;

export type MadeTemplate = { readonly template: Template; readonly quality: number };

/**
 * Averages the best of several descriptions of one face; null when one of them is less like the mean than two pictures
 * of one person ever are, which means that they show different people.
 */
export function makeTemplate(
  frames: readonly DescribedFrame[],
  rules: { readonly embedder: EmbedderId; readonly sameFace: number },
): MadeTemplate | null {
  const best = frames.toSorted((left, right) => right.quality - left.quality).slice(0, framesMax);
  const [first] = best;
  if (first === undefined) return null;
  const vector = meanVector(best.map((frame) => frame.embedding));
  if (best.some((frame) => dot(frame.embedding, vector) < rules.sameFace)) return null;
  return { template: { embedder: rules.embedder, vector, frames: best.length }, quality: first.quality };
}
