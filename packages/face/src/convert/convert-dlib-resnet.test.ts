import { readFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { getPackage } from '../packs/find-package.ts';
import { convertDlibResnet } from './convert-dlib-resnet.ts';

// Goal: the rebuilt network computes what face-api's own code computes. Method: face-api's build for Node asks for the
// whole of TensorFlow.js; it is given its core with the reference backend, and the same picture goes through both.

const SIZE = 150;
const MEAN = [122.782, 117.001, 104.298] as const;

type Core = {
  setBackend(name: string): Promise<boolean>;
  tensor4d(values: Float32Array, shape: number[]): unknown;
  div(a: unknown, b: unknown): unknown;
  mean(a: unknown, axes: number[]): unknown;
  Tensor: { prototype: Record<string, unknown> };
  io: { decodeWeights(data: ArrayBuffer, specs: unknown): unknown };
};
type FaceApi = {
  FaceRecognitionNet: new () => {
    loadFromWeightMap(weights: unknown): void;
    forwardInput(input: { toBatchTensor(): unknown }): { dataSync(): Float32Array };
  };
};

describe('convertDlibResnet', () => {
  it('gives a network that computes what face-api computes', async () => {
    const { folder } = await getPackage('@vladmandic/face-api');
    const manifestFile = join(folder, 'model', 'face_recognition_model-weights_manifest.json');
    const pixels = makeNoise(SIZE * SIZE * 3);
    const original = await runOriginal(folder, pixels);
    const session = await InferenceSession.create(await convertDlibResnet(manifestFile), { intraOpNumThreads: 1 });
    const outputs = await session.run({ input: new Tensor('float32', toInput(pixels), [1, 3, SIZE, SIZE]) });
    const embedding = outputs['embedding']!.data as Float32Array;
    expect(embedding.length).toBe(128);
    const differences = embedding.map((value, index) => Math.abs(value - original[index]!));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
    expect(Math.hypot(...embedding)).toBeGreaterThan(0.5);
  });
});

async function runOriginal(folder: string, pixels: Float32Array): Promise<Float32Array> {
  const require = createRequire(import.meta.url);
  const core = require('@tensorflow/tfjs-core') as Core;
  require('@tensorflow/tfjs-backend-cpu');
  // The two chained calls that the network makes, which the core alone does not offer.
  Object.assign(core.Tensor.prototype, {
    div(this: unknown, by: unknown): unknown {
      return core.div(this, by);
    },
    mean(this: unknown, axes: number[]): unknown {
      return core.mean(this, axes);
    },
  });
  const hooks = registerHooks({
    resolve: (name, context, next) => next(name === '@tensorflow/tfjs' ? '@tensorflow/tfjs-core' : name, context),
  });
  const faceApi = require(join(folder, 'dist', 'face-api.node-wasm.js')) as FaceApi;
  hooks.deregister();
  await core.setBackend('cpu');
  const net = new faceApi.FaceRecognitionNet();
  net.loadFromWeightMap(await readOriginalWeights(core, join(folder, 'model')));
  const picture = core.tensor4d(pixels, [1, SIZE, SIZE, 3]);
  return net.forwardInput({ toBatchTensor: () => picture }).dataSync();
}

async function readOriginalWeights(core: Core, folder: string): Promise<unknown> {
  const manifest = JSON.parse(await readFile(join(folder, 'face_recognition_model-weights_manifest.json'), 'utf8')) as {
    weights: unknown;
  }[];
  const bytes = await readFile(join(folder, 'face_recognition_model.bin'));
  return core.io.decodeWeights(new Uint8Array(bytes).buffer, manifest[0]!.weights);
}

/** face-api divides by 255 what dlib divides by 256; the network is the same. */
function toInput(pixels: Float32Array): Float32Array {
  const area = SIZE * SIZE;
  return Float32Array.from(pixels, (_, index) => {
    const channel = Math.floor(index / area);
    return (pixels[(index % area) * 3 + channel]! - MEAN[channel]!) / 255;
  });
}

function makeNoise(length: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
