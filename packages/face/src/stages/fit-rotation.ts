/** Row-major 3×3. */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];

/**
 * The rotation R (and scale) for which scale·R·from + shift comes nearest to `to` in the least-squares sense, for
 * corresponding 3D points interleaved x, y, z. Horn's closed form: the quaternion is the leading eigenvector of a
 * symmetric 4×4 matrix made from the covariance.
 */
export function fitRotation(
  from: Float32Array,
  to: Float32Array,
): { readonly rotation: Matrix3; readonly scale: number } {
  const s = covariance(from, to);
  const at = (row: number, column: number): number => s.sums[row * 3 + column] ?? 0;
  const [xx, yy, zz] = [at(0, 0), at(1, 1), at(2, 2)];
  const quaternion = leadingEigenvector([
    [xx + yy + zz, at(1, 2) - at(2, 1), at(2, 0) - at(0, 2), at(0, 1) - at(1, 0)],
    [at(1, 2) - at(2, 1), xx - yy - zz, at(0, 1) + at(1, 0), at(2, 0) + at(0, 2)],
    [at(2, 0) - at(0, 2), at(0, 1) + at(1, 0), -xx + yy - zz, at(1, 2) + at(2, 1)],
    [at(0, 1) - at(1, 0), at(2, 0) + at(0, 2), at(1, 2) + at(2, 1), -xx - yy + zz],
  ]);
  const rotation = quaternionToMatrix(quaternion);
  let trace = 0;
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) trace += (rotation[row * 3 + column] ?? 0) * at(column, row);
  }
  return { rotation, scale: trace / s.fromNorm };
}

/** sums[i·3+j] = Σ from_i · to_j about the means. */
function covariance(from: Float32Array, to: Float32Array): { sums: Float64Array; fromNorm: number } {
  const fromMean = mean(from);
  const toMean = mean(to);
  const sums = new Float64Array(9);
  let fromNorm = 0;
  for (let p = 0; p < from.length; p += 3) {
    for (let i = 0; i < 3; i++) {
      const source = (from[p + i] ?? 0) - (fromMean[i] ?? 0);
      fromNorm += source * source;
      for (let j = 0; j < 3; j++) {
        sums[i * 3 + j] = (sums[i * 3 + j] ?? 0) + source * ((to[p + j] ?? 0) - (toMean[j] ?? 0));
      }
    }
  }
  return { sums, fromNorm };
}

function mean(points: Float32Array): Float64Array {
  const sum = new Float64Array(3);
  for (let p = 0; p < points.length; p++) sum[p % 3] = (sum[p % 3] ?? 0) + (points[p] ?? 0);
  return sum.map((value) => (value * 3) / points.length);
}

type Vector4 = [number, number, number, number];

/** By repeated squaring of the shifted matrix: 2^24 power iterations in 24 steps, whatever the start. */
function leadingEigenvector(matrix: readonly Vector4[]): Vector4 {
  const shift = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0))) || 1;
  let power = matrix.map((row, i) => row.map((value, j) => value / shift + (i === j ? 1 : 0)));
  for (let step = 0; step < 24; step++) {
    const squared = power.map((row) =>
      power.map((_, j) => row.reduce((sum, value, k) => sum + value * (power[k]?.[j] ?? 0), 0)),
    );
    const trace = squared.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
    power = squared.map((row) => row.map((value) => value / trace));
  }
  const longest = power.toSorted((left, right) => norm(right) - norm(left))[0] ?? [1, 0, 0, 0];
  const length = norm(longest);
  return [
    (longest[0] ?? 0) / length,
    (longest[1] ?? 0) / length,
    (longest[2] ?? 0) / length,
    (longest[3] ?? 0) / length,
  ];
}

function norm(values: readonly number[]): number {
  return Math.hypot(...values);
}

function quaternionToMatrix([w, x, y, z]: Vector4): Matrix3 {
  return [
    1 - 2 * (y * y + z * z),
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    1 - 2 * (x * x + y * y),
  ];
}
