import type { ModelInput } from '../manifest.ts';
import type { RgbImage } from './rgb-image.ts';

/** Pixels as a model wants them: `(value / scale − mean) / std` a channel, in the input's order and layout, batch of one. */
export function toTensor(image: RgbImage, input: ModelInput): Float32Array {
  const pixels = image.width * image.height;
  const tensor = new Float32Array(pixels * 3);
  const planar = input.layout === 'nchw';
  for (let channel = 0; channel < 3; channel++) {
    const source = input.order === 'rgb' ? channel : 2 - channel;
    const table = valueTable(input, channel);
    const start = planar ? channel * pixels : channel;
    const step = planar ? 1 : 3;
    for (let i = 0, p = source, o = start; i < pixels; i++, p += 3, o += step) {
      tensor[o] = table[image.data[p] ?? 0] ?? 0;
    }
  }
  return tensor;
}

/** Dimensions of the tensor of `toTensor`. */
export function tensorDims(image: RgbImage, input: ModelInput): readonly number[] {
  return input.layout === 'nchw' ? [1, 3, image.height, image.width] : [1, image.height, image.width, 3];
}

/** The same picture as seen in a mirror. */
export function mirrorImage(image: RgbImage): RgbImage {
  const { width, height } = image;
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3;
      const to = (y * width + width - 1 - x) * 3;
      data[to] = image.data[from] ?? 0;
      data[to + 1] = image.data[from + 1] ?? 0;
      data[to + 2] = image.data[from + 2] ?? 0;
    }
  }
  return { width, height, data };
}

const tables = new WeakMap<ModelInput, readonly Float32Array[]>();

/** The 256 values that a byte can become; made once for each input, which is never changed. */
function valueTable(input: ModelInput, channel: number): Float32Array {
  const made = tables.get(input) ?? [0, 1, 2].map((one) => makeTable(input, one));
  tables.set(input, made);
  return made[channel] ?? new Float32Array(256);
}

function makeTable(input: ModelInput, channel: number): Float32Array {
  const mean = input.mean[channel] ?? 0;
  const std = input.std[channel] ?? 1;
  return Float32Array.from({ length: 256 }, (_, value) => (value / input.scale - mean) / std);
}
