import type { Pose } from '../api.ts';
import { faceGeometry } from './face-geometry.ts';
import { fitRotation } from './fit-rotation.ts';

const reference = Float32Array.from(faceGeometry.flatMap(([, x, y, z]) => [x, y, z]));
const degrees = 180 / Math.PI;

/**
 * Where the head points, from 468 mesh points (x, y, z interleaved, source pixels, not mirrored): the rotation that best
 * carries an average face onto the mesh. Degrees: yaw is positive towards the person's own left (right on the picture),
 * pitch upwards, roll clockwise on the picture.
 *
 * Yaw and roll have a true zero. Pitch is relative to an average face, whose proportions differ from the person's:
 * judge it by its change from the person's own neutral.
 */
export function findPose(mesh: Float32Array): Pose {
  const observed = Float32Array.from(
    faceGeometry.flatMap(([index]) => [mesh[index * 3] ?? 0, mesh[index * 3 + 1] ?? 0, mesh[index * 3 + 2] ?? 0]),
  );
  const { rotation } = fitRotation(reference, observed);
  // The face looks along −z; its direction in the picture is the rotation's third column, negated.
  const [right, down, away] = [-rotation[2], -rotation[5], -rotation[8]];
  return {
    yaw: Math.atan2(right, -away) * degrees,
    pitch: Math.asin(Math.max(-1, Math.min(1, -down))) * degrees,
    roll: Math.atan2(rotation[3], rotation[0]) * degrees,
  };
}
