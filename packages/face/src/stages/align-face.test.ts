import { expect, test } from 'vitest';
import type { FivePoints } from './align-face.ts';
import { alignmentMap } from './align-face.ts';
import { applySimilarity, invertSimilarity } from './similarity.ts';

const face: FivePoints = [
  { x: 300, y: 200 },
  { x: 220, y: 204 },
  { x: 261, y: 247 },
  { x: 294, y: 294 },
  { x: 230, y: 297 },
];

test('arcface: the person’s left eye comes to lie right of the middle, level with the other', () => {
  const toChip = invertSimilarity(alignmentMap(face, 'arcface-112'));
  const [left, right] = [applySimilarity(toChip, face[0]), applySimilarity(toChip, face[1])];
  expect(left.x).toBeGreaterThan(56);
  expect(right.x).toBeLessThan(56);
  expect(Math.abs(left.y - right.y)).toBeLessThan(2);
});

test('dlib: the nose has no say', () => {
  const moved: FivePoints = [face[0], face[1], { x: 500, y: 500 }, face[3], face[4]];
  expect(alignmentMap(moved, 'dlib-150')).toEqual(alignmentMap(face, 'dlib-150'));
  expect(alignmentMap(moved, 'arcface-112')).not.toEqual(alignmentMap(face, 'arcface-112'));
});
