import type { Point } from '../api.ts';

/** Places on FaceMesh's 468 points; left and right are the person's own. */
export const MESH = {
  forehead: 151,
  noseBridge: 195,
  noseTip: 4,
  chin: 199,
  leftCheek: 425,
  rightCheek: 205,
  leftJaw: 434,
  rightJaw: 214,
  leftEyeOuter: 263,
  rightEyeOuter: 33,
} as const;

export const MESH_POINTS = 468;

export type Point3 = { readonly x: number; readonly y: number; readonly z: number };

export function meshPoint(mesh: Float32Array, index: number): Point3 {
  return { x: mesh[index * 3] ?? 0, y: mesh[index * 3 + 1] ?? 0, z: mesh[index * 3 + 2] ?? 0 };
}

/** Distance of the outer corners of the eyes, pixels; in three dimensions, so that a turned head keeps its size. */
export function eyeDistance(mesh: Float32Array): number {
  const left = meshPoint(mesh, MESH.leftEyeOuter);
  const right = meshPoint(mesh, MESH.rightEyeOuter);
  return Math.hypot(left.x - right.x, left.y - right.y, left.z - right.z);
}

export function meshCentre(mesh: Float32Array): Point {
  let x = 0;
  let y = 0;
  for (let i = 0; i < MESH_POINTS; i++) {
    x += mesh[i * 3] ?? 0;
    y += mesh[i * 3 + 1] ?? 0;
  }
  return { x: x / MESH_POINTS, y: y / MESH_POINTS };
}
