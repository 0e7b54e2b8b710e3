import type { Box } from '../api.ts';
import type { Model } from '../models.ts';
import { firstOutput } from '../models.ts';
import type { RgbImage } from './rgb-image.ts';
import { tensorDims, toTensor } from './to-tensor.ts';
import { warpBilinear } from './warp.ts';

/** Probability (0..1) that the face is no print and no screen, the mean over the pack's models; null when it has none. */
export async function judgePassive(image: RgbImage, box: Box, pad: readonly Model[]): Promise<number | null> {
  if (pad.length === 0) return null;
  let sum = 0;
  for (const model of pad) sum += await judgeOne(image, box, model);
  return sum / pad.length;
}

async function judgeOne(image: RgbImage, box: Box, model: Model): Promise<number> {
  const { input, output, cropScale } = model.entry;
  const region = passiveRegion(box, image, cropScale ?? 1);
  const scale = { x: region.width / input.width, y: region.height / input.height };
  const toSource = { a: scale.x, b: 0, tx: region.x + (scale.x - 1) / 2, ty: region.y + (scale.y - 1) / 2 };
  // As the models' makers cut theirs: an averaged crop is softer than anything they were trained on.
  const crop = warpBilinear(image, { width: input.width, height: input.height, toSource });
  const logits = firstOutput(await model.run(toTensor(crop, input), tensorDims(crop, input)));
  return softmax(logits)[output.liveIndex ?? 1] ?? 0;
}

/**
 * The square that MiniFASNet is shown: `scale` times the face box, no larger than the picture, and pushed back inside
 * where it would stand out.
 */
export function passiveRegion(box: Box, picture: { width: number; height: number }, scale: number): Box {
  const side = Math.min(Math.max(box.width, box.height) * scale, picture.width, picture.height);
  const x = box.x + box.width / 2 - side / 2;
  const y = box.y + box.height / 2 - side / 2;
  return {
    x: Math.min(Math.max(0, x), picture.width - side),
    y: Math.min(Math.max(0, y), picture.height - side),
    width: side,
    height: side,
  };
}

export function softmax(logits: Float32Array): Float32Array {
  const most = logits.reduce((max, value) => Math.max(max, value), -Infinity);
  const powers = logits.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}
