import { expect, test } from 'vitest';
import { letterbox } from './letterbox.ts';
import type { RgbImage } from './rgb-image.ts';
import { shrinkImage } from './shrink-image.ts';
import { mirrorImage, toTensor } from './to-tensor.ts';
import { warp } from './warp.ts';

/** Red grows to the right, green downwards, so that a pixel tells where it came from. */
function ramp(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([2 * x, 2 * y, 7], (y * width + x) * 3);
  }
  return { width, height, data };
}

function pixel(image: RgbImage, x: number, y: number): number[] {
  return [...image.data.subarray((y * image.width + x) * 3, (y * image.width + x) * 3 + 3)];
}

test('warp without a map copies, and leaves black what lies outside', () => {
  const image = ramp(20, 10);
  const copy = warp(image, { width: 24, height: 10, toSource: { a: 1, b: 0, tx: 0, ty: 0 } });
  expect(pixel(copy, 5, 4)).toEqual([10, 8, 7]);
  expect(pixel(copy, 22, 4)).toEqual([0, 0, 0]);
});

test('warp blends between pixels', () => {
  const half = warp(ramp(20, 10), { width: 4, height: 4, toSource: { a: 1, b: 0, tx: 3.5, ty: 2.5 } });
  expect(pixel(half, 1, 1)).toEqual([9, 7, 7]);
});

test('warp by a quarter turn brings the left column to the top row', () => {
  const turned = warp(ramp(20, 10), { width: 8, height: 8, toSource: { a: 0, b: 1, tx: 9, ty: 0 } });
  // Output (x, y) shows source (9 − y, x).
  expect(pixel(turned, 3, 2)).toEqual([14, 6, 7]);
});

test('warp averages a source that is much finer than the target, at the same place', () => {
  const image = ramp(120, 120);
  const small = warp(image, { width: 20, height: 20, toSource: { a: 4, b: 0, tx: 10, ty: 6 } });
  const [red = 0, green = 0] = pixel(small, 5, 5);
  expect(Math.abs(red - 2 * 30)).toBeLessThanOrEqual(1);
  expect(Math.abs(green - 2 * 26)).toBeLessThanOrEqual(1);
});

test.each([2, 3])('shrinking by %i gives the mean of each block, rounded', (factor) => {
  const image = ramp(24, 12);
  const small = shrinkImage(image, { left: 0, top: 0, right: 24, bottom: 12, factor });
  expect([small.width, small.height]).toEqual([Math.floor(24 / factor), Math.floor(12 / factor)]);
  const [red, green] = pixel(small, 2, 1);
  expect(red).toBe(Math.round(2 * (2 * factor + (factor - 1) / 2)));
  expect(green).toBe(Math.round(2 * (factor + (factor - 1) / 2)));
});

test('letterbox fits by a whole factor and pads to the multiple only', () => {
  const input = { width: 320, height: 320 };
  const boxed = letterbox(ramp(480, 640), input, 32);
  expect([boxed.image.width, boxed.image.height, boxed.scale, boxed.shift]).toEqual([256, 320, 2, 0.5]);
  expect(letterbox(ramp(480, 640), input, 1).image.width).toBe(320);
});

test('a tensor holds the channels in the order, layout and scale of the input', () => {
  const image = { width: 2, height: 1, data: new Uint8Array([10, 20, 30, 40, 50, 60]) };
  const planar = toTensor(image, {
    width: 2,
    height: 1,
    order: 'bgr',
    layout: 'nchw',
    scale: 10,
    mean: [1, 0, 0],
    std: [1, 2, 1],
  });
  // Blue first with mean 1, then green over 2, then red.
  expect([...planar]).toEqual([2, 5, 1, 2.5, 1, 4]);
  const pixelwise = toTensor(image, {
    width: 2,
    height: 1,
    order: 'rgb',
    layout: 'nhwc',
    scale: 1,
    mean: [0, 0, 0],
    std: [1, 1, 1],
  });
  expect([...pixelwise]).toEqual([10, 20, 30, 40, 50, 60]);
});

test('a mirror image is mirrored, twice is the picture itself', () => {
  const image = ramp(5, 3);
  expect(pixel(mirrorImage(image), 0, 1)).toEqual(pixel(image, 4, 1));
  expect(mirrorImage(mirrorImage(image)).data).toEqual(image.data);
});
