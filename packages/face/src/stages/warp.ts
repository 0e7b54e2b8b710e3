import type { RgbImage } from './rgb-image.ts';
import { shrinkImage } from './shrink-image.ts';
import type { Similarity } from './similarity.ts';
import { similarityScale } from './similarity.ts';

/**
 * Draws a `width`×`height` picture whose pixel (x, y) shows the source at `toSource(x, y)`, bilinear, black outside.
 * Where the source is more than twice as fine, the region is averaged down first so that nothing aliases.
 */
export function warp(image: RgbImage, target: WarpTarget): RgbImage {
  const factor = Math.floor(similarityScale(target.toSource) + 1e-6);
  if (factor < 2) return warpBilinear(image, target);
  const bounds = sourceBounds(image, target, factor);
  if (bounds === null) return blank(target);
  const shrunk = shrinkImage(image, { ...bounds, factor });
  const { a, b, tx, ty } = target.toSource;
  const offset = (factor - 1) / 2;
  const toSource = {
    a: a / factor,
    b: b / factor,
    tx: (tx - bounds.left - offset) / factor,
    ty: (ty - bounds.top - offset) / factor,
  };
  return warpBilinear(shrunk, { ...target, toSource });
}

export type WarpTarget = { readonly width: number; readonly height: number; readonly toSource: Similarity };

function blank(target: WarpTarget): RgbImage {
  return { width: target.width, height: target.height, data: new Uint8Array(target.width * target.height * 3) };
}

/** The part of the source that the target shows, with a margin, clipped to the picture; null when none of it is inside. */
function sourceBounds(
  image: RgbImage,
  target: WarpTarget,
  factor: number,
): { left: number; top: number; right: number; bottom: number } | null {
  const { a, b, tx, ty } = target.toSource;
  const xs = [tx, tx + a * target.width, tx - b * target.height, tx + a * target.width - b * target.height];
  const ys = [ty, ty + b * target.width, ty + a * target.height, ty + b * target.width + a * target.height];
  const margin = 2 * similarityScale(target.toSource);
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
  const right = Math.min(image.width, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(image.height, Math.ceil(Math.max(...ys) + margin));
  return Math.min(right - left, bottom - top) < factor ? null : { left, top, right, bottom };
}

/**
 * The same without averaging first, for models trained on crops that were made so.
 *
 * Weights are 8-bit fixed point: exact enough for 8-bit pixels, and whole numbers keep the loop fast. One flat loop for the
 * same reason: this is the hottest code outside the models.
 */
export function warpBilinear(image: RgbImage, target: WarpTarget): RgbImage {
  const out = blank(target);
  const to = out.data;
  const { data, width } = image;
  const { a, b, tx, ty } = target.toSource;
  const stride = width * 3;
  const lastX = width - 1;
  const lastY = image.height - 1;
  const pixels = target.width * target.height;
  for (let i = 0, x = 0, y = 0, o = 0; i < pixels; i++, o += 3) {
    const sx = a * x - b * y + tx;
    const sy = b * x + a * y + ty;
    if (++x === target.width) {
      x = 0;
      y++;
    }
    if (sx < 0 || sy < 0 || sx >= lastX || sy >= lastY) continue;
    const left = sx | 0;
    const top = sy | 0;
    const fx = ((sx - left) * 256) | 0;
    const fy = ((sy - top) * 256) | 0;
    const w11 = fx * fy;
    const w10 = (fx << 8) - w11;
    const w01 = (fy << 8) - w11;
    const w00 = 65536 - w10 - w01 - w11;
    const p = top * stride + left * 3;
    const q = p + stride;
    to[o] = (at(data, p) * w00 + at(data, p + 3) * w10 + at(data, q) * w01 + at(data, q + 3) * w11) >>> 16;
    to[o + 1] = (at(data, p + 1) * w00 + at(data, p + 4) * w10 + at(data, q + 1) * w01 + at(data, q + 4) * w11) >>> 16;
    to[o + 2] = (at(data, p + 2) * w00 + at(data, p + 5) * w10 + at(data, q + 2) * w01 + at(data, q + 5) * w11) >>> 16;
  }
  return out;
}

/** Indices are inside by the caller's check; the compiler inlines this. */
function at(data: Uint8Array, index: number): number {
  return data[index] ?? 0;
}
