import type { Point } from '../api.ts';
import { type Corner, findCorners } from './find-corners.ts';
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
const LIKENESS_MIN = 0.8;
const NEIGHBOURS = 12;
/** A feature farther than this from any mesh point, patch pixels, is hair or background. */
const FACE_DISTANCE_MAX = 9;

/** A corner of the first picture, with all that is needed to look for it in any other. */
type Feature = {
  readonly x: number;
  readonly y: number;
  readonly template: Float32Array;
  readonly near: Uint16Array;
  /** Rows of 1, dx, dy a neighbour, and how much each counts. */
  readonly offsets: Float64Array;
  readonly weights: Float64Array;
  readonly depth: number;
};

/** The features of one picture, found once and followed into many. */
export type Features = { readonly scale: number; readonly list: readonly Feature[] };

/** Image corners on the face. */
export function findFeatures({ patch, mesh }: TrackedFace): Features {
  return {
    scale: patch.scale,
    list: findCorners(patch, TEMPLATE + 2).flatMap((corner) => describeCorner(corner, patch, mesh) ?? []),
  };
}

/**
 * Follows features into another picture. The mesh only says where to look: where the corner truly lies is read from the
 * pixels, because the mesh model would see a face's shape in a sheet of paper too.
 */
export function trackFeatures({ scale, list }: Features, to: TrackedFace): FeaturePair[] {
  return list.flatMap((feature) => matchFeature(feature, scale, to) ?? []);
}

function describeCorner({ u, v }: Corner, patch: GreyPatch, mesh: Float32Array): Feature | null {
  const x = patch.originX + (u + 0.5) * patch.scale - 0.5;
  const y = patch.originY + (v + 0.5) * patch.scale - 0.5;
  const near = nearestPoints(mesh, x, y);
  if ((near[0]?.distance ?? Infinity) > FACE_DISTANCE_MAX * patch.scale) return null;
  const offsets = Float64Array.from(
    near.flatMap(({ index }) => [1, (mesh[index * 3] ?? 0) - x, (mesh[index * 3 + 1] ?? 0) - y]),
  );
  const weights = Float64Array.from(near, ({ distance }) => 1 / (1 + (distance / (patch.scale * 12)) ** 2));
  const indices = Uint16Array.from(near, ({ index }) => index);
  const depth = fitNear({ near: indices, offsets, weights }, mesh, 2);
  if (depth === null) return null;
  const template = cutTemplate({ u, v }, patch);
  return { x, y, template, near: indices, offsets, weights, depth: depth[0] };
}

type Near = { readonly index: number; readonly distance: number };

function nearestPoints(mesh: Float32Array, x: number, y: number): Near[] {
  const nearest: Near[] = [];
  let farthest = Infinity;
  for (let index = 0; index < MESH_POINTS; index++) {
    const dx = (mesh[index * 3] ?? 0) - x;
    const dy = (mesh[index * 3 + 1] ?? 0) - y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance >= farthest) continue;
    const place = nearest.findIndex((other) => other.distance > distance);
    nearest.splice(place === -1 ? nearest.length : place, 0, { index, distance });
    if (nearest.length > NEIGHBOURS) nearest.pop();
    if (nearest.length === NEIGHBOURS) farthest = nearest.at(-1)?.distance ?? Infinity;
  }
  return nearest;
}

type Three = readonly [number, number, number];

/** One coordinate of the neighbours in a mesh, as a linear function of the offset from the feature; null on a line. */
function fitNear(
  { near, offsets, weights }: Pick<Feature, 'near' | 'offsets' | 'weights'>,
  mesh: Float32Array,
  axis: 0 | 1 | 2,
): Three | null {
  const m = new Float64Array(9);
  const t = new Float64Array(3);
  for (let row = 0; row < near.length; row++) {
    const weight = weights[row] ?? 0;
    const value = mesh[(near[row] ?? 0) * 3 + axis] ?? 0;
    for (let i = 0; i < 3; i++) {
      const left = weight * (offsets[row * 3 + i] ?? 0);
      for (let j = 0; j < 3; j++) m[i * 3 + j] = (m[i * 3 + j] ?? 0) + left * (offsets[row * 3 + j] ?? 0);
      t[i] = (t[i] ?? 0) + left * value;
    }
  }
  return solveThree(m, t);
}

/** By Cramer's rule. */
function solveThree(m: Float64Array, t: Float64Array): Three | null {
  const whole = determinant(m);
  if (Math.abs(whole) < 1e-6) return null;
  const replaced = (column: number): number => {
    const copy = m.slice();
    for (let i = 0; i < 3; i++) copy[i * 3 + column] = t[i] ?? 0;
    return determinant(copy) / whole;
  };
  return [replaced(0), replaced(1), replaced(2)];
}

function determinant(m: Float64Array): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** Looks for the feature's surroundings, bent as the mesh says, around the place the mesh says. */
function matchFeature(feature: Feature, scale: number, to: TrackedFace): FeaturePair | null {
  const across = fitNear(feature, to.mesh, 0);
  const down = fitNear(feature, to.mesh, 1);
  if (across === null || down === null) return null;
  const window = sampleWindow({ across, down, scale }, to.patch);
  if (window === null) return null;
  const found = findPeak(feature.template, window);
  if (found === null) return null;
  const du = found.column * scale;
  const dv = found.row * scale;
  return {
    from: { x: feature.x, y: feature.y },
    depth: feature.depth,
    to: { x: across[0] + across[1] * du + across[2] * dv, y: down[0] + down[1] * du + down[2] * dv },
    likeness: found.likeness,
  };
}

const SIDE = 2 * SEARCH + 1;

/** The shift at which the template fits best, −SEARCH..SEARCH with fractions: every other shift first, then around the best. */
function findPeak(
  template: Float32Array,
  window: Float32Array,
): { column: number; row: number; likeness: number } | null {
  const scores = new Float32Array(SIDE * SIDE).fill(-1);
  const score = (column: number, row: number): number => {
    const at = row * SIDE + column;
    const known = scores[at] ?? 0;
    if (known >= 0) return known;
    const likeness = Math.max(0, likenessAt(template, window, { column, row }));
    scores[at] = likeness;
    return likeness;
  };
  let best = { column: 0, row: 0, likeness: 0 };
  const consider = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) return;
    const likeness = score(column, row);
    if (likeness > best.likeness) best = { column, row, likeness };
  };
  for (let row = 0; row < SIDE; row += 2) for (let column = 0; column < SIDE; column += 2) consider(column, row);
  const { column: c, row: r } = best;
  for (let row = r - 1; row <= r + 1; row++) for (let column = c - 1; column <= c + 1; column++) consider(column, row);
  const { column, row, likeness } = best;
  // A peak at the border is no peak: the corner went elsewhere.
  if (likeness < LIKENESS_MIN || column === 0 || row === 0 || column === SIDE - 1 || row === SIDE - 1) return null;
  return {
    column: column - SEARCH + peak(score(column - 1, row), likeness, score(column + 1, row)),
    row: row - SEARCH + peak(score(column, row - 1), likeness, score(column, row + 1)),
    likeness,
  };
}

const WINDOW = 2 * (TEMPLATE + SEARCH) + 1;
const TEMPLATE_SIDE = 2 * TEMPLATE + 1;

type Guess = { readonly across: Three; readonly down: Three; readonly scale: number };

function sampleWindow({ across, down, scale }: Guess, to: GreyPatch): Float32Array | null {
  const window = new Float32Array(WINDOW * WINDOW);
  const reach = TEMPLATE + SEARCH;
  const ratio = scale / to.scale;
  const startU = (across[0] + 0.5 - to.originX) / to.scale - 0.5;
  const startV = (down[0] + 0.5 - to.originY) / to.scale - 0.5;
  let at = 0;
  for (let dv = -reach; dv <= reach; dv++) {
    for (let du = -reach; du <= reach; du++) {
      const u = startU + (across[1] * du + across[2] * dv) * ratio;
      const v = startV + (down[1] * du + down[2] * dv) * ratio;
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
