import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faceGeometry } from './face-geometry.ts';
import { findPose } from './head-pose.ts';

type Turn = { readonly yaw: number; readonly pitch: number; readonly roll: number };

/** The average face as a mesh, turned; screen axes: x right, y down, z away. */
function turnedMesh({ yaw, pitch, roll }: Turn): Float32Array {
  const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const mesh = new Float32Array(468 * 3);
  for (const [index, x, y, z] of faceGeometry) {
    // Up: the nose, nearest the viewer, rises.
    const [y1, z1] = [y * Math.cos(b) + z * Math.sin(b), z * Math.cos(b) - y * Math.sin(b)];
    // To the person's own left: the nose goes right on screen.
    const [x2, z2] = [x * Math.cos(a) - z1 * Math.sin(a), z1 * Math.cos(a) + x * Math.sin(a)];
    const [x3, y3] = [x2 * Math.cos(c) - y1 * Math.sin(c), y1 * Math.cos(c) + x2 * Math.sin(c)];
    mesh.set([300 + 1.7 * x3, 250 + 1.7 * y3, 1.7 * z2], index * 3);
  }
  return mesh;
}

test('yaw is positive when the nose points right on the picture, to the person’s own left', () => {
  const mesh = turnedMesh({ yaw: 30, pitch: 0, roll: 0 });
  const nose = mesh[4 * 3] ?? 0;
  const eyes = ((mesh[33 * 3] ?? 0) + (mesh[263 * 3] ?? 0)) / 2;
  expect(nose).toBeGreaterThan(eyes);
  expect(findPose(mesh).yaw).toBeCloseTo(30, 3);
});

test('pitch is positive when the nose rises', () => {
  const [flat, up] = [turnedMesh({ yaw: 0, pitch: 0, roll: 0 }), turnedMesh({ yaw: 0, pitch: 20, roll: 0 })];
  expect(up[4 * 3 + 1] ?? 0).toBeLessThan(flat[4 * 3 + 1] ?? 0);
  expect(findPose(up).pitch).toBeCloseTo(20, 3);
});

test('roll is positive when the head leans clockwise on the picture', () => {
  const mesh = turnedMesh({ yaw: 0, pitch: 0, roll: 15 });
  expect(mesh[263 * 3 + 1] ?? 0).toBeGreaterThan(mesh[33 * 3 + 1] ?? 0);
  expect(findPose(mesh).roll).toBeCloseTo(15, 3);
});

test('any attitude of a head before a camera is found again', () => {
  const degrees = (most: number): fc.Arbitrary<number> => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(degrees(60), degrees(40), (yaw, pitch) => {
      const found = findPose(turnedMesh({ yaw, pitch, roll: 0 }));
      expect(Math.abs(found.yaw - yaw)).toBeLessThan(0.01);
      expect(Math.abs(found.pitch - pitch)).toBeLessThan(0.01);
    }),
  );
});

test('the average face has no preferred side', () => {
  const pose = findPose(turnedMesh({ yaw: 0, pitch: 0, roll: 0 }));
  expect(Math.abs(pose.yaw)).toBeLessThan(1e-3);
  expect(Math.abs(pose.roll)).toBeLessThan(1e-3);
});
