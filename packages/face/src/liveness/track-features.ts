import type { Point } from '../api.ts';
import { MESH_POINTS } from './mesh-points.ts';
import type { GreyPatch } from './observation.ts';

/** One picture of a face, for tracking between two of them. */
export type TrackedFace = { readonly patch: GreyPatch; readonly mesh: Float32Array };

export type FeaturePair = {
  /** Source pixels of the first picture. */
  readonly from: Point;
  /** Depth that the mesh gives this place in the first picture, on the scale of x, smaller is nearer. */
  readonly depth: number;
  /** Source pixels of the second picture, as found in the image. */
  readonly to: Point;
  /** Normalised cross-correlation of the two, 0..1. */
  readonly likeness: number;
};

/** Half a template's side, and how far around the guess it is looked for, patch pixels. */
const TEMPLATE = 5;
const SEARCH = 6;
const CELL = 9;
const CORNER_MIN = 60;
const LIKENESS_MIN = 0.8;
const NEIGHBOURS = 12;
/** A feature farther than this from any mesh point, patch pixels, is hair or background. */
const FACE_DISTANCE_MAX = 9;

type Corner = { readonly u: number; readonly v: number };
type LocalMap = { readonly a: readonly number[]; readonly b: readonly number[]; readonly depth: number };

/**
 * Follows image corners of the face from one picture into another. The mesh only says where to look: where the corner
 * truly lies is read from the pixels, because the mesh model would see a face's shape in a sheet of paper too.
 */
export function trackFeatures(from: TrackedFace, to: TrackedFace): FeaturePair[] {
  return findCorners(from.patch).flatMap((corner) => {
    const map = localMap(corner, from, to);
    return map === null ? [] : (matchCorner({ corner, map }, from.patch, to.patch) ?? []);
  });
}

/** The strongest corner (smaller eigenvalue of the structure tensor) of each cell that has one. */
function findCorners({ size, grey }: GreyPatch): Corner[] {
  const corners: Corner[] = [];
  const border = TEMPLATE + 2;
  for (let top = border; top + CELL < size - border; top += CELL) {
    for (let left = border; left + CELL < size - border; left += CELL) {
      let best = CORNER_MIN;
      let found: Corner | null = null;
      for (let v = top; v < top + CELL; v += 3) {
        for (let u = left; u < left + CELL; u += 3) {
          const strength = cornerStrength({ u, v }, size, grey);
          if (strength > best) {
            best = strength;
            found = { u, v };
          }
        }
      }
      if (found !== null) corners.push(found);
    }
  }
  return corners;
}

function cornerStrength({ u, v }: Corner, size: number, grey: Uint8Array): number {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let dv = -4; dv <= 4; dv += 2) {
    for (let du = -4; du <= 4; du += 2) {
      const at = (v + dv) * size + u + du;
      const gx = (grey[at + 1] ?? 0) - (grey[at - 1] ?? 0);
      const gy = (grey[at + size] ?? 0) - (grey[at - size] ?? 0);
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
    }
  }
  return ((xx + yy) / 2 - Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy)) / 25;
}

/** How the mesh's nearest points went from one picture to the other: an affine map in source pixels, and their depth. */
function localMap({ u, v }: Corner, from: TrackedFace, to: TrackedFace): LocalMap | null {
  const { patch, mesh } = from;
  const x = patch.originX + (u + 0.5) * patch.scale - 0.5;
  const y = patch.originY + (v + 0.5) * patch.scale - 0.5;
  const near = nearestPoints(mesh, x, y);
  if ((near[0]?.distance ?? Infinity) > FACE_DISTANCE_MAX * patch.scale) return null;
  const rows = near.map(({ index }) => [1, (mesh[index * 3] ?? 0) - x, (mesh[index * 3 + 1] ?? 0) - y]);
  const weights = near.map(({ distance }) => 1 / (1 + (distance / (patch.scale * 12)) ** 2));
  const fit = (values: readonly number[]): readonly number[] | null => solveThree(rows, values, weights);
  const a = fit(near.map(({ index }) => to.mesh[index * 3] ?? 0));
  const b = fit(near.map(({ index }) => to.mesh[index * 3 + 1] ?? 0));
  const depth = fit(near.map(({ index }) => mesh[index * 3 + 2] ?? 0));
  return a === null || b === null || depth === null ? null : { a, b, depth: depth[0] ?? 0 };
}

type Near = { readonly index: number; readonly distance: number };

function nearestPoints(mesh: Float32Array, x: number, y: number): Near[] {
  const nearest: Near[] = [];
  for (let index = 0; index < MESH_POINTS; index++) {
    const distance = Math.hypot((mesh[index * 3] ?? 0) - x, (mesh[index * 3 + 1] ?? 0) - y);
    if (nearest.length === NEIGHBOURS && distance >= (nearest.at(-1)?.distance ?? 0)) continue;
    let place = nearest.length;
    while (place > 0 && (nearest[place - 1]?.distance ?? 0) > distance) place--;
    nearest.splice(place, 0, { index, distance });
    if (nearest.length > NEIGHBOURS) nearest.pop();
  }
  return nearest;
}

/** Weighted least squares of three unknowns by Cramer's rule; null when the points lie on a line. */
function solveThree(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
): readonly number[] | null {
  const m = new Float64Array(9);
  const t = new Float64Array(3);
  for (const [index, row] of rows.entries()) {
    const weight = weights[index] ?? 0;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) m[i * 3 + j] = (m[i * 3 + j] ?? 0) + weight * (row[i] ?? 0) * (row[j] ?? 0);
      t[i] = (t[i] ?? 0) + weight * (row[i] ?? 0) * (values[index] ?? 0);
    }
  }
  const whole = determinant(m);
  if (Math.abs(whole) < 1e-6) return null;
  return [0, 1, 2].map((column) => {
    const replaced = m.slice();
    for (let i = 0; i < 3; i++) replaced[i * 3 + column] = t[i] ?? 0;
    return determinant(replaced) / whole;
  });
}

function determinant(m: Float64Array): number {
  const at = (index: number): number => m[index] ?? 0;
  return (
    at(0) * (at(4) * at(8) - at(5) * at(7)) -
    at(1) * (at(3) * at(8) - at(5) * at(6)) +
    at(2) * (at(3) * at(7) - at(4) * at(6))
  );
}

/** Looks for the corner's surroundings, bent as the mesh says, around the place the mesh says. */
function matchCorner(
  { corner, map }: { corner: Corner; map: LocalMap },
  from: GreyPatch,
  to: GreyPatch,
): FeaturePair | null {
  const window = sampleWindow(map, from.scale, to);
  if (window === null) return null;
  const template = cutTemplate(corner, from);
  const side = 2 * SEARCH + 1;
  const scores = new Float32Array(side * side);
  let best = 0;
  for (let shift = 0; shift < scores.length; shift++) {
    const score = likenessAt(template, window, { column: shift % side, row: Math.floor(shift / side) });
    scores[shift] = score;
    if (score > (scores[best] ?? 0)) best = shift;
  }
  const column = best % side;
  const row = Math.floor(best / side);
  const likeness = scores[best] ?? 0;
  // A peak at the border is no peak: the corner went elsewhere.
  if (likeness < LIKENESS_MIN || column === 0 || row === 0 || column === side - 1 || row === side - 1) return null;
  const score = (dx: number, dy: number): number => scores[(row + dy) * side + column + dx] ?? 0;
  const du = (column - SEARCH + peak(score(-1, 0), likeness, score(1, 0))) * from.scale;
  const dv = (row - SEARCH + peak(score(0, -1), likeness, score(0, 1))) * from.scale;
  const x = from.originX + (corner.u + 0.5) * from.scale - 0.5;
  const y = from.originY + (corner.v + 0.5) * from.scale - 0.5;
  const { a, b, depth } = map;
  return {
    from: { x, y },
    depth,
    to: {
      x: (a[0] ?? 0) + (a[1] ?? 0) * du + (a[2] ?? 0) * dv,
      y: (b[0] ?? 0) + (b[1] ?? 0) * du + (b[2] ?? 0) * dv,
    },
    likeness,
  };
}

const WINDOW = 2 * (TEMPLATE + SEARCH) + 1;
const TEMPLATE_SIDE = 2 * TEMPLATE + 1;

function sampleWindow({ a, b }: LocalMap, scale: number, to: GreyPatch): Float32Array | null {
  const window = new Float32Array(WINDOW * WINDOW);
  const reach = TEMPLATE + SEARCH;
  let at = 0;
  for (let dv = -reach; dv <= reach; dv++) {
    for (let du = -reach; du <= reach; du++) {
      const x = (a[0] ?? 0) + ((a[1] ?? 0) * du + (a[2] ?? 0) * dv) * scale;
      const y = (b[0] ?? 0) + ((b[1] ?? 0) * du + (b[2] ?? 0) * dv) * scale;
      const u = (x + 0.5 - to.originX) / to.scale - 0.5;
      const v = (y + 0.5 - to.originY) / to.scale - 0.5;
      if (u < 0 || v < 0 || u >= to.size - 1 || v >= to.size - 1) return null;
      window[at++] = bilinear(to, u, v);
    }
  }
  return window;
}

function bilinear({ size, grey }: GreyPatch, u: number, v: number): number {
  const u0 = Math.floor(u);
  const v0 = Math.floor(v);
  const at = v0 * size + u0;
  const top = (grey[at] ?? 0) + ((grey[at + 1] ?? 0) - (grey[at] ?? 0)) * (u - u0);
  const bottom = (grey[at + size] ?? 0) + ((grey[at + size + 1] ?? 0) - (grey[at + size] ?? 0)) * (u - u0);
  return top + (bottom - top) * (v - v0);
}

/** Zero mean, unit length. */
function cutTemplate({ u, v }: Corner, { size, grey }: GreyPatch): Float32Array {
  const template = new Float32Array(TEMPLATE_SIDE * TEMPLATE_SIDE);
  let sum = 0;
  for (let i = 0; i < template.length; i++) {
    const row = v - TEMPLATE + Math.floor(i / TEMPLATE_SIDE);
    const value = grey[row * size + u - TEMPLATE + (i % TEMPLATE_SIDE)] ?? 0;
    template[i] = value;
    sum += value;
  }
  const average = sum / template.length;
  let squares = 0;
  for (let i = 0; i < template.length; i++) {
    const value = (template[i] ?? 0) - average;
    template[i] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return template.map((value) => value / length);
}

function likenessAt(
  template: Float32Array,
  window: Float32Array,
  { column, row }: { column: number; row: number },
): number {
  let sum = 0;
  let squares = 0;
  let product = 0;
  let i = 0;
  for (let y = row; y < row + TEMPLATE_SIDE; y++) {
    for (let at = y * WINDOW + column; at < y * WINDOW + column + TEMPLATE_SIDE; at++) {
      const value = window[at] ?? 0;
      sum += value;
      squares += value * value;
      product += value * (template[i++] ?? 0);
    }
  }
  const spread = squares - (sum * sum) / template.length;
  return spread <= 1e-3 ? 0 : product / Math.sqrt(spread);
}

/** Where a parabola through three neighbouring scores has its top, −0.5..0.5. */
function peak(before: number, at: number, after: number): number {
  const bend = before - 2 * at + after;
  return bend >= -1e-6 ? 0 : Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend));
}
