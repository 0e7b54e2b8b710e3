import type { Weight } from './read-weights.ts';

/** From TensorFlow's height, width, in, out to ONNX's out, in, height, width. */
export function transposeFilter(filter: Weight): Weight {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = filter.shape;
  const data = new Float32Array(filter.data.length);
  const area = height * width;
  for (let place = 0; place < area; place += 1) {
    for (let input = 0; input < inputs; input += 1) {
      const from = (place * inputs + input) * outputs;
      for (let output = 0; output < outputs; output += 1) {
        data[(output * inputs + input) * area + place] = filter.data[from + output] ?? 0;
      }
    }
  }
  return { shape: [outputs, inputs, height, width], data };
}

/** From TensorFlow's height, width, channel, multiplier to ONNX's channel × multiplier, 1, height, width. */
export function transposeDepthwiseFilter(filter: Weight): Weight {
  const [height = 0, width = 0, channels = 0, multiplier = 0] = filter.shape;
  const flat = transposeFilter({ shape: [height, width, 1, channels * multiplier], data: filter.data });
  return { shape: [channels * multiplier, 1, height, width], data: flat.data };
}
