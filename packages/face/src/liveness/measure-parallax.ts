import { solveLinear } from './solve-linear.ts';
import { type FeaturePair, type Features, type TrackedFace, trackFeatures } from './track-features.ts';

/** How much more the near parts of a face moved than the far ones, after all that a bent sheet could have done. */
export type Parallax = {
  /** Displacement for each unit of depth, along x and y: −sin(yaw) and sin(pitch) for a head, 0 for a sheet. */
  readonly x: number;
  readonly y: number;
  /** One standard error of each. */
  readonly errorX: number;
  readonly errorY: number;
  readonly features: number;
};

const FEATURES_MIN = 18;
const ROUNDS = 4;
/** Patch pixels to which lengths are scaled, about the distance of the eyes, so that the fit's columns are alike in size. */
const UNIT = 90;
/** Unknowns of each axis: an affine map, a bend of second order (which holds a plane's perspective too), depth. */
const UNKNOWNS = 7;

/**
 * Each axis of the features' movement is fitted by 1, x, y, x², xy, y² and depth. The first six are what a sheet may do that
 * is tilted, moved or bent; only the rest of the depth, chiefly the nose against cheeks and eye sockets, can answer by
 * the seventh. Null when too few features could be followed.
 */
export function measureParallax(from: Features, to: TrackedFace): Parallax | null {
  return fitParallax(trackFeatures(from, to), from.scale * UNIT);
}

/** The same over features already followed; `unitPx` only scales the numbers. */
export function fitParallax(pairs: readonly FeaturePair[], unitPx: number): Parallax | null {
  if (pairs.length < FEATURES_MIN) return null;
  const centreX = pairs.reduce((sum, { from }) => sum + from.x, 0) / pairs.length;
  const centreY = pairs.reduce((sum, { from }) => sum + from.y, 0) / pairs.length;
  const rows = pairs.map(({ from, depth }) => {
    const x = (from.x - centreX) / unitPx;
    const y = (from.y - centreY) / unitPx;
    return [1, x, y, x * x, x * y, y * y, depth / unitPx];
  });
  const alongX = fitRobustly(
    rows,
    pairs.map(({ from, to }) => (to.x - from.x) / unitPx),
  );
  const alongY = fitRobustly(
    rows,
    pairs.map(({ from, to }) => (to.y - from.y) / unitPx),
  );
  if (alongX === null || alongY === null) return null;
  return { x: alongX.slope, errorX: alongX.error, y: alongY.slope, errorY: alongY.error, features: pairs.length };
}

type DepthFit = { readonly slope: number; readonly error: number };

/** Least squares that trusts a feature less the farther it lies from the fit (Huber's weights). */
function fitRobustly(rows: readonly (readonly number[])[], values: readonly number[]): DepthFit | null {
  let weights = values.map(() => 1);
  let fit: DepthFit | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const solved = solveWeighted(rows, values, weights);
    if (solved === null) return null;
    const residuals = rows.map((row, index) => (values[index] ?? 0) - predict(row, solved.solution));
    const sorted = residuals.map(Math.abs).toSorted((a, b) => a - b);
    const scale = 1.4826 * (sorted[sorted.length >> 1] ?? 0) + 1e-6;
    weights = residuals.map((residual) => Math.min(1, (1.5 * scale) / Math.max(1e-9, Math.abs(residual))));
    const freedom = Math.max(1, rows.length - UNKNOWNS);
    const variance = residuals.reduce((sum, residual, i) => sum + (weights[i] ?? 0) * residual * residual, 0) / freedom;
    fit = { slope: solved.solution[UNKNOWNS - 1] ?? 0, error: Math.sqrt(variance * solved.lastVariance) };
  }
  return fit;
}

function predict(row: readonly number[], solution: readonly number[]): number {
  return row.reduce((sum, value, index) => sum + value * (solution[index] ?? 0), 0);
}

type Solved = { readonly solution: readonly number[]; readonly lastVariance: number };

function solveWeighted(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
): Solved | null {
  const sum = (term: (row: readonly number[], index: number) => number): number =>
    rows.reduce((total, row, index) => total + (weights[index] ?? 0) * term(row, index), 0);
  const columns = Array.from({ length: UNKNOWNS }, (_, column) => column);
  const normal = columns.map((i) => columns.map((j) => sum((row) => (row[i] ?? 0) * (row[j] ?? 0))));
  const right = columns.map((i) => sum((row, index) => (row[i] ?? 0) * (values[index] ?? 0)));
  const last = columns.map((column) => (column === UNKNOWNS - 1 ? 1 : 0));
  const solution = solveLinear(normal, right);
  const lastColumn = solveLinear(normal, last);
  return solution === null || lastColumn === null
    ? null
    : { solution, lastVariance: Math.max(0, lastColumn[UNKNOWNS - 1] ?? 0) };
}
