import type { ModelInput, PackManifest } from '../manifest.ts';
import type { RgbImage } from '../stages/rgb-image.ts';
import { toTensor } from '../stages/to-tensor.ts';

export type SelfTest = PackManifest['selfTest'][number];

/**
 * The picture of a self-test as the model's input tensor (batch of one): noise of the input's size, each value a byte
 * of the sequence that `seed` begins.
 */
export function selfTestInput(seed: number, input: ModelInput): Float32Array {
  return toTensor(makeNoise(seed, input), input);
}

/** Compares the tested output's first values; `worst` is the largest difference, infinite without the output. */
export function checkSelfTest(
  test: SelfTest,
  outputs: Readonly<Record<string, Float32Array>>,
): { readonly ok: boolean; readonly worst: number } {
  const output = test.output === undefined ? Object.values(outputs)[0] : outputs[test.output];
  const differences = test.expected.map((value, index) => Math.abs(value - (output?.[index] ?? Number.NaN)));
  const worst = differences.reduce((most, difference) => (difference <= most ? most : difference), 0);
  const known = Number.isNaN(worst) ? Number.POSITIVE_INFINITY : worst;
  return { ok: known <= test.tolerance, worst: known };
}

/** Xorshift32: fixed by its definition, so that the same seed makes the same picture on every machine. */
function makeNoise(seed: number, size: { readonly width: number; readonly height: number }): RgbImage {
  const data = new Uint8Array(size.width * size.height * 3);
  let state = seed === 0 ? 1 : seed | 0;
  for (let index = 0; index < data.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    data[index] = state >>> 24;
  }
  return { width: size.width, height: size.height, data };
}
