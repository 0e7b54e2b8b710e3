import type { LinearImage, Surface } from './surface.ts';
import { apply, type Rotation } from './rotate.ts';

/** Where a surface stands: turned about a pivot of its own, then moved. The camera is at the origin and looks along z. */
export type Placement = {
  readonly rotation: Rotation;
  readonly pivot: readonly [number, number, number];
  readonly position: readonly [number, number, number];
};

export type View = { readonly width: number; readonly height: number; readonly focalPx: number };

/** What the camera sees of one surface, before any light is chosen. One value a pixel, except `albedo` with three. */
export type Layer = {
  readonly width: number;
  readonly height: number;
  readonly albedo: Float32Array;
  readonly alpha: Float32Array;
  /** Light of the room on this place, about 1. */
  readonly room: Float32Array;
  /** Light of the screen on this place, 1 for a surface that faces it at `SCREEN_DISTANCE`. */
  readonly screen: Float32Array;
};

/** Eye distances from which a screen's light counts as 1: about 40 cm. */
export const SCREEN_DISTANCE = 4.4;
/** The screen's middle lies below the camera. */
const SCREEN_BELOW = 0.6;

type Vertices = { x: Float32Array; y: Float32Array; depth: Float32Array; room: Float32Array; screen: Float32Array };

export function rasterise(surface: Surface, placement: Placement, view: View): Layer {
  const { width, height } = view;
  const layer: Layer = {
    width,
    height,
    albedo: new Float32Array(width * height * 3),
    alpha: new Float32Array(width * height),
    room: new Float32Array(width * height),
    screen: new Float32Array(width * height),
  };
  const nearest = new Float32Array(width * height).fill(Infinity);
  const vertices = placeVertices(surface, placement, view);
  for (let t = 0; t < surface.triangles.length; t += 3) fillTriangle({ surface, vertices, layer, nearest }, t);
  return layer;
}

function placeVertices(surface: Surface, placement: Placement, view: View): Vertices {
  const count = surface.alpha.length;
  const placed = new Float32Array(count * 3);
  const [px, py, pz] = placement.pivot;
  for (let i = 0; i < count; i++) {
    const [x = 0, y = 0, z = 0] = surface.positions.subarray(i * 3, i * 3 + 3);
    const [rx, ry, rz] = apply(placement.rotation, [x - px, y - py, z - pz]);
    placed[i * 3] = rx + px + placement.position[0];
    placed[i * 3 + 1] = ry + py + placement.position[1];
    placed[i * 3 + 2] = rz + pz + placement.position[2];
  }
  const normals = vertexNormals(placed, surface.triangles);
  const vertices: Vertices = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    depth: new Float32Array(count),
    room: new Float32Array(count),
    screen: new Float32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const [x = 0, y = 0, z = 1] = placed.subarray(i * 3, i * 3 + 3);
    const [nx = 0, ny = 0, nz = 0] = normals.subarray(i * 3, i * 3 + 3);
    vertices.x[i] = (x / z) * view.focalPx + view.width / 2;
    vertices.y[i] = (y / z) * view.focalPx + view.height / 2;
    vertices.depth[i] = z;
    // The room's lamps hang above and a little to one side.
    vertices.room[i] = 0.86 + 0.2 * Math.max(0, nx * -0.35 + ny * -0.75 + nz * -0.55);
    const toScreenY = SCREEN_BELOW - y;
    const distance = Math.hypot(x, toScreenY, z);
    const facing = Math.max(0, (-x * nx + toScreenY * ny - z * nz) / distance);
    vertices.screen[i] = facing * (SCREEN_DISTANCE / distance) ** 2;
  }
  return vertices;
}

/** Unit normals that point towards the camera's side. */
function vertexNormals(placed: Float32Array, triangles: Uint16Array): Float32Array {
  const normals = new Float32Array(placed.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a = 0, b = 0, c = 0] = triangles.subarray(t, t + 3);
    const normal = faceNormal(pointAt(placed, a), pointAt(placed, b), pointAt(placed, c));
    for (const corner of [a, b, c]) {
      for (const [axis, value] of normal.entries())
        normals[corner * 3 + axis] = (normals[corner * 3 + axis] ?? 0) + value;
    }
  }
  for (let i = 0; i < normals.length; i += 3) {
    const [x, y, z] = pointAt(normals, i / 3);
    const length = Math.hypot(x, y, z) || 1;
    normals.set([x / length, y / length, z / length], i);
  }
  return normals;
}

type Vector = readonly [number, number, number];

function pointAt(values: Float32Array, index: number): Vector {
  return [values[index * 3] ?? 0, values[index * 3 + 1] ?? 0, values[index * 3 + 2] ?? 0];
}

/** As long as twice the triangle's area, towards the camera. */
function faceNormal(a: Vector, b: Vector, c: Vector): Vector {
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const;
  const z = u[0] * v[1] - u[1] * v[0];
  const sign = z > 0 ? -1 : 1;
  return [sign * (u[1] * v[2] - u[2] * v[1]), sign * (u[2] * v[0] - u[0] * v[2]), sign * z];
}

type Raster = { surface: Surface; vertices: Vertices; layer: Layer; nearest: Float32Array };
/** Weights of the three corners at a pixel. */
type Weights = { a: number; b: number; c: number };

function fillTriangle(raster: Raster, t: number): void {
  const { surface, vertices, layer } = raster;
  const corners = surface.triangles.subarray(t, t + 3);
  const [ax, bx, cx] = cornersOf(vertices.x, corners);
  const [ay, by, cy] = cornersOf(vertices.y, corners);
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(area) < 1e-6) return;
  const bottom = Math.min(layer.height - 1, Math.ceil(Math.max(ay, by, cy)));
  const right = Math.min(layer.width - 1, Math.ceil(Math.max(ax, bx, cx)));
  const left = Math.max(0, Math.floor(Math.min(ax, bx, cx)));
  const weights: Weights = { a: 0, b: 0, c: 0 };
  for (let row = Math.max(0, Math.floor(Math.min(ay, by, cy))); row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      weights.b = ((column - ax) * (cy - ay) - (cx - ax) * (row - ay)) / area;
      weights.c = ((bx - ax) * (row - ay) - (column - ax) * (by - ay)) / area;
      weights.a = 1 - weights.b - weights.c;
      const inside = weights.a >= -1e-4 && weights.b >= -1e-4 && weights.c >= -1e-4;
      if (inside) fillPixel(raster, { corners, weights, at: row * layer.width + column });
    }
  }
}

type Pixel = { readonly corners: Uint16Array; readonly weights: Weights; readonly at: number };

function fillPixel({ surface, vertices, layer, nearest }: Raster, { corners, weights, at }: Pixel): void {
  const [a = 0, b = 0, c = 0] = corners;
  const mix = (values: Float32Array): number =>
    (values[a] ?? 0) * weights.a + (values[b] ?? 0) * weights.b + (values[c] ?? 0) * weights.c;
  const depth = mix(vertices.depth);
  if (depth >= (nearest[at] ?? 0)) return;
  nearest[at] = depth;
  layer.alpha[at] = mix(surface.alpha);
  layer.room[at] = mix(vertices.room);
  layer.screen[at] = mix(vertices.screen);
  const along = (axis: 0 | 1): number =>
    (surface.uvs[a * 2 + axis] ?? 0) * weights.a +
    (surface.uvs[b * 2 + axis] ?? 0) * weights.b +
    (surface.uvs[c * 2 + axis] ?? 0) * weights.c;
  sampleTexture(surface.texture, { u: along(0), v: along(1) }, layer.albedo.subarray(at * 3, at * 3 + 3));
}

function cornersOf(values: Float32Array, corners: Uint16Array): Vector {
  return [values[corners[0] ?? 0] ?? 0, values[corners[1] ?? 0] ?? 0, values[corners[2] ?? 0] ?? 0];
}

type Place = { readonly u: number; readonly v: number };

/** Bilinear. */
function sampleTexture({ width, height, data }: LinearImage, { u, v }: Place, into: Float32Array): void {
  const u0 = Math.max(0, Math.min(width - 2, Math.floor(u)));
  const v0 = Math.max(0, Math.min(height - 2, Math.floor(v)));
  const fu = Math.max(0, Math.min(1, u - u0));
  const fv = Math.max(0, Math.min(1, v - v0));
  const p = (v0 * width + u0) * 3;
  const q = p + width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const top = (data[p + channel] ?? 0) * (1 - fu) + (data[p + 3 + channel] ?? 0) * fu;
    const low = (data[q + channel] ?? 0) * (1 - fu) + (data[q + 3 + channel] ?? 0) * fu;
    into[channel] = top + (low - top) * fv;
  }
}
