import { expect, test } from 'vitest';
import type { QualityInput } from './assess-quality.ts';
import { assessQuality, overallQuality, qualityThreshold } from './assess-quality.ts';
import type { RgbImage } from './rgb-image.ts';

/** Texture with an edge every four pixels, between two greys. */
function chip(dark: number, bright: number, shade = 1): RgbImage {
  const data = new Uint8Array(112 * 112 * 3);
  for (let i = 0; i < 112 * 112; i++) {
    const x = i % 112;
    const value = (Math.floor(x / 4) + Math.floor(i / 448)) % 2 === 0 ? dark : bright;
    data.fill(x < 56 ? value * shade : value, i * 3, i * 3 + 3);
  }
  return { width: 112, height: 112, data };
}

const good: QualityInput = {
  picture: { width: 480, height: 640 },
  chip: chip(90, 150),
  box: { x: 150, y: 220, width: 180, height: 200 },
  points: [
    { x: 280, y: 290 },
    { x: 200, y: 290 },
    { x: 240, y: 330 },
    { x: 270, y: 370 },
    { x: 210, y: 370 },
  ],
  pose: { yaw: 2, pitch: -4, roll: 1 },
  eyesOpen: { left: 0.98, right: 0.97 },
  faces: 1,
};

test('a near, sharp, frontal, evenly lit face alone in the middle is good', () => {
  const components = assessQuality(good);
  expect(components.filter(({ ok }) => !ok)).toEqual([]);
  expect(overallQuality(components)).toBeGreaterThan(80);
});

test.each([
  ['pose', { pose: { yaw: 22, pitch: 0, roll: 0 } }],
  ['eyes-open', { eyesOpen: { left: 0.9, right: 0.1 } }],
  ['single-face', { faces: 2 }],
  ['brightness', { chip: chip(20, 50) }],
  ['brightness', { chip: chip(215, 250) }],
  ['contrast', { chip: chip(120, 132) }],
  ['evenness', { chip: chip(90, 150, 0.25) }],
  ['centred', { box: { x: 0, y: 0, width: 120, height: 140 } }],
] as const)('%s alone makes a picture poor', (name, change) => {
  const components = assessQuality({ ...good, ...change });
  expect(components.filter(({ ok }) => !ok).map((component) => component.name)).toContain(name);
  expect(overallQuality(components)).toBeLessThan(qualityThreshold);
});

test('a blurred face is not sharp', () => {
  const blurred = chip(90, 150);
  for (let round = 0; round < 12; round++) {
    for (let i = 3; i < blurred.data.length; i++)
      blurred.data[i] = ((blurred.data[i] ?? 0) + (blurred.data[i - 3] ?? 0)) / 2;
  }
  expect(assessQuality({ ...good, chip: blurred }).find(({ name }) => name === 'sharpness')?.ok).toBe(false);
});

test('what was not measured is left out', () => {
  const names = assessQuality({ ...good, pose: null, eyesOpen: null }).map(({ name }) => name);
  expect(names).not.toContain('pose');
  expect(names).not.toContain('eyes-open');
});
