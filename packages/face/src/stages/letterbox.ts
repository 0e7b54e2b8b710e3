import type { ModelInput } from '../manifest.ts';
import type { RgbImage } from './rgb-image.ts';
import { warp } from './warp.ts';

/** A picture fitted into a detector's input: `source = letterboxed × scale`, padded with black at the right and bottom. */
export type Letterbox = { readonly image: RgbImage; readonly scale: number };

/**
 * Fits the picture into the input. A fully convolutional detector (`multiple` > 1) gets no more padding than the next
 * multiple, so that an upright phone picture costs three quarters of a square; others get the whole input.
 */
export function letterbox(image: RgbImage, input: ModelInput, multiple: number): Letterbox {
  const scale = Math.max(image.width / input.width, image.height / input.height);
  const width = multiple > 1 ? roundUp(image.width / scale, multiple) : input.width;
  const height = multiple > 1 ? roundUp(image.height / scale, multiple) : input.height;
  // Pixel centres: an output pixel covers `scale` source pixels, whose middle lies (scale − 1) / 2 in.
  const shift = (scale - 1) / 2;
  return { image: warp(image, { width, height, toSource: { a: scale, b: 0, tx: shift, ty: shift } }), scale };
}

function roundUp(value: number, multiple: number): number {
  return Math.max(multiple, Math.ceil(Math.round(value) / multiple) * multiple);
}
