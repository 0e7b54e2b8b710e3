import type { RgbImage } from './rgb-image.ts';
import { shrinkImage } from './shrink-image.ts';
import type { Similarity } from './similarity.ts';
import { similarityScale } from './similarity.ts';

/**
 * Draws a `width`×`height` picture whose pixel (x, y) shows the source at `toSource(x, y)`, bilinear, black outside.
 * Where the source is more than twice as fine, the region is averaged down first so that nothing aliases.
 */
export function warp(image: RgbImage, target: WarpTarget): RgbImage {
  const factor = Math.floor(similarityScale(target.toSource) + 0.25);
  if (factor < 2) return warpBilinear(image, target);
  const bounds = sourceBounds(image, target);
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
): { left: number; top: number; right: number; bottom: number } | null {
  const { a, b, tx, ty } = target.toSource;
  const xs = [tx, tx + a * target.width, tx - b * target.height, tx + a * target.width - b * target.height];
  const ys = [ty, ty + b * target.width, ty + a * target.height, ty + b * target.width + a * target.height];
  const margin = 2 * similarityScale(target.toSource);
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
  const right = Math.min(image.width, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(image.height, Math.ceil(Math.max(...ys) + margin));
  return right - left < 1 || bottom - top < 1 ? null : { left, top, right, bottom };
}

function warpBilinear(image: RgbImage, target: WarpTarget): RgbImage {
  const out = blank(target);
  const { a, b, tx, ty } = target.toSource;
  const lastX = image.width - 1;
  const lastY = image.height - 1;
  let at = 0;
  for (let y = 0; y < target.height; y++) {
    let sx = tx - b * y;
    let sy = ty + a * y;
    for (let x = 0; x < target.width; x++) {
      if (sx >= 0 && sy >= 0 && sx <= lastX && sy <= lastY) blendFour(image, out.data, { sx, sy, at });
      at += 3;
      sx += a;
      sy += b;
    }
  }
  return out;
}

/** Weights are 8-bit fixed point: exact enough for 8-bit pixels, and integers keep the loop fast. */
function blendFour(image: RgbImage, out: Uint8Array, spot: { sx: number; sy: number; at: number }): void {
  const { data, width, height } = image;
  const x = spot.sx | 0;
  const y = spot.sy | 0;
  const fx = ((spot.sx - x) * 256) | 0;
  const fy = ((spot.sy - y) * 256) | 0;
  const right = x + 1 < width ? 3 : 0;
  const down = y + 1 < height ? width * 3 : 0;
  const p = (y * width + x) * 3;
  const w11 = fx * fy;
  const w10 = (fx << 8) - w11;
  const w01 = (fy << 8) - w11;
  const w00 = 65536 - w10 - w01 - w11;
  for (let c = p, o = spot.at; c < p + 3; c++, o++) {
    const top = (data[c] ?? 0) * w00 + (data[c + right] ?? 0) * w10;
    const bottom = (data[c + down] ?? 0) * w01 + (data[c + down + right] ?? 0) * w11;
    out[o] = (top + bottom + 32768) >>> 16;
  }
}
