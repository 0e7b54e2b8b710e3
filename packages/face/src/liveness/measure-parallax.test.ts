import { createRandom } from '@anzai/testkit';
import { describe, expect, it } from 'vitest';
import { fitParallax } from './measure-parallax.ts';
import type { FeaturePair } from './track-features.ts';

/** A face as a dome with a nose on it, pixels; nearer is smaller. */
function depthAt(x: number, y: number): number {
  return 0.004 * (x * x + y * y) - 45 * Math.exp(-((x / 18) ** 2 + ((y - 10) / 25) ** 2));
}

type Move = (x: number, y: number, depth: number) => { x: number; y: number };

function makePairs(move: Move): FeaturePair[] {
  const random = createRandom(8);
  return Array.from({ length: 90 }, () => {
    const x = random.between(-80, 80);
    const y = random.between(-90, 90);
    const depth = depthAt(x, y);
    const to = move(x, y, depth);
    const seen = { x: 240 + to.x + 0.3 * random.normal(), y: 300 + to.y + 0.3 * random.normal() };
    return { from: { x: 240 + x, y: 300 + y }, depth, to: seen, likeness: 0.95 };
  });
}

const TURN = (18 * Math.PI) / 180;

/** A turned sheet in perspective, seen from 600 pixels. */
function turnSheet(x: number, y: number, z = 0): { x: number; y: number } {
  const away = 1 + (x * Math.sin(TURN) + z * Math.cos(TURN)) / 600;
  return { x: (x * Math.cos(TURN) - z * Math.sin(TURN)) / away, y: y / away };
}

describe('fitParallax', () => {
  it('finds the sine of the turn in the movement of a solid face', () => {
    const parallax = fitParallax(
      makePairs((x, y, z) => turnSheet(x, y, z)),
      150,
    );
    expect(-(parallax?.x ?? 0)).toBeGreaterThan(0.8 * Math.sin(TURN));
    expect(-(parallax?.x ?? 0)).toBeLessThan(1.2 * Math.sin(TURN));
  });

  it('finds none in a flat sheet, however it is turned', () => {
    const parallax = fitParallax(
      makePairs((x, y) => turnSheet(x, y)),
      150,
    );
    expect(Math.abs(parallax?.x ?? 1)).toBeLessThan(0.03);
    expect(Math.abs(parallax?.y ?? 1)).toBeLessThan(0.03);
  });

  it('finds hardly any in a sheet that is bent round the face', () => {
    const parallax = fitParallax(
      makePairs((x, y) => turnSheet(x, y, 0.006 * x * x)),
      150,
    );
    expect(Math.abs(parallax?.x ?? 1)).toBeLessThan(0.05);
  });

  it('is not misled by a tenth of the features being mistaken for others', () => {
    const random = createRandom(4);
    const pairs = makePairs((x, y, z) => turnSheet(x, y, z)).map((pair, index) =>
      index % 10 === 0
        ? { ...pair, to: { x: pair.to.x + random.between(-9, 9), y: pair.to.y + random.between(-9, 9) } }
        : pair,
    );
    expect(-(fitParallax(pairs, 150)?.x ?? 0) / Math.sin(TURN)).toBeCloseTo(1, 0);
  });

  it('says nothing of too few features', () => {
    expect(fitParallax(makePairs((x, y, z) => turnSheet(x, y, z)).slice(0, 10), 150)).toBeNull();
  });
});
