import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { setBackend, tensor4d } from '@tensorflow/tfjs-core';
import type { io } from '@tensorflow/tfjs-core';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { getPackage } from '../packs/find-package.ts';
import { convertGraphModel } from './convert-graph-model.ts';

// Goal: a converted model computes what the original computes. Method: the same seeded noise through TensorFlow.js's
// reference backend and, as NCHW, through onnxruntime; every output value is compared.

const models = [
  {
    name: 'blazeface',
    size: 256,
    outputs: { Identity: 'scores16', Identity_1: 'scores8', Identity_2: 'boxes16', Identity_3: 'boxes8' },
  },
  { name: 'facemesh', size: 192, outputs: { Identity: 'contours', Identity_1: 'flag', Identity_2: 'mesh' } },
  { name: 'iris', size: 64, outputs: { Identity: 'eye' } },
] as const;

let folder = '';

beforeAll(async () => {
  await setBackend('cpu');
  folder = join((await getPackage('@vladmandic/human')).folder, 'models');
});

describe('convertGraphModel', () => {
  it.each(models)('gives $name that computes what TensorFlow.js computes', async ({ name, size, outputs }) => {
    const pixels = makeNoise(size * size * 3);
    const original = await runOriginal({ name, size, pixels, outputs: Object.keys(outputs) });
    const bytes = await convertGraphModel({ file: join(folder, `${name}.json`), name, outputs });
    const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
    const input = new Tensor('float32', toPlanes(pixels, size), [1, 3, size, size]);
    const converted = await session.run({ input });
    Object.values(outputs).forEach((output, index) => {
      const values = converted[output]!.data as Float32Array;
      expect(values.length).toBe(original[index]!.length);
      expect(largestDifference(values, original[index]!)).toBeLessThan(1e-3);
    });
  });

  it('refuses an operator that it does not know instead of leaving it out', async () => {
    const file = join(folder, 'antispoof.json');
    await expect(convertGraphModel({ file, name: 'antispoof', outputs: {} })).rejects.toThrow(
      /no conversion|dilated|joins/,
    );
  });
});

async function runOriginal(input: {
  name: string;
  size: number;
  pixels: Float32Array;
  outputs: string[];
}): Promise<Float32Array[]> {
  const model = await loadGraphModel({ load: () => readModel(input.name) });
  const picture = tensor4d(input.pixels, [1, input.size, input.size, 3]);
  const results = [model.execute(picture, input.outputs)].flat();
  return results.map((result) => result.dataSync() as Float32Array);
}

async function readModel(name: string): Promise<io.ModelArtifacts> {
  const model = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as {
    modelTopology: object;
    weightsManifest: { weights: io.WeightsManifestEntry[] }[];
  };
  const weights = await readFile(join(folder, `${name}.bin`));
  return {
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
    weightData: new Uint8Array(weights).buffer,
  };
}

function makeNoise(length: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}

function toPlanes(pixels: Float32Array, size: number): Float32Array {
  const area = size * size;
  return Float32Array.from(pixels, (_, index) => pixels[(index % area) * 3 + Math.floor(index / area)]!);
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index]!)), 0);
}
