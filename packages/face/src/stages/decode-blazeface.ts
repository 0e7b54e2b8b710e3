import type { DetectedFace, Point } from '../api.ts';

const valuesPerAnchor = 16;
const anchorCount = 896;

/** Centres of BlazeFace's 896 anchors for a square input, x and y interleaved: two a cell at 1/16, six a cell at 1/8. */
export function blazefaceAnchors(inputSize: number): Float32Array {
  const anchors: number[] = [];
  for (const layer of [
    { cells: 16, perCell: 2 },
    { cells: 8, perCell: 6 },
  ]) {
    const stride = inputSize / layer.cells;
    for (let cell = 0; cell < layer.cells * layer.cells; cell++) {
      const x = ((cell % layer.cells) + 0.5) * stride;
      const y = (Math.floor(cell / layer.cells) + 0.5) * stride;
      for (let n = 0; n < layer.perCell; n++) anchors.push(x, y);
    }
  }
  return Float32Array.from(anchors);
}

/**
 * Reads BlazeFace's outputs into faces in pixels of its input. Each box and point is an offset from its anchor.
 * The model gives eyes, nose, middle of the mouth and ears; the mouth's corners are estimated from the eyes' distance
 * and are replaced by the mesh's where a mesh follows.
 */
export function decodeBlazeface(
  outputs: readonly Float32Array[],
  input: { readonly size: number; readonly scoreMin: number },
): DetectedFace[] {
  const { logits, values } = joinOutputs(outputs);
  const anchors = blazefaceAnchors(input.size);
  const logitMin = Math.log(input.scoreMin / (1 - input.scoreMin));
  const faces: DetectedFace[] = [];
  for (let i = 0; i < anchorCount; i++) {
    const logit = logits[i] ?? 0;
    if (logit < logitMin) continue;
    const anchor = { x: anchors[2 * i] ?? 0, y: anchors[2 * i + 1] ?? 0 };
    const own = values.subarray(i * valuesPerAnchor, (i + 1) * valuesPerAnchor);
    faces.push(readAnchor(own, anchor, 1 / (1 + Math.exp(-logit))));
  }
  return faces;
}

function readAnchor(values: Float32Array, anchor: Point, score: number): DetectedFace {
  const pair = (n: number): Point => ({ x: anchor.x + (values[2 * n] ?? 0), y: anchor.y + (values[2 * n + 1] ?? 0) });
  const centre = pair(0);
  const width = values[2] ?? 0;
  const height = values[3] ?? 0;
  const [rightEye, leftEye, nose, mouth] = [pair(2), pair(3), pair(4), pair(5)];
  // Mouth corners stand about 0.39 eye distances off its middle, along the line of the eyes.
  const dx = (leftEye.x - rightEye.x) * 0.39;
  const dy = (leftEye.y - rightEye.y) * 0.39;
  return {
    box: { x: centre.x - width / 2, y: centre.y - height / 2, width, height },
    score,
    points: [leftEye, rightEye, nose, { x: mouth.x + dx, y: mouth.y + dy }, { x: mouth.x - dx, y: mouth.y - dy }],
  };
}

/** Accepts four tensors (512 and 384 logits, 16 values to each) or one of 896×17; told apart by their lengths. */
function joinOutputs(outputs: readonly Float32Array[]): { logits: Float32Array; values: Float32Array } {
  const byLength = (length: number): Float32Array | undefined => outputs.find((output) => output.length === length);
  const joined = byLength(anchorCount * (valuesPerAnchor + 1));
  const logits = new Float32Array(anchorCount);
  const values = new Float32Array(anchorCount * valuesPerAnchor);
  if (joined !== undefined) {
    for (let i = 0; i < anchorCount; i++) {
      const at = i * (valuesPerAnchor + 1);
      logits[i] = joined[at] ?? 0;
      values.set(joined.subarray(at + 1, at + 1 + valuesPerAnchor), i * valuesPerAnchor);
    }
    return { logits, values };
  }
  const [fine, coarse] = [byLength(512), byLength(384)];
  const [fineValues, coarseValues] = [byLength(512 * valuesPerAnchor), byLength(384 * valuesPerAnchor)];
  if (!fine || !coarse || !fineValues || !coarseValues) throw new Error('decodeBlazeface: unknown output shapes');
  logits.set(fine);
  logits.set(coarse, 512);
  values.set(fineValues);
  values.set(coarseValues, 512 * valuesPerAnchor);
  return { logits, values };
}
