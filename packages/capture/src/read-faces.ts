import type { Point } from './point.ts';

/** Side of the square that BlazeFace looks at, pixels. */
export const GUIDE_INPUT_PX = 256;

/** A face in pixels of the model's input. Sides are the person's own. */
export type RawFace = {
  readonly score: number;
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly rightEye: Point;
  readonly leftEye: Point;
  readonly nose: Point;
  readonly mouth: Point;
};

const SCORE_MIN = 0.6;
const OVERLAP_MAX = 0.3;
const VALUES = 16;
/** Cells a side, and anchors in each: a fine grid for small faces, a coarse one for large ones. */
const GRIDS = [
  { cells: 16, perCell: 2 },
  { cells: 8, perCell: 6 },
] as const;

/** One grid's outputs: a logit and 16 offsets from the anchor (centre, size, then six points) for each anchor. */
export type GridOutput = { readonly logits: Float32Array; readonly values: Float32Array };

/** Faces in BlazeFace's outputs (fine grid first), the most certain first, each once. */
export function readFaces(outputs: readonly [GridOutput, GridOutput]): readonly RawFace[] {
  const found = GRIDS.flatMap((grid, index) => readGrid(outputs[index], grid));
  found.sort((a, b) => b.score - a.score);
  const kept: RawFace[] = [];
  for (const face of found) if (kept.every((other) => overlap(face, other) < OVERLAP_MAX)) kept.push(face);
  return kept;
}

function readGrid(output: GridOutput | undefined, grid: (typeof GRIDS)[number]): RawFace[] {
  if (output === undefined) return [];
  const stride = GUIDE_INPUT_PX / grid.cells;
  const logitMin = Math.log(SCORE_MIN / (1 - SCORE_MIN));
  const faces: RawFace[] = [];
  for (const [anchor, logit] of output.logits.entries()) {
    if (logit < logitMin) continue;
    const cell = Math.floor(anchor / grid.perCell);
    const origin = { x: ((cell % grid.cells) + 0.5) * stride, y: (Math.floor(cell / grid.cells) + 0.5) * stride };
    const own = output.values.subarray(anchor * VALUES, (anchor + 1) * VALUES);
    faces.push(readAnchor(own, { origin, score: 1 / (1 + Math.exp(-logit)) }));
  }
  return faces;
}

function readAnchor(values: Float32Array, { origin, score }: { origin: Point; score: number }): RawFace {
  const point = (at: number): Point => ({ x: origin.x + (values[at] ?? 0), y: origin.y + (values[at + 1] ?? 0) });
  return {
    score,
    centre: point(0),
    width: values[2] ?? 0,
    height: values[3] ?? 0,
    rightEye: point(4),
    leftEye: point(6),
    nose: point(8),
    mouth: point(10),
  };
}

/** Intersection over union. */
function overlap(a: RawFace, b: RawFace): number {
  const along = (first: number, second: number, half: number): number => Math.max(0, half - Math.abs(first - second));
  const width = Math.min(a.width, b.width, along(a.centre.x, b.centre.x, (a.width + b.width) / 2));
  const height = Math.min(a.height, b.height, along(a.centre.y, b.centre.y, (a.height + b.height) / 2));
  const shared = width * height;
  return shared / Math.max(1e-6, a.width * a.height + b.width * b.height - shared);
}
