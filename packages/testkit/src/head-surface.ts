import type { Pose } from '@anzai/face';
import { apply, rotationOf, transpose } from './rotate.ts';
import type { LinearImage, Surface } from './surface.ts';
import { triangulate } from './triangulate.ts';

/** The rim of FaceMesh's 468 points, clockwise from the top of the forehead. */
const RIM = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;

/** Hair, ears and neck around the face: how far out, how far back (eye distances), and how solid each ring is. */
const RINGS = [
  { out: 1.1, back: 0.1, alpha: 1 },
  { out: 1.24, back: 0.32, alpha: 1 },
  { out: 1.4, back: 0.65, alpha: 1 },
  { out: 1.5, back: 0.85, alpha: 0 },
] as const;

export type CreateHeadInput = {
  /** 468 points, pixels of the texture. */
  readonly mesh: Float32Array;
  /** The attitude of the head in the photograph, which is taken out. */
  readonly pose: Pose;
  readonly texture: LinearImage;
};

/** A head that looks straight ahead, its eyes' middle at the origin, with the photograph as its skin. */
export function createHead({ mesh, pose, texture }: CreateHeadInput): Surface {
  const unit = Math.hypot(
    at(mesh, 33, 0) - at(mesh, 263, 0),
    at(mesh, 33, 1) - at(mesh, 263, 1),
    at(mesh, 33, 2) - at(mesh, 263, 2),
  );
  const middle = [0, 1, 2].map((axis) => (at(mesh, 33, axis) + at(mesh, 263, axis)) / 2);
  const straighten = transpose(rotationOf(pose));
  const turn = rotationOf(pose);
  const points: number[][] = [];
  for (let i = 0; i < 468; i++) {
    const [x, y, z] = [0, 1, 2].map((axis) => (at(mesh, i, axis) - (middle[axis] ?? 0)) / unit) as [
      number,
      number,
      number,
    ];
    points.push(apply(straighten, [x, y, z]));
  }
  const rings = ringPoints(points);
  const all = [...points, ...rings];
  const uvs = Float32Array.from(
    all.flatMap(([x = 0, y = 0, z = 0]) => {
      const [u, v] = apply(turn, [x, y, z]);
      return [u * unit + (middle[0] ?? 0), v * unit + (middle[1] ?? 0)];
    }),
  );
  const alpha = Float32Array.from(all, (_, i) =>
    i < 468 ? 1 : (RINGS[Math.floor((i - 468) / RIM.length)]?.alpha ?? 0),
  );
  return {
    positions: Float32Array.from(all.flat()),
    uvs,
    alpha,
    triangles: triangulate(
      all.map(([x = 0]) => x),
      all.map(([, y = 0]) => y),
    ),
    texture,
  };
}

/** The skull carries on from the face's rim, outwards and backwards. */
function ringPoints(points: readonly number[][]): number[][] {
  const rim = RIM.map((index) => points[index] ?? [0, 0, 0]);
  const centreY = rim.reduce((sum, [, y = 0]) => sum + y, 0) / rim.length;
  return RINGS.flatMap(({ out, back }) =>
    rim.map(([x = 0, y = 0, z = 0]) => [x * out, centreY + (y - centreY) * out, z + back]),
  );
}

/** Upper and lower edge of each eye, in pairs from the outer corner to the inner. */
const LIDS = [
  [246, 7],
  [161, 163],
  [160, 144],
  [159, 145],
  [158, 153],
  [157, 154],
  [173, 155],
  [466, 249],
  [388, 390],
  [387, 373],
  [386, 374],
  [385, 380],
  [384, 381],
  [398, 382],
] as const;

/** The same head with its upper lids lowered; `shut` 0..1. */
export function closeEyes(head: Surface, shut: number): Surface {
  if (shut <= 0) return head;
  const positions = head.positions.slice();
  for (const [upper, lower] of LIDS) {
    for (let axis = 0; axis < 3; axis++) {
      const from = at(head.positions, upper, axis);
      positions[upper * 3 + axis] = from + (at(head.positions, lower, axis) - from) * 0.95 * shut;
    }
  }
  return { ...head, positions };
}

function at(values: Float32Array, point: number, axis: number): number {
  return values[point * 3 + axis] ?? 0;
}
