import { readFile } from 'node:fs/promises';
import {
  addConv,
  addElementwise,
  addInitializer,
  addNode,
  addPad,
  addPool,
  createGraphDraft,
  getPlane,
  toOnnxGraph,
} from './graph-draft.ts';
import type { GraphDraft } from './graph-draft.ts';
import { encodeOnnxModel } from './onnx-model.ts';
import { readWeights, WeightsManifest } from './read-weights.ts';
import type { WeightMap } from './read-weights.ts';
import { transposeFilter } from './transpose-filter.ts';

type Network = { readonly draft: GraphDraft; readonly weights: WeightMap };

/** Residual blocks in order; a `down` block halves the plane and, where it says so by name, doubles the channels. */
const BLOCKS = [
  'conv32_1',
  'conv32_2',
  'conv32_3',
  'conv64_down',
  'conv64_1',
  'conv64_2',
  'conv64_3',
  'conv128_down',
  'conv128_1',
  'conv128_2',
  'conv256_down',
  'conv256_1',
  'conv256_2',
  'conv256_down_out',
] as const;

const INPUT_SIZE = 150;
const EMBEDDING_SIZE = 128;

/**
 * Builds dlib's face recognition network (a ResNet of 29 convolutions) as ONNX from the weights of face-api, whose
 * files carry no graph. Input `input`: 1×3×150×150 RGB minus the network's mean, over 256. Output `embedding`: 1×128.
 * Each convolution's bias and the affine layer behind it are folded into the filters.
 */
export async function convertDlibResnet(manifestFile: string): Promise<Uint8Array> {
  const manifest = WeightsManifest.parse(JSON.parse(await readFile(manifestFile, 'utf8')));
  const network: Network = { draft: createGraphDraft(), weights: await readWeights(manifestFile, manifest) };
  const { draft } = network;
  const inputShape = [1, 3, INPUT_SIZE, INPUT_SIZE];
  draft.shapes.set('input', inputShape);
  const stem = addRelu(draft, addScaledConv(network, { input: 'input', name: 'conv32_down', stride: 2 }));
  const pooled = addPool(draft, {
    opType: 'MaxPool',
    input: stem,
    output: 'conv32_down.pool',
    kernel: [3, 3],
    strides: [2, 2],
    padding: 'VALID',
  });
  const features = BLOCKS.reduce((input, block) => addBlock(network, input, block), pooled);
  const output = addHead(network, features);
  const inputs = [{ name: 'input', shape: inputShape }];
  return encodeOnnxModel(toOnnxGraph(draft, { name: 'dlib-resnet', inputs, outputs: [output] }));
}

function addBlock(network: Network, input: string, block: string): string {
  const { draft } = network;
  const isDown = block.includes('down');
  const first = addRelu(draft, addScaledConv(network, { input, name: `${block}/conv1`, stride: isDown ? 2 : 1 }));
  const second = addScaledConv(network, { input: first, name: `${block}/conv2`, stride: 1 });
  const sum = isDown ? addShortcut(draft, { input, branch: second, block }) : [second, input];
  return addRelu(draft, addElementwise(draft, { opType: 'Add', inputs: sum, output: `${block}.sum` }));
}

/**
 * The shortcut of a down block is the average of 2×2 places, with zeros for the channels it lacks; the convolved branch
 * loses a row and a column on even planes and gets zeros for them.
 */
function addShortcut(
  draft: GraphDraft,
  block: { readonly input: string; readonly branch: string; readonly block: string },
): readonly string[] {
  const pooled = addPool(draft, {
    opType: 'AveragePool',
    input: block.input,
    output: `${block.block}.pool`,
    kernel: [2, 2],
    strides: [2, 2],
    padding: 'VALID',
  });
  const plane = getPlane(draft, pooled);
  const branch = getPlane(draft, block.branch);
  const channels = branch.channels - plane.channels;
  const rows = plane.height - branch.height;
  const columns = plane.width - branch.width;
  const shortcut = addZeros(draft, pooled, [channels, 0, 0]);
  return [addZeros(draft, block.branch, [0, rows, columns]), shortcut];
}

function addZeros(draft: GraphDraft, input: string, after: readonly [number, number, number]): string {
  if (after.every((count) => count === 0)) return input;
  return addPad(draft, { input, output: `${input}.padded`, before: [0, 0, 0], after });
}

function addScaledConv(
  network: Network,
  conv: { readonly input: string; readonly name: string; readonly stride: 1 | 2 },
): string {
  const filter = transposeFilter(getWeight(network, `${conv.name}/conv/filters`));
  const convBias = getWeight(network, `${conv.name}/conv/bias`).data;
  const scale = getWeight(network, `${conv.name}/scale/weights`).data;
  const shift = getWeight(network, `${conv.name}/scale/biases`).data;
  const perOutput = filter.data.length / scale.length;
  const data = filter.data.map((value, index) => value * (scale[Math.floor(index / perOutput)] ?? 0));
  const bias = convBias.map((value, index) => value * (scale[index] ?? 0) + (shift[index] ?? 0));
  return addConv(network.draft, {
    input: conv.input,
    output: conv.name,
    filter: { shape: filter.shape, data },
    bias,
    group: 1,
    strides: [conv.stride, conv.stride],
    padding: conv.stride === 1 ? 'SAME' : 'VALID',
  });
}

function addHead(network: Network, input: string): string {
  const { draft } = network;
  const { channels } = getPlane(draft, input);
  const mean = addNode(
    draft,
    { opType: 'ReduceMean', inputs: [input], output: 'mean', attributes: { axes: [2, 3], keepdims: 0 } },
    [1, channels],
  );
  const { shape, data } = getWeight(network, 'fc');
  const weights = addInitializer(draft, { name: 'fc', shape, data });
  const head = { opType: 'MatMul', inputs: [mean, weights], output: 'embedding', attributes: {} };
  return addNode(draft, head, [1, EMBEDDING_SIZE]);
}

function addRelu(draft: GraphDraft, input: string): string {
  return addElementwise(draft, { opType: 'Relu', inputs: [input], output: `${input}.relu` });
}

function getWeight(
  { weights }: Network,
  name: string,
): { readonly shape: readonly number[]; readonly data: Float32Array } {
  const weight = weights.get(name);
  if (!weight) throw new Error(`The recognition network's weights lack ${name}.`);
  return weight;
}
