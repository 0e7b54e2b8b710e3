import { createRandom } from '@anzai/testkit';
import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../stages/rgb-image.ts';
import { LINEAR_FROM_SRGB } from './linear-light.ts';
import { measureFrame } from './measure-frame.ts';

function fillImage(colourAt: (x: number, y: number) => readonly [number, number, number]): RgbImage {
  const data = new Uint8Array(480 * 640 * 3);
  for (let i = 0; i < 480 * 640; i++) data.set(colourAt(i % 480, Math.floor(i / 480)), i * 3);
  return { width: 480, height: 640, data };
}

/** All points in the middle of the face, the eyes' corners 150 pixels apart. */
function makeMesh(): Float32Array {
  const mesh = new Float32Array(468 * 3);
  for (let i = 0; i < 468; i++) mesh.set([240, 300, 0], i * 3);
  mesh.set([165, 280, 0], 33 * 3);
  mesh.set([315, 280, 0], 263 * 3);
  return mesh;
}

const BOX = { x: 140, y: 180, width: 200, height: 240 };

describe('measureFrame', () => {
  it('measures skin and background in linear light, each where it is', () => {
    const image = fillImage((x, y) => (x >= 140 && x < 340 && y >= 180 && y < 420 ? [200, 150, 120] : [60, 90, 120]));
    const { skin, background } = measureFrame(image, { box: BOX, mesh: makeMesh() });
    expect(skin?.nose.r).toBeCloseTo(LINEAR_FROM_SRGB[200] ?? 0, 5);
    expect(skin?.forehead.b).toBeCloseTo(LINEAR_FROM_SRGB[120] ?? 0, 5);
    expect(background.r).toBeCloseTo(LINEAR_FROM_SRGB[60] ?? 0, 5);
    expect(background.pixels).toBeGreaterThan(500);
  });

  it('gives no skin without a mesh and no patch without a face, but always a fingerprint', () => {
    const measures = measureFrame(
      fillImage(() => [80, 80, 80]),
      { box: null, mesh: null },
    );
    expect(measures.skin).toBeNull();
    expect(measures.patch).toBeNull();
    expect(measures.fingerprint.length).toBe(32);
  });

  it('cuts a patch whose pixels lie where it says they lie in the picture', () => {
    const image = fillImage((x, y) => [0, Math.round(x / 4 + y / 8), 0]);
    const { patch } = measureFrame(image, { box: BOX, mesh: null });
    if (patch === null) throw new Error('no patch');
    for (const [u, v] of [
      [10, 20],
      [96, 96],
      [180, 150],
    ] as const) {
      const x = patch.originX + (u + 0.5) * patch.scale - 0.5;
      const y = patch.originY + (v + 0.5) * patch.scale - 0.5;
      expect(Math.abs((patch.grey[v * patch.size + u] ?? 0) - (x / 4 + y / 8))).toBeLessThan(1.6);
    }
  });

  it('measures the strength of a sensor noise, and none in a drawing', () => {
    const random = createRandom(5);
    const noisy = fillImage(() => {
      const value = 128 + 3 * random.normal();
      return [value, value, value];
    });
    expect(measureFrame(noisy, { box: null, mesh: null }).noise).toBeCloseTo(3, 0);
    expect(
      measureFrame(
        fillImage((x) => [0, x / 4, 0]),
        { box: null, mesh: null },
      ).noise,
    ).toBeLessThan(0.4);
  });

  it('does not stumble over a face that hangs out of the picture', () => {
    const box = { x: -80, y: 560, width: 220, height: 260 };
    expect(
      measureFrame(
        fillImage(() => [90, 90, 90]),
        { box, mesh: makeMesh() },
      ).patch?.grey[0],
    ).toBe(90);
  });
});
