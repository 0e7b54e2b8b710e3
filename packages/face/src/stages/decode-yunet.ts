import type { DetectedFace, Point } from '../api.ts';

export type YunetOutputs = Readonly<Record<string, Float32Array>>;

const strides = [8, 16, 32] as const;

/**
 * Reads YuNet's twelve outputs (cls, obj, bbox, kps at strides 8, 16, 32) into faces in pixels of its input.
 * Score is √(cls·obj). The model names its points right eye first; ours begin with the person's own left.
 */
export function decodeYunet(outputs: YunetOutputs, input: { width: number; scoreMin: number }): DetectedFace[] {
  return strides.flatMap((stride) => decodeStride(outputs, { ...input, stride }));
}

type Grid = { readonly width: number; readonly scoreMin: number; readonly stride: number };

function decodeStride(outputs: YunetOutputs, grid: Grid): DetectedFace[] {
  const cls = getOutput(outputs, `cls_${grid.stride}`);
  const obj = getOutput(outputs, `obj_${grid.stride}`);
  const faces: DetectedFace[] = [];
  const productMin = grid.scoreMin * grid.scoreMin;
  for (let i = 0; i < cls.length; i++) {
    const product = clampUnit(cls[i] ?? 0) * clampUnit(obj[i] ?? 0);
    if (product >= productMin) faces.push(readCell(outputs, { ...grid, index: i, score: Math.sqrt(product) }));
  }
  return faces;
}

function readCell(outputs: YunetOutputs, cell: Grid & { index: number; score: number }): DetectedFace {
  const { stride, index, score } = cell;
  const columns = Math.floor(cell.width / stride);
  const column = index % columns;
  const row = Math.floor(index / columns);
  const bbox = getOutput(outputs, `bbox_${stride}`);
  const kps = getOutput(outputs, `kps_${stride}`);
  const width = Math.exp(bbox[index * 4 + 2] ?? 0) * stride;
  const height = Math.exp(bbox[index * 4 + 3] ?? 0) * stride;
  const x = (column + (bbox[index * 4] ?? 0)) * stride - width / 2;
  const y = (row + (bbox[index * 4 + 1] ?? 0)) * stride - height / 2;
  const point = (n: number): Point => ({
    x: (column + (kps[index * 10 + 2 * n] ?? 0)) * stride,
    y: (row + (kps[index * 10 + 2 * n + 1] ?? 0)) * stride,
  });
  return { box: { x, y, width, height }, score, points: [point(1), point(0), point(2), point(4), point(3)] };
}

function getOutput(outputs: YunetOutputs, name: string): Float32Array {
  const output = outputs[name];
  if (output === undefined) throw new Error(`decodeYunet: the model has no output ${name}`);
  return output;
}

function clampUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
