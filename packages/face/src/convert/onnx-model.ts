import protobuf from 'protobufjs/light.js';

/**
 * The few messages of the ONNX interchange format that a converted model needs, with the field numbers of the public
 * specification (onnx.proto, IR version 8). Everything not named here is optional in the format.
 */
const onnx = protobuf.Root.fromJSON({
  nested: {
    Model: {
      fields: {
        irVersion: { id: 1, type: 'int64' },
        producerName: { id: 2, type: 'string' },
        producerVersion: { id: 3, type: 'string' },
        graph: { id: 7, type: 'Graph' },
        opsetImport: { id: 8, rule: 'repeated', type: 'OperatorSet' },
      },
    },
    OperatorSet: { fields: { domain: { id: 1, type: 'string' }, version: { id: 2, type: 'int64' } } },
    Graph: {
      fields: {
        node: { id: 1, rule: 'repeated', type: 'Node' },
        name: { id: 2, type: 'string' },
        initializer: { id: 5, rule: 'repeated', type: 'Tensor' },
        input: { id: 11, rule: 'repeated', type: 'ValueInfo' },
        output: { id: 12, rule: 'repeated', type: 'ValueInfo' },
      },
    },
    Node: {
      fields: {
        input: { id: 1, rule: 'repeated', type: 'string' },
        output: { id: 2, rule: 'repeated', type: 'string' },
        name: { id: 3, type: 'string' },
        opType: { id: 4, type: 'string' },
        attribute: { id: 5, rule: 'repeated', type: 'Attribute' },
      },
    },
    Attribute: {
      fields: {
        name: { id: 1, type: 'string' },
        f: { id: 2, type: 'float' },
        i: { id: 3, type: 'int64' },
        s: { id: 4, type: 'bytes' },
        ints: { id: 8, rule: 'repeated', type: 'int64' },
        type: { id: 20, type: 'int32' },
      },
    },
    Tensor: {
      fields: {
        dims: { id: 1, rule: 'repeated', type: 'int64' },
        dataType: { id: 2, type: 'int32' },
        name: { id: 8, type: 'string' },
        rawData: { id: 9, type: 'bytes' },
      },
    },
    ValueInfo: { fields: { name: { id: 1, type: 'string' }, type: { id: 2, type: 'Type' } } },
    Type: { fields: { tensorType: { id: 1, type: 'TensorType' } } },
    TensorType: { fields: { elemType: { id: 1, type: 'int32' }, shape: { id: 2, type: 'Shape' } } },
    Shape: { fields: { dim: { id: 1, rule: 'repeated', type: 'Dimension' } } },
    Dimension: { fields: { dimValue: { id: 1, type: 'int64' } } },
  },
});

const FLOAT32 = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;
const IR_VERSION = 8;
const OPSET_VERSION = 13;

export type OnnxValue = { readonly name: string; readonly shape: readonly number[] };

/** Float32 weights or, for shapes and paddings, int64 values given as plain integers. */
export type OnnxInitializer = OnnxValue & { readonly data: Float32Array | readonly number[] };

export type OnnxNode = {
  readonly opType: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, number | readonly number[]>>;
};

export type OnnxGraph = {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxInitializer[];
};

/** Serialises a graph of float tensors to the bytes of an `.onnx` file (opset 13). */
export function encodeOnnxModel(graph: OnnxGraph): Uint8Array {
  const Model = onnx.lookupType('Model');
  const message = {
    irVersion: IR_VERSION,
    producerName: 'anzai',
    producerVersion: '1',
    opsetImport: [{ domain: '', version: OPSET_VERSION }],
    graph: {
      name: graph.name,
      input: graph.inputs.map(toValueInfo),
      output: graph.outputs.map(toValueInfo),
      initializer: graph.initializers.map(toTensor),
      node: graph.nodes.map((node) => ({
        name: node.output,
        opType: node.opType,
        input: node.inputs,
        output: [node.output],
        attribute: Object.entries(node.attributes).map(toAttribute),
      })),
    },
  };
  return Model.encode(Model.fromObject(message)).finish();
}

function toValueInfo(value: OnnxValue): object {
  return {
    name: value.name,
    type: { tensorType: { elemType: FLOAT32, shape: { dim: value.shape.map((dimValue) => ({ dimValue })) } } },
  };
}

function toAttribute([name, value]: [string, number | readonly number[]]): object {
  return typeof value === 'number'
    ? { name, i: value, type: ATTRIBUTE_INT }
    : { name, ints: value, type: ATTRIBUTE_INTS };
}

/** Raw data are little-endian by the format, whatever the machine. */
function toTensor(tensor: OnnxInitializer): object {
  const isFloat = tensor.data instanceof Float32Array;
  const rawData = Buffer.alloc(tensor.data.length * (isFloat ? 4 : 8));
  tensor.data.forEach((value, index) => {
    if (isFloat) rawData.writeFloatLE(value, index * 4);
    else rawData.writeBigInt64LE(BigInt(value), index * 8);
  });
  return { name: tensor.name, dims: tensor.shape, dataType: isFloat ? FLOAT32 : INT64, rawData };
}
