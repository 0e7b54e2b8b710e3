import { describe, expect, it } from 'vitest';
import { decideGuidance } from './guidance.ts';
import type { GuideFace, GuideReading } from './guidance.ts';

const face: GuideFace = { centre: { x: 0.5, y: 0.47 }, width: 0.45, eyeDistance: 0.2, yaw: 0, pitch: 0 };
const reading: GuideReading = { atMs: 0, faces: 1, face, brightness: 120, sharpness: 80 };

describe('decideGuidance', () => {
  it.each([
    ['ok', {}],
    ['no-face', { face: null, faces: 0 }],
    ['dark', { face: null, faces: 0, brightness: 20 }],
    ['several', { faces: 2 }],
    ['too-far', { face: { ...face, width: 0.2 } }],
    ['too-near', { face: { ...face, width: 0.8 } }],
    ['off-centre', { face: { ...face, centre: { x: 0.75, y: 0.47 } } }],
    ['off-centre', { face: { ...face, centre: { x: 0.5, y: 0.75 } } }],
    ['dark', { brightness: 30 }],
    ['bright', { brightness: 240 }],
    ['blurred', { sharpness: 4 }],
  ] as const)('says %s of %j', (guidance, change) => {
    expect(decideGuidance({ ...reading, ...change })).toBe(guidance);
  });

  it('names the place of the face before the light on it', () => {
    expect(decideGuidance({ ...reading, brightness: 20, face: { ...face, width: 0.1 } })).toBe('too-far');
  });
});
