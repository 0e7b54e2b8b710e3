import type { Point } from '../api.ts';

/** A rotation, uniform scale and shift of the plane: `x' = a·x − b·y + tx`, `y' = b·x + a·y + ty`. */
export type Similarity = { readonly a: number; readonly b: number; readonly tx: number; readonly ty: number };

/** The least-squares similarity that carries `from` onto `to`, point by point. Pixels in, pixels out. */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const fromMean = meanPoint(from);
  const toMean = meanPoint(to);
  let dot = 0;
  let cross = 0;
  let norm = 0;
  for (const [index, source] of from.entries()) {
    const target = to[index];
    if (target === undefined) throw new Error('fitSimilarity: lists differ in length');
    const sx = source.x - fromMean.x;
    const sy = source.y - fromMean.y;
    const tx = target.x - toMean.x;
    const ty = target.y - toMean.y;
    dot += sx * tx + sy * ty;
    cross += sx * ty - sy * tx;
    norm += sx * sx + sy * sy;
  }
  if (norm === 0) throw new Error('fitSimilarity: all points coincide');
  const a = dot / norm;
  const b = cross / norm;
  return { a, b, tx: toMean.x - a * fromMean.x + b * fromMean.y, ty: toMean.y - b * fromMean.x - a * fromMean.y };
}

export function invertSimilarity(map: Similarity): Similarity {
  const norm = map.a * map.a + map.b * map.b;
  if (norm === 0) throw new Error('invertSimilarity: scale is zero');
  const a = map.a / norm;
  const b = -map.b / norm;
  return { a, b, tx: -a * map.tx + b * map.ty, ty: -b * map.tx - a * map.ty };
}

export function applySimilarity(map: Similarity, point: Point): Point {
  return { x: map.a * point.x - map.b * point.y + map.tx, y: map.b * point.x + map.a * point.y + map.ty };
}

/** Length of a unit after the map. */
export function similarityScale(map: Similarity): number {
  return Math.hypot(map.a, map.b);
}

/**
 * The map from a square of `size` pixels to the source picture, such that the square shows `region`: a square around
 * `centre` with sides `side`, turned clockwise by `rollDegrees`.
 */
export function squareToSource(region: SquareRegion, size: number): Similarity {
  const scale = region.side / size;
  const angle = (region.rollDegrees * Math.PI) / 180;
  const a = scale * Math.cos(angle);
  const b = scale * Math.sin(angle);
  const half = size / 2;
  return { a, b, tx: region.centre.x - a * half + b * half, ty: region.centre.y - b * half - a * half };
}

export type SquareRegion = { readonly centre: Point; readonly side: number; readonly rollDegrees: number };

function meanPoint(points: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}
