import type { RgbImage } from './rgb-image.ts';
import { shrinkImage } from './shrink-image.ts';

/** A picture fitted into a detector's input; a point at x there lies at `x × scale + shift` in the source, y likewise. */
export type Letterbox = { readonly image: RgbImage; readonly scale: number; readonly shift: number };

/**
 * Fits the picture into the input by a whole factor, which averages pixels exactly and costs least, with black at the
 * right and bottom. A fully convolutional detector (`multiple` > 1) gets no more padding than to the next multiple, so
 * that an upright phone picture costs three quarters of a square; others get the whole input.
 */
export function letterbox(image: RgbImage, input: { width: number; height: number }, multiple: number): Letterbox {
  const scale = Math.max(1, Math.ceil(image.width / input.width), Math.ceil(image.height / input.height));
  const whole = { left: 0, top: 0, right: image.width, bottom: image.height, factor: scale };
  const fitted = scale === 1 ? image : shrinkImage(image, whole);
  const width = multiple > 1 ? roundUp(fitted.width, multiple) : input.width;
  const height = multiple > 1 ? roundUp(fitted.height, multiple) : input.height;
  // Pixel centres: an output pixel covers `scale` source pixels, whose middle lies (scale − 1) / 2 in.
  return { image: pad(fitted, width, height), scale, shift: (scale - 1) / 2 };
}

function pad(image: RgbImage, width: number, height: number): RgbImage {
  if (image.width === width && image.height === height) return image;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < image.height; y++) {
    data.set(image.data.subarray(y * image.width * 3, (y + 1) * image.width * 3), y * width * 3);
  }
  return { width, height, data };
}

function roundUp(value: number, multiple: number): number {
  return Math.max(multiple, Math.ceil(value / multiple) * multiple);
}
