import { expect, test } from 'vitest';
import { passiveRegion, softmax } from './judge-passive.ts';

const picture = { width: 480, height: 640 };

test('the region keeps its size and is pushed back inside the picture', () => {
  const region = passiveRegion({ x: 10, y: 300, width: 100, height: 120 }, picture, 2.7);
  expect(region).toEqual({ x: 0, y: 360 - 162, width: 324, height: 324 });
});

test('a region larger than the picture is cut to it', () => {
  expect(passiveRegion({ x: 100, y: 100, width: 300, height: 300 }, picture, 4).width).toBe(480);
});

test('softmax sums to one and survives large numbers', () => {
  const shares = softmax(new Float32Array([1000, 999, -1000]));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  expect(shares[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 5);
});
