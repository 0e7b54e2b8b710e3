/** Runs BlazeFace off the main thread. Only the kernels that its graph needs are registered: the rest stays undelivered. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base.js';
import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add.js';
import { depthwiseConv2dNativeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/DepthwiseConv2dNative.js';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D.js';
import { identityConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Identity.js';
import { maxPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool.js';
import { padV2Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2.js';
import { reluConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu.js';
import { reshapeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape.js';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { env, io, registerKernel, setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { FromGuideWorker, GuideAssets, ToGuideWorker } from './guide-messages.ts';
import { measurePicture } from './measure-picture.ts';
import { GUIDE_INPUT_PX, readFaces } from './read-faces.ts';
import type { GridOutput } from './read-faces.ts';
import { GUIDE_PLACEMENT, toGuideFace } from './to-guide-face.ts';

/** The graph's outputs: logits and values of the fine grid, then of the coarse one. */
const OUTPUTS = ['Identity:0', 'Identity_2:0', 'Identity_1:0', 'Identity_3:0'];

let model: GraphModel | null = null;

function tell(message: FromGuideWorker): void {
  globalThis.postMessage(message);
}

async function load(assets: GuideAssets): Promise<void> {
  for (const config of [
    addConfig,
    depthwiseConv2dNativeConfig,
    fusedConv2DConfig,
    identityConfig,
    maxPoolConfig,
    padV2Config,
    reluConfig,
    reshapeConfig,
  ]) {
    registerKernel(config);
  }
  // Threads need a page that is isolated from all others; the guide is quick enough without.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': assets.wasm,
    'tfjs-backend-wasm-simd.wasm': assets.wasmSimd,
    'tfjs-backend-wasm-threaded-simd.wasm': assets.wasmSimd,
  });
  // Fetched side by side; the model's weights need the backend to be up.
  const [artifacts, isUp] = await Promise.all([fetchModel(assets), setBackend('wasm')]);
  if (!isUp) throw new Error('no wasm backend');
  model = await loadGraphModel(io.fromMemory(artifacts));
  // The first run allocates; it is not counted.
  look(new Uint8ClampedArray(4 * GUIDE_INPUT_PX * GUIDE_INPUT_PX));
  tell({ kind: 'ready' });
}

async function fetchModel(assets: GuideAssets): Promise<io.ModelArtifacts> {
  const [json, weights] = await Promise.all([fetch(assets.modelJson), fetch(assets.modelWeights)]);
  if (!json.ok || !weights.ok) throw new Error('the model was not delivered');
  const { modelTopology, weightsManifest } = (await json.json()) as io.ModelJSON;
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: await weights.arrayBuffer(),
  };
}

function toInput(pixels: Uint8ClampedArray): Float32Array {
  const input = new Float32Array(3 * GUIDE_INPUT_PX * GUIDE_INPUT_PX);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    input[to] = (pixels[from] ?? 0) / 127.5 - 1;
    input[to + 1] = (pixels[from + 1] ?? 0) / 127.5 - 1;
    input[to + 2] = (pixels[from + 2] ?? 0) / 127.5 - 1;
  }
  return input;
}

function runModel(pixels: Uint8ClampedArray): readonly [GridOutput, GridOutput] {
  if (model === null) throw new Error('runModel: not loaded');
  const loaded = model;
  const outputs = tidy(() => {
    const input = tensor(toInput(pixels), [1, GUIDE_INPUT_PX, GUIDE_INPUT_PX, 3]);
    return (loaded.execute(input, OUTPUTS) as Tensor[]).map((output) => output.dataSync<'float32'>().slice());
  });
  const at = (index: number): Float32Array => outputs[index] ?? new Float32Array();
  return [
    { logits: at(0), values: at(1) },
    { logits: at(2), values: at(3) },
  ];
}

function look(pixels: Uint8ClampedArray): void {
  const startedMs = performance.now();
  const faces = readFaces(runModel(pixels));
  const largest = [...faces].sort((a, b) => b.width - a.width)[0];
  const reading = {
    ...measurePicture(pixels, { side: GUIDE_INPUT_PX, placement: GUIDE_PLACEMENT }),
    // Someone small in the background does not disturb.
    faces: faces.filter(({ width }) => width > (largest?.width ?? 0) * 0.5).length,
    face: largest === undefined ? null : toGuideFace(largest, GUIDE_PLACEMENT),
  };
  tell({ kind: 'seen', reading, tookMs: performance.now() - startedMs });
}

globalThis.addEventListener('message', (event: MessageEvent<ToGuideWorker>) => {
  const message = event.data;
  try {
    if (message.kind === 'look') look(new Uint8ClampedArray(message.pixels));
    else load(message.assets).catch((error: unknown) => tell({ kind: 'unavailable', reason: String(error) }));
  } catch (error) {
    tell({ kind: 'unavailable', reason: String(error) });
  }
});
