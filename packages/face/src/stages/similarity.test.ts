import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applySimilarity, fitSimilarity, invertSimilarity, similarityScale, squareToSource } from './similarity.ts';

const number = fc.double({ min: -500, max: 500, noNaN: true });
const point = fc.record({ x: number, y: number });
const map = fc.record({ a: fc.double({ min: 0.1, max: 4, noNaN: true }), b: number, tx: number, ty: number });

test('the fit finds the very map that moved the points', () => {
  fc.assert(
    fc.property(map, point, (truth, start) => {
      const from = [start, { x: start.x + 40, y: start.y }, { x: start.x + 20, y: start.y + 55 }];
      const to = from.map((one) => applySimilarity(truth, one));
      const found = fitSimilarity(from, to);
      for (const [index, one] of from.entries()) {
        const moved = applySimilarity(found, one);
        expect(Math.hypot(moved.x - to[index]!.x, moved.y - to[index]!.y)).toBeLessThan(
          1e-6 * (1 + Math.abs(truth.b) * 1000),
        );
      }
    }),
  );
});

test('the fit of noisy points is no worse than a neighbouring map', () => {
  const from = [
    { x: 0, y: 0 },
    { x: 10, y: 1 },
    { x: 4, y: 12 },
    { x: 9, y: 9 },
  ];
  const to = [
    { x: 3, y: 5 },
    { x: 22, y: 9 },
    { x: 9, y: 30 },
    { x: 21, y: 24 },
  ];
  const found = fitSimilarity(from, to);
  const error = (map: typeof found): number =>
    from.reduce((sum, one, index) => {
      const moved = applySimilarity(map, one);
      return sum + (moved.x - to[index]!.x) ** 2 + (moved.y - to[index]!.y) ** 2;
    }, 0);
  for (const key of ['a', 'b', 'tx', 'ty'] as const) {
    for (const step of [-0.01, 0.01])
      expect(error({ ...found, [key]: found[key] + step })).toBeGreaterThan(error(found));
  }
});

test('a map and its inverse lead back', () => {
  const truth = { a: 1.2, b: -0.7, tx: 31, ty: -8 };
  const there = applySimilarity(truth, { x: 17, y: 90 });
  const back = applySimilarity(invertSimilarity(truth), there);
  expect(back.x).toBeCloseTo(17, 9);
  expect(back.y).toBeCloseTo(90, 9);
});

test('points that coincide have no fit', () => {
  const same = [
    { x: 1, y: 1 },
    { x: 1, y: 1 },
  ];
  expect(() => fitSimilarity(same, same)).toThrow('coincide');
});

test('a square region maps its middle to its centre and its upper edge along the roll', () => {
  const region = { centre: { x: 100, y: 60 }, side: 384, rollDegrees: 90 };
  const toSource = squareToSource(region, 192);
  expect(similarityScale(toSource)).toBeCloseTo(2, 9);
  expect(applySimilarity(toSource, { x: 96, y: 96 })).toEqual({ x: expect.closeTo(100, 9), y: expect.closeTo(60, 9) });
  // Rolled by a quarter clockwise, what is to the right on the crop is below in the source.
  expect(applySimilarity(toSource, { x: 192, y: 96 })).toEqual({
    x: expect.closeTo(100, 9),
    y: expect.closeTo(252, 9),
  });
});
