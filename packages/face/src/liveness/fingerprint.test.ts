import { createRandom } from '@anzai/testkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../stages/rgb-image.ts';
import { fingerprintDistance, fingerprintFrame, isSameFrame } from './fingerprint.ts';

/** Soft spots of light and dark: detail of the size that a face and a room have. */
function paint(seed: number, shiftX = 0): RgbImage {
  const random = createRandom(seed);
  const spots = Array.from({ length: 60 }, () => ({
    x: random.between(0, 480),
    y: random.between(0, 640),
    radius: random.between(15, 60),
    strength: random.between(-60, 60),
  }));
  const data = new Uint8Array(480 * 640 * 3);
  for (let i = 0; i < 480 * 640; i++) {
    let value = 120 + random.between(-3, 3);
    for (const spot of spots) {
      const distance2 = (((i % 480) - shiftX - spot.x) ** 2 + (Math.floor(i / 480) - spot.y) ** 2) / spot.radius ** 2;
      if (distance2 < 6) value += spot.strength * Math.exp(-distance2);
    }
    data.fill(Math.max(0, Math.min(255, value)), i * 3, i * 3 + 3);
  }
  return { width: 480, height: 640, data };
}

async function encodeAgain(image: RgbImage, { scale, quality }: { scale: number; quality: number }): Promise<RgbImage> {
  const { width, height, data } = image;
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(Math.round(width * scale), Math.round(height * scale))
    .jpeg({ quality })
    .toBuffer();
  const raw = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return { width: raw.info.width, height: raw.info.height, data: new Uint8Array(raw.data) };
}

function flip({ width, height, data }: RgbImage): RgbImage {
  const flipped = new Uint8Array(data.length);
  for (let i = 0; i < width * height; i++) {
    const from = (Math.floor(i / width) * width + width - 1 - (i % width)) * 3;
    flipped.set(data.subarray(from, from + 3), i * 3);
  }
  return { width, height, data: flipped };
}

describe('fingerprintFrame', () => {
  const image = paint(1);
  const fingerprint = fingerprintFrame(image);

  it.each([
    { scale: 1, quality: 60 },
    { scale: 0.9, quality: 75 },
    { scale: 1.1, quality: 85 },
  ])('knows a frame again that was encoded at scale $scale and quality $quality', async (how) => {
    expect(isSameFrame(fingerprint, fingerprintFrame(await encodeAgain(image, how)))).toBe(true);
  });

  it('knows a mirrored frame again', () => {
    const mirrored = fingerprintFrame(flip(image));
    expect(fingerprintDistance(fingerprint, mirrored)).toBeGreaterThan(40);
    expect(isSameFrame(fingerprint, mirrored)).toBe(true);
  });

  it('tells a frame from one in which everything moved by a few pixels', () => {
    expect(isSameFrame(fingerprint, fingerprintFrame(paint(1, 12)))).toBe(false);
  });

  it('tells frames of different places far apart', () => {
    expect(fingerprintDistance(fingerprint, fingerprintFrame(paint(2)))).toBeGreaterThan(60);
  });
});
