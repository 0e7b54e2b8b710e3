import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  addConv,
  addElementwise,
  addInitializer,
  addNode,
  addPad,
  addPool,
  addReshapeFromNhwc,
  createGraphDraft,
  getPlane,
  getShape,
  toOnnxGraph,
} from './graph-draft.ts';
import type { GraphDraft } from './graph-draft.ts';
import { encodeOnnxModel } from './onnx-model.ts';
import { readWeights, WeightsManifest } from './read-weights.ts';
import type { Weight, WeightMap } from './read-weights.ts';
import { transposeDepthwiseFilter, transposeFilter } from './transpose-filter.ts';

/** The attributes that decide what a node computes; strings are base64 and integers decimal strings in this format. */
const Attribute = z.object({
  s: z.string().optional(),
  list: z.object({ i: z.array(z.string()).optional(), s: z.array(z.string()).optional() }).optional(),
  shape: z.object({ dim: z.array(z.object({ size: z.string() })).optional() }).optional(),
});

const GraphNode = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), Attribute).default({}),
});
type GraphNode = z.infer<typeof GraphNode>;

const GraphModel = z.object({
  modelTopology: z.object({ node: z.array(GraphNode) }),
  weightsManifest: WeightsManifest,
});

type Conversion = {
  readonly draft: GraphDraft;
  readonly weights: WeightMap;
  /** What the model calls a tensor → what the ONNX graph calls it. */
  readonly names: Map<string, string>;
};

export type ConvertGraphModelInput = {
  /** The `model.json` of a TFJS graph model; its weights lie beside it. */
  readonly file: string;
  readonly name: string;
  /** Output node of the model → name of the ONNX output, in the order wanted. */
  readonly outputs: Readonly<Record<string, string>>;
};

/**
 * Turns a TFJS graph model (frozen, NHWC, one picture a run) into the bytes of an ONNX file with one NCHW input named
 * `input`. Weights are transposed here, so that no transpose is left in the graph but before reshapes.
 * Throws on an operator that it does not know: a conversion is whole or it is not.
 */
export async function convertGraphModel(input: ConvertGraphModelInput): Promise<Uint8Array> {
  const model = GraphModel.parse(JSON.parse(await readFile(input.file, 'utf8')));
  const weights = await readWeights(input.file, model.weightsManifest);
  const conversion: Conversion = { draft: createGraphDraft(), weights, names: new Map() };
  const nodes = sortNodes(model.modelTopology.node);
  for (const node of nodes) convertNode(conversion, node);
  const outputs = Object.entries(input.outputs).map(([from, to]) => renameOutput(conversion, from, to));
  const placeholder = nodes.find((node) => node.op === 'Placeholder');
  if (!placeholder) throw new Error(`${input.file} has no input.`);
  const inputs = [{ name: 'input', shape: getShape(conversion.draft, 'input') }];
  return encodeOnnxModel(toOnnxGraph(conversion.draft, { name: input.name, inputs, outputs }));
}

/** Topological order; graph files may list a node before what it reads. */
function sortNodes(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const sorted = new Set<GraphNode>();
  const visit = (node: GraphNode): void => {
    if (sorted.has(node)) return;
    for (const name of node.input) {
      const source = byName.get(name);
      if (source) visit(source);
    }
    sorted.add(node);
  };
  nodes.forEach(visit);
  return [...sorted];
}

function convertNode(conversion: Conversion, node: GraphNode): void {
  if (node.op === 'Const') return;
  const convert = converters[node.op];
  if (!convert) throw new Error(`The model's operator ${node.op} (${node.name}) has no conversion.`);
  conversion.names.set(node.name, convert(conversion, node));
}

const converters: Readonly<Record<string, (conversion: Conversion, node: GraphNode) => string>> = {
  Placeholder: convertPlaceholder,
  _FusedConv2D: convertConv,
  Conv2D: convertConv,
  DepthwiseConv2dNative: convertDepthwiseConv,
  AddV2: (conversion, node) => convertElementwise(conversion, node, 'Add'),
  Relu: (conversion, node) => convertElementwise(conversion, node, 'Relu'),
  Sigmoid: (conversion, node) => convertElementwise(conversion, node, 'Sigmoid'),
  Identity: (conversion, node) => getName(conversion, node, 0),
  Prelu: (conversion, node) =>
    addPrelu(conversion.draft, {
      input: getName(conversion, node, 0),
      output: node.name,
      slope: getWeight(conversion, node, 1),
    }),
  MaxPool: convertMaxPool,
  Pad: convertPad,
  Reshape: (conversion, node) =>
    addReshapeFromNhwc(conversion.draft, {
      input: getName(conversion, node, 0),
      output: node.name,
      shape: [...getWeight(conversion, node, 1).data],
    }),
  ConcatV2: convertConcat,
};

function convertPlaceholder({ draft }: Conversion, node: GraphNode): string {
  const sizes = (node.attr['shape']?.shape?.dim ?? []).map((dimension) => Number(dimension.size));
  const [, height = 0, width = 0, channels = 0] = sizes;
  draft.shapes.set('input', [1, channels, height, width]);
  return 'input';
}

function convertConv(conversion: Conversion, node: GraphNode): string {
  const fused = (node.attr['fused_ops']?.list?.s ?? []).map(fromBase64);
  const [first, activation] = fused;
  if (first !== undefined && first !== 'BiasAdd')
    throw new Error(`${node.name} fuses ${first}, which has no conversion.`);
  const output = activation === undefined ? node.name : `${node.name}.conv`;
  addConv(conversion.draft, {
    input: getName(conversion, node, 0),
    output,
    filter: transposeFilter(getWeight(conversion, node, 1)),
    bias: first === 'BiasAdd' ? getWeight(conversion, node, 2).data : null,
    group: 1,
    ...getWindow(node),
  });
  if (activation === undefined) return output;
  if (activation === 'Prelu') {
    return addPrelu(conversion.draft, { input: output, output: node.name, slope: getWeight(conversion, node, 3) });
  }
  if (activation !== 'Relu') throw new Error(`${node.name} fuses ${activation}, which has no conversion.`);
  return addElementwise(conversion.draft, { opType: 'Relu', inputs: [output], output: node.name });
}

function convertDepthwiseConv(conversion: Conversion, node: GraphNode): string {
  const input = getName(conversion, node, 0);
  return addConv(conversion.draft, {
    input,
    output: node.name,
    filter: transposeDepthwiseFilter(getWeight(conversion, node, 1)),
    bias: null,
    group: getPlane(conversion.draft, input).channels,
    ...getWindow(node),
  });
}

function convertElementwise(conversion: Conversion, node: GraphNode, opType: string): string {
  const inputs = node.input.map((_, index) => getName(conversion, node, index));
  return addElementwise(conversion.draft, { opType, inputs, output: node.name });
}

/** The slope is one value a channel. */
function addPrelu(
  draft: GraphDraft,
  prelu: { readonly input: string; readonly output: string; readonly slope: Weight },
): string {
  const { data } = prelu.slope;
  const slope = addInitializer(draft, { name: `${prelu.output}.slope`, shape: [data.length, 1, 1], data });
  return addElementwise(draft, { opType: 'PRelu', inputs: [prelu.input, slope], output: prelu.output });
}

function convertMaxPool(conversion: Conversion, node: GraphNode): string {
  const [, height = 0, width = 0] = getIntegers(node, 'ksize');
  return addPool(conversion.draft, {
    opType: 'MaxPool',
    input: getName(conversion, node, 0),
    output: node.name,
    kernel: [height, width],
    ...getWindow(node),
  });
}

/** Paddings are before/after pairs for batch, height, width and channels. */
function convertPad(conversion: Conversion, node: GraphNode): string {
  const paddings = [...getWeight(conversion, node, 1).data];
  const [, , top = 0, bottom = 0, left = 0, right = 0, front = 0, back = 0] = paddings;
  return addPad(conversion.draft, {
    input: getName(conversion, node, 0),
    output: node.name,
    before: [front, top, left],
    after: [back, bottom, right],
  });
}

function convertConcat(conversion: Conversion, node: GraphNode): string {
  const { draft } = conversion;
  const [axis] = getWeight(conversion, node, node.input.length - 1).data;
  if (axis !== 3 && axis !== -1)
    throw new Error(`${node.name} joins along axis ${axis}; only channels have a conversion.`);
  const inputs = node.input.slice(0, -1).map((_, index) => getName(conversion, node, index));
  const { height, width } = getPlane(draft, inputs[0] ?? '');
  const channels = inputs.reduce((sum, name) => sum + getPlane(draft, name).channels, 0);
  const concat = { opType: 'Concat', inputs, output: node.name, attributes: { axis: 1 } };
  return addNode(draft, concat, [1, channels, height, width]);
}

/** Gives an output its name; one left as a single column of channels becomes a plain row. */
function renameOutput({ draft, names }: Conversion, from: string, to: string): string {
  const input = names.get(from);
  if (input === undefined) throw new Error(`The model has no output ${from}.`);
  const shape = getShape(draft, input);
  if (shape.length === 4) return addReshapeFromNhwc(draft, { input, output: to, shape: [1, -1] });
  return addElementwise(draft, { opType: 'Identity', inputs: [input], output: to });
}

function getWindow(node: GraphNode): {
  readonly strides: readonly [number, number];
  readonly padding: 'SAME' | 'VALID';
} {
  const [, rows = 1, columns = 1] = getIntegers(node, 'strides');
  if (getIntegers(node, 'dilations').some((dilation) => dilation !== 1)) throw new Error(`${node.name} is dilated.`);
  const padding = fromBase64(node.attr['padding']?.s ?? '');
  if (padding !== 'SAME' && padding !== 'VALID') throw new Error(`${node.name} is padded as ${padding}.`);
  return { strides: [rows, columns], padding };
}

function getIntegers(node: GraphNode, attribute: string): readonly number[] {
  return (node.attr[attribute]?.list?.i ?? []).map(Number);
}

function getName(conversion: Conversion, node: GraphNode, index: number): string {
  const name = conversion.names.get(node.input[index] ?? '');
  if (name === undefined) throw new Error(`${node.name} reads ${node.input[index]}, which is not converted.`);
  return name;
}

function getWeight(conversion: Conversion, node: GraphNode, index: number): Weight {
  const weight = conversion.weights.get(node.input[index] ?? '');
  if (!weight) throw new Error(`${node.name} has no constant at input ${index}.`);
  return weight;
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
