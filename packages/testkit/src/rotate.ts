import type { Pose } from '@anzai/face';

/** Row-major 3 × 3. */
export type Rotation = Float64Array;

/**
 * Turns a head that looks at the camera: yaw to the person's own left (right on the picture), pitch up, roll clockwise on
 * the picture. Axes as in `Surface`.
 */
export function rotationOf({ yaw, pitch, roll }: Pose): Rotation {
  const [sy, cy] = sinCos(yaw);
  const [sp, cp] = sinCos(pitch);
  const [sr, cr] = sinCos(roll);
  const turn = Float64Array.of(cy, 0, -sy, 0, 1, 0, sy, 0, cy);
  const nod = Float64Array.of(1, 0, 0, 0, cp, sp, 0, -sp, cp);
  const tilt = Float64Array.of(cr, -sr, 0, sr, cr, 0, 0, 0, 1);
  return multiply(tilt, multiply(turn, nod));
}

export function transpose(m: Rotation): Rotation {
  return Float64Array.from({ length: 9 }, (_, i) => m[(i % 3) * 3 + Math.floor(i / 3)] ?? 0);
}

export function apply(m: Rotation, [x, y, z]: readonly [number, number, number]): [number, number, number] {
  const row = (i: number): number => (m[i] ?? 0) * x + (m[i + 1] ?? 0) * y + (m[i + 2] ?? 0) * z;
  return [row(0), row(3), row(6)];
}

function sinCos(degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle), Math.cos(angle)];
}

function multiply(a: Rotation, b: Rotation): Rotation {
  return Float64Array.from({ length: 9 }, (_, i) => {
    const row = Math.floor(i / 3) * 3;
    const column = i % 3;
    return (
      (a[row] ?? 0) * (b[column] ?? 0) +
      (a[row + 1] ?? 0) * (b[column + 3] ?? 0) +
      (a[row + 2] ?? 0) * (b[column + 6] ?? 0)
    );
  });
}
