import type { Box, DetectedFace, Point } from '../api.ts';
import type { Model } from '../models.ts';
import { outputOfLength } from '../models.ts';
import type { FivePoints } from './align-face.ts';
import type { RgbImage } from './rgb-image.ts';
import type { SquareRegion } from './similarity.ts';
import { squareToSource } from './similarity.ts';
import { tensorDims, toTensor } from './to-tensor.ts';
import { warp } from './warp.ts';

export const meshPointCount = 468;

/** Mesh, and the model's own belief (0..1) that a face lies under it. */
export type FaceMesh = { readonly points: Float32Array; readonly presence: number };

/**
 * The region that FaceMesh is shown: upright along the eyes, with the margin it was trained on.
 * Detectors draw their boxes differently, hence two sets of numbers; both were fitted so that the region agrees with
 * the one made from the mesh itself.
 */
export function meshRegion(face: DetectedFace, detectorKind: string): SquareRegion {
  const fit = detectorKind === 'yunet' ? { scale: 1.33, down: 0.054 } : { scale: 1.63, down: -0.032 };
  const { box, points } = face;
  const [leftEye, rightEye] = points;
  const side = Math.max(box.width, box.height);
  const roll = Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x);
  return {
    centre: {
      x: box.x + box.width / 2 - Math.sin(roll) * fit.down * side,
      y: box.y + box.height / 2 + Math.cos(roll) * fit.down * side,
    },
    side: side * fit.scale,
    rollDegrees: (roll * 180) / Math.PI,
  };
}

/** 468 points, x, y, z interleaved, in pixels of the source picture; z on the scale of x, smaller is nearer. */
export async function findMesh(image: RgbImage, region: SquareRegion, model: Model): Promise<FaceMesh> {
  const { input } = model.entry;
  const toSource = squareToSource(region, input.width);
  const crop = warp(image, { width: input.width, height: input.height, toSource });
  const outputs = await model.run(toTensor(crop, input), tensorDims(crop, input));
  const raw = outputOfLength(outputs, meshPointCount * 3);
  const flag = outputOfLength(outputs, 1)[0] ?? 0;
  const scale = region.side / input.width;
  const points = new Float32Array(raw.length);
  for (let i = 0; i < raw.length; i += 3) {
    const x = raw[i] ?? 0;
    const y = raw[i + 1] ?? 0;
    points[i] = toSource.a * x - toSource.b * y + toSource.tx;
    points[i + 1] = toSource.b * x + toSource.a * y + toSource.ty;
    points[i + 2] = (raw[i + 2] ?? 0) * scale;
  }
  return { points, presence: flag };
}

export function meshPoint(mesh: Float32Array, index: number): Point {
  return { x: mesh[index * 3] ?? 0, y: mesh[index * 3 + 1] ?? 0 };
}

/** Upright box around all mesh points. */
export function meshBox(mesh: Float32Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < mesh.length; i += 3) {
    left = Math.min(left, mesh[i] ?? left);
    right = Math.max(right, mesh[i] ?? right);
    top = Math.min(top, mesh[i + 1] ?? top);
    bottom = Math.max(bottom, mesh[i + 1] ?? bottom);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Outer and inner corner of the person's own left and right eye, nose tip, corners of the mouth. */
const landmarks = {
  leftEye: [263, 362],
  rightEye: [33, 133],
  nose: 1,
  leftMouth: 291,
  rightMouth: 61,
} as const;

/** The five points by which embedders align, read off the mesh. */
export function meshFivePoints(mesh: Float32Array): FivePoints {
  const middle = (pair: readonly [number, number]): Point => {
    const [outer, inner] = [meshPoint(mesh, pair[0]), meshPoint(mesh, pair[1])];
    return { x: (outer.x + inner.x) / 2, y: (outer.y + inner.y) / 2 };
  };
  return [
    middle(landmarks.leftEye),
    middle(landmarks.rightEye),
    meshPoint(mesh, landmarks.nose),
    meshPoint(mesh, landmarks.leftMouth),
    meshPoint(mesh, landmarks.rightMouth),
  ];
}
