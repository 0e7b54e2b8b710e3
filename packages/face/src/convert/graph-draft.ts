import type { OnnxGraph, OnnxInitializer, OnnxNode, OnnxValue } from './onnx-model.ts';

/** A graph under construction. Every tensor's shape is known when it is added; four-dimensional ones are NCHW. */
export type GraphDraft = {
  readonly nodes: OnnxNode[];
  readonly initializers: OnnxInitializer[];
  readonly shapes: Map<string, readonly number[]>;
};

export function createGraphDraft(): GraphDraft {
  return { nodes: [], initializers: [], shapes: new Map() };
}

export function getShape(draft: GraphDraft, name: string): readonly number[] {
  const shape = draft.shapes.get(name);
  if (shape === undefined) throw new Error(`The model uses ${name} before it is made.`);
  return shape;
}

/** Height and width of an NCHW tensor with its channels. */
export function getPlane(
  draft: GraphDraft,
  name: string,
): { readonly channels: number; readonly height: number; readonly width: number } {
  const [, channels, height, width] = getShape(draft, name);
  if (channels === undefined || height === undefined || width === undefined) {
    throw new Error(`The model's tensor ${name} is not a plane of channels.`);
  }
  return { channels, height, width };
}

/** Adds a node and returns its output's name. */
export function addNode(draft: GraphDraft, node: OnnxNode, shape: readonly number[]): string {
  draft.nodes.push(node);
  draft.shapes.set(node.output, shape);
  return node.output;
}

/** Adds a constant and returns its name. */
export function addInitializer(draft: GraphDraft, initializer: OnnxInitializer): string {
  draft.initializers.push(initializer);
  return initializer.name;
}

export type ConvInput = {
  readonly input: string;
  readonly output: string;
  readonly filter: { readonly data: Float32Array; readonly shape: readonly number[] };
  readonly bias: Float32Array | null;
  readonly group: number;
  readonly strides: readonly [number, number];
  readonly padding: 'SAME' | 'VALID';
};

/** Adds a convolution with filters laid out OIHW. */
export function addConv(draft: GraphDraft, conv: ConvInput): string {
  const { height, width } = getPlane(draft, conv.input);
  const [outChannels = 0, , kernelHeight = 0, kernelWidth = 0] = conv.filter.shape;
  const rows = padAxis({ size: height, kernel: kernelHeight, stride: conv.strides[0], padding: conv.padding });
  const columns = padAxis({ size: width, kernel: kernelWidth, stride: conv.strides[1], padding: conv.padding });
  const inputs = [conv.input, addInitializer(draft, { name: `${conv.output}.w`, ...conv.filter })];
  if (conv.bias) {
    inputs.push(addInitializer(draft, { name: `${conv.output}.b`, shape: [outChannels], data: conv.bias }));
  }
  const attributes = {
    kernel_shape: [kernelHeight, kernelWidth],
    strides: conv.strides,
    pads: [rows.before, columns.before, rows.after, columns.after],
    group: conv.group,
  };
  const shape = [1, outChannels, rows.out, columns.out];
  return addNode(draft, { opType: 'Conv', inputs, output: conv.output, attributes }, shape);
}

export type PoolInput = {
  readonly opType: 'MaxPool' | 'AveragePool';
  readonly input: string;
  readonly output: string;
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'SAME' | 'VALID';
};

export function addPool(draft: GraphDraft, pool: PoolInput): string {
  const { channels, height, width } = getPlane(draft, pool.input);
  const [kernelHeight, kernelWidth] = pool.kernel;
  const rows = padAxis({ size: height, kernel: kernelHeight, stride: pool.strides[0], padding: pool.padding });
  const columns = padAxis({ size: width, kernel: kernelWidth, stride: pool.strides[1], padding: pool.padding });
  const pads = [rows.before, columns.before, rows.after, columns.after];
  const attributes = { kernel_shape: pool.kernel, strides: pool.strides, pads };
  return addNode(draft, { opType: pool.opType, inputs: [pool.input], output: pool.output, attributes }, [
    1,
    channels,
    rows.out,
    columns.out,
  ]);
}

/** Zeros around an NCHW tensor; `before` and `after` count channels, rows and columns. */
export function addPad(
  draft: GraphDraft,
  pad: {
    readonly input: string;
    readonly output: string;
    readonly before: readonly [number, number, number];
    readonly after: readonly [number, number, number];
  },
): string {
  const { channels, height, width } = getPlane(draft, pad.input);
  const data = [0, ...pad.before, 0, ...pad.after];
  const pads = addInitializer(draft, { name: `${pad.output}.pads`, shape: [8], data });
  return addNode(draft, { opType: 'Pad', inputs: [pad.input, pads], output: pad.output, attributes: {} }, [
    1,
    channels + pad.before[0] + pad.after[0],
    height + pad.before[1] + pad.after[1],
    width + pad.before[2] + pad.after[2],
  ]);
}

/** Adds an operator that keeps the shape of its first input. */
export function addElementwise(draft: GraphDraft, node: Omit<OnnxNode, 'attributes'>): string {
  return addNode(draft, { ...node, attributes: {} }, getShape(draft, node.inputs[0] ?? ''));
}

/** Reads a tensor in NHWC order into the given shape, as a model made for NHWC expects of its reshapes. */
export function addReshapeFromNhwc(
  draft: GraphDraft,
  reshape: { readonly input: string; readonly output: string; readonly shape: readonly number[] },
): string {
  const { channels, height, width } = getPlane(draft, reshape.input);
  const transposed = addNode(
    draft,
    {
      opType: 'Transpose',
      inputs: [reshape.input],
      output: `${reshape.output}.nhwc`,
      attributes: { perm: [0, 2, 3, 1] },
    },
    [1, height, width, channels],
  );
  const count = channels * height * width;
  const known = reshape.shape.reduce((product, size) => (size === -1 ? product : product * size), 1);
  const data = reshape.shape.map((size) => (size === -1 ? count / known : size));
  const shape = addInitializer(draft, { name: `${reshape.output}.shape`, shape: [data.length], data });
  const node = { opType: 'Reshape', inputs: [transposed, shape], output: reshape.output, attributes: {} };
  return addNode(draft, node, data);
}

export function toOnnxGraph(
  draft: GraphDraft,
  ends: { readonly name: string; readonly inputs: readonly OnnxValue[]; readonly outputs: readonly string[] },
): OnnxGraph {
  const outputs = ends.outputs.map((name) => ({ name, shape: getShape(draft, name) }));
  return { name: ends.name, inputs: ends.inputs, outputs, nodes: draft.nodes, initializers: draft.initializers };
}

/** TensorFlow's padding rule on one axis: SAME gives ceil(size / stride) places, the odd zero going behind. */
function padAxis(axis: {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: 'SAME' | 'VALID';
}): { readonly before: number; readonly after: number; readonly out: number } {
  if (axis.padding === 'VALID') {
    return { before: 0, after: 0, out: Math.floor((axis.size - axis.kernel) / axis.stride) + 1 };
  }
  const out = Math.ceil(axis.size / axis.stride);
  const total = Math.max((out - 1) * axis.stride + axis.kernel - axis.size, 0);
  const before = Math.floor(total / 2);
  return { before, after: total - before, out };
}
