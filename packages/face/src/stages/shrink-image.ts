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
  const width = Math.max(1, Math.floor((region.right - region.left) / factor));
  const height = Math.max(1, Math.floor((region.bottom - region.top) / factor));
  const data = new Uint8Array(width * height * 3);
  const sums = new Uint32Array(width * 3);
  const rows = Math.min(factor, region.bottom - region.top);
  const columns = Math.min(factor, region.right - region.left);
  const count = rows * columns;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = 0; row < rows; row++) {
      const from = ((region.top + y * factor + row) * image.width + region.left) * 3;
      addRow(image.data, sums, { from, factor, columns });
    }
    const at = y * width * 3;
    for (let i = 0; i < sums.length; i++) data[at + i] = ((sums[i] ?? 0) + (count >> 1)) / count;
  }
  return { width, height, data };
}

function addRow(
  data: Uint8Array,
  sums: Uint32Array,
  row: { readonly from: number; readonly factor: number; readonly columns: number },
): void {
  const skip = (row.factor - row.columns) * 3;
  let p = row.from;
  for (let i = 0; i < sums.length; i += 3) {
    let r = 0;
    let g = 0;
    let b = 0;
    for (let column = 0; column < row.columns; column++) {
      r += data[p] ?? 0;
      g += data[p + 1] ?? 0;
      b += data[p + 2] ?? 0;
      p += 3;
    }
    p += skip;
    sums[i] = (sums[i] ?? 0) + r;
    sums[i + 1] = (sums[i + 1] ?? 0) + g;
    sums[i + 2] = (sums[i + 2] ?? 0) + b;
  }
}
