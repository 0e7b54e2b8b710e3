import sharp from 'sharp';
import { createRandom } from './seeded-random.ts';

export type Sensor = {
  /** 1 is a phone in a lit room, 3 a poor one in the dark, 0 a drawing. */
  readonly noise: number;
  /** JPEG quality, 1..100. */
  readonly quality: number;
};

const GAUSS_SIZE = 1 << 16;
const gauss = makeGauss();

/** Exposes, adds a sensor's noise (read and shot), and turns linear light into sRGB bytes. */
export function exposeFrame(
  light: Float32Array,
  {
    gain,
    noise,
    seed,
  }: { readonly gain: readonly [number, number, number]; readonly noise: number; readonly seed: number },
): Uint8Array {
  const random = createRandom(seed);
  const bytes = new Uint8Array(light.length);
  let at = random.below(GAUSS_SIZE);
  for (let i = 0; i < light.length; i++) {
    if (i % 1440 === 0) at = random.below(GAUSS_SIZE);
    const value = (light[i] ?? 0) * gain[(i % 3) as 0 | 1 | 2];
    const sigma = noise * Math.sqrt(4e-6 + 6e-5 * value);
    const exposed = value + sigma * (gauss[at++ & (GAUSS_SIZE - 1)] ?? 0);
    bytes[i] = encode[Math.max(0, Math.min(4095, Math.round(exposed * 4095)))] ?? 0;
  }
  return bytes;
}

/** JPEG as a browser's canvas makes it. */
export async function encodeFrame(
  bytes: Uint8Array,
  { width, height, quality }: { readonly width: number; readonly height: number; readonly quality: number },
): Promise<Uint8Array> {
  const jpeg = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
  return new Uint8Array(jpeg);
}

/** The gains a phone's automatics come to: they hold the whole picture near the middle, and lean against its tint. */
export function automaticGain(light: Float32Array): [number, number, number] {
  const sums = [0, 0, 0];
  for (let i = 0; i < light.length; i += 30) {
    for (let c = 0; c < 3; c++) sums[c] = (sums[c] ?? 0) + (light[i + c] ?? 0);
  }
  const count = light.length / 30;
  const means = sums.map((sum) => Math.max(1e-4, sum / count)) as [number, number, number];
  const overall = (means[0] + means[1] + means[2]) / 3;
  const exposure = (0.22 / overall) ** 0.7;
  return means.map((mean) => exposure * (overall / mean) ** 0.4) as [number, number, number];
}

const encode = Uint8Array.from({ length: 4096 }, (_, i) => {
  const value = i / 4095;
  return Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055));
});

function makeGauss(): Float32Array {
  const random = createRandom(99);
  return Float32Array.from({ length: GAUSS_SIZE }, () => random.normal());
}
