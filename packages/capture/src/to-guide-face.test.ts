import { describe, expect, it } from 'vitest';
import type { RawFace } from './read-faces.ts';
import type { Point } from './point.ts';
import { GUIDE_PLACEMENT, toGuideFace } from './to-guide-face.ts';

/** Millimetres of an ordinary head; x to its own left, y upwards, z forwards, from the middle between the eyes. */
const HEAD = {
  rightEye: [-31.5, 0, 0],
  leftEye: [31.5, 0, 0],
  nose: [0, -36, 34],
  mouth: [0, -65, 12],
} as const;

/** The points as a camera sees them: own left is right in the picture. */
function see(turn: { readonly yaw?: number; readonly pitch?: number; readonly roll?: number }): RawFace {
  const [yaw, pitch, roll] = [turn.yaw ?? 0, turn.pitch ?? 0, turn.roll ?? 0].map(
    (degrees) => (degrees * Math.PI) / 180,
  );
  const project = ([x, y, z]: readonly [number, number, number]): Point => {
    const y1 = y * Math.cos(pitch ?? 0) + z * Math.sin(pitch ?? 0);
    const z1 = z * Math.cos(pitch ?? 0) - y * Math.sin(pitch ?? 0);
    const x2 = x * Math.cos(yaw ?? 0) + z1 * Math.sin(yaw ?? 0);
    const [across, down] = [x2, -y1];
    const sin = Math.sin(roll ?? 0);
    const cos = Math.cos(roll ?? 0);
    return { x: 128 + (across * cos - down * sin) * 0.6, y: 120 + (across * sin + down * cos) * 0.6 };
  };
  const points = { rightEye: project(HEAD.rightEye), leftEye: project(HEAD.leftEye) };
  const rest = { nose: project(HEAD.nose), mouth: project(HEAD.mouth) };
  return { score: 0.9, centre: { x: 128, y: 128 }, width: 96, height: 96, ...points, ...rest };
}

const poseOf = (turn: Parameters<typeof see>[0]) => toGuideFace(see(turn), GUIDE_PLACEMENT);

describe('toGuideFace', () => {
  it('is positive when the person turns to their own left, and grows with the turn', () => {
    const yaws = [-30, -20, -10, 0, 10, 20, 30].map((yaw) => poseOf({ yaw }).yaw);
    expect(yaws).toEqual([...yaws].sort((a, b) => a - b));
    expect(yaws[5]! - yaws[3]!).toBeGreaterThan(12);
    expect(yaws[5]! - yaws[3]!).toBeLessThan(30);
    expect(yaws[1]! - yaws[3]!).toBeCloseTo(yaws[3]! - yaws[5]!, 5);
  });

  it('grows when the person looks up', () => {
    const pitches = [-15, 0, 15].map((pitch) => poseOf({ pitch }).pitch);
    expect(pitches[2]! - pitches[1]!).toBeGreaterThan(8);
    expect(pitches[1]! - pitches[0]!).toBeGreaterThan(8);
  });

  it('reads the same from a head held askew', () => {
    const upright = poseOf({ yaw: 18, pitch: 6 });
    const askew = poseOf({ yaw: 18, pitch: 6, roll: 20 });
    expect(askew.yaw).toBeCloseTo(upright.yaw, 5);
    expect(askew.pitch).toBeCloseTo(upright.pitch, 5);
  });

  it('gives place and size as shares of the picture, not of the square around it', () => {
    const { centre, width } = poseOf({});
    expect(centre).toEqual({ x: 0.5, y: 0.5 });
    expect(width).toBe(0.5);
  });
});
