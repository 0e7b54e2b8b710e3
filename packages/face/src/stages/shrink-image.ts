import type { RgbImage } from './rgb-image.ts';

export type ShrinkRegion = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Whole number ≥ 1: each output pixel is the mean of `factor`×`factor` source pixels. */
  readonly factor: number;
};

/** Averages a region of the picture down by a whole factor. Pixels at the far edges that do not fill a block are dropped. */
export function shrinkImage(image: RgbImage, region: ShrinkRegion): RgbImage {
  const { factor } = region;
  const width = Math.floor((region.right - region.left) / factor);
  const height = Math.floor((region.bottom - region.top) / factor);
  if (width < 1 || height < 1) throw new RangeError('shrinkImage: the region is smaller than one block');
  const data = new Uint8Array(width * height * 3);
  if (factor === 2) {
    halve(image, region, { width, height, data });
    return { width, height, data };
  }
  const sums = new Uint32Array(width * 3);
  const half = (factor * factor) >> 1;
  // A product with the reciprocal, rounded up, divides exactly for any sum that blocks up to 16×16 can have.
  const reciprocal = 1 / (factor * factor) + 1e-9;
  for (let y = 0; y < height; y++) {
    sums.fill(half);
    for (let row = 0; row < factor; row++) {
      addRow(image.data, sums, { from: ((region.top + y * factor + row) * image.width + region.left) * 3, factor });
    }
    const at = y * width * 3;
    for (let i = 0; i < sums.length; i++) data[at + i] = (sums[i] ?? 0) * reciprocal;
  }
  return { width, height, data };
}

/** The ordinary case for a camera's frames, and twice as fast without the inner loop. */
function halve(image: RgbImage, region: ShrinkRegion, out: RgbImage): void {
  const from = image.data;
  const to = out.data;
  const stride = image.width * 3;
  let o = 0;
  for (let y = 0; y < out.height; y++) {
    let p = (region.top + 2 * y) * stride + region.left * 3;
    for (let x = 0; x < out.width; x++, p += 6, o += 3) {
      const q = p + stride;
      to[o] = (byte(from, p) + byte(from, p + 3) + byte(from, q) + byte(from, q + 3) + 2) >> 2;
      to[o + 1] = (byte(from, p + 1) + byte(from, p + 4) + byte(from, q + 1) + byte(from, q + 4) + 2) >> 2;
      to[o + 2] = (byte(from, p + 2) + byte(from, p + 5) + byte(from, q + 2) + byte(from, q + 5) + 2) >> 2;
    }
  }
}

/** Indices are inside by construction; the compiler inlines this. */
function byte(data: Uint8Array, index: number): number {
  return data[index] ?? 0;
}

function addRow(data: Uint8Array, sums: Uint32Array, row: { readonly from: number; readonly factor: number }): void {
  const { factor } = row;
  let p = row.from;
  for (let i = 0; i < sums.length; i += 3) {
    let r = sums[i] ?? 0;
    let g = sums[i + 1] ?? 0;
    let b = sums[i + 2] ?? 0;
    for (let column = 0; column < factor; column++) {
      r += data[p] ?? 0;
      g += data[p + 1] ?? 0;
      b += data[p + 2] ?? 0;
      p += 3;
    }
    sums[i] = r;
    sums[i + 1] = g;
    sums[i + 2] = b;
  }
}
