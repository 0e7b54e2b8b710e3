import { expect, test } from 'vitest';
import type { DetectedFace } from '../api.ts';
import { blazefaceAnchors, decodeBlazeface } from './decode-blazeface.ts';
import { decodeYunet } from './decode-yunet.ts';
import { pickMainFace } from './pick-main-face.ts';
import { overlap, suppress } from './suppress.ts';

const nowhere = { x: 0, y: 0 };

function faceAt(x: number, y: number, width: number): DetectedFace {
  const score = 0.5 + width / 1000;
  return { box: { x, y, width, height: width }, score, points: [nowhere, nowhere, nowhere, nowhere, nowhere] };
}

test('YuNet: one cell becomes one face, with the person’s own left eye first', () => {
  const outputs: Record<string, Float32Array> = {};
  for (const stride of [8, 16, 32]) {
    const cells = (64 / stride) ** 2;
    outputs[`cls_${stride}`] = new Float32Array(cells);
    outputs[`obj_${stride}`] = new Float32Array(cells);
    outputs[`bbox_${stride}`] = new Float32Array(cells * 4);
    outputs[`kps_${stride}`] = new Float32Array(cells * 10);
  }
  // Stride 16 has 4×4 cells; the sixth is column 1, row 1.
  outputs['cls_16']![5] = 0.81;
  outputs['obj_16']![5] = 1;
  outputs['bbox_16']!.set([0.5, 0.25, Math.log(2), Math.log(3)], 20);
  outputs['kps_16']!.set([0, 0, 1, 0, 0.5, 0.5, 0, 1, 1, 1], 50);
  const faces = decodeYunet(outputs, { width: 64, scoreMin: 0.6 });
  expect(faces).toHaveLength(1);
  const [face] = faces;
  expect(face?.score).toBeCloseTo(0.9, 6);
  expect(face?.box.width).toBeCloseTo(32, 4);
  expect(face?.box.x).toBeCloseTo(24 - 16, 4);
  expect(face?.box.y).toBeCloseTo(20 - 24, 4);
  expect(face?.points).toEqual([
    { x: 32, y: 16 },
    { x: 16, y: 16 },
    { x: 24, y: 24 },
    { x: 32, y: 32 },
    { x: 16, y: 32 },
  ]);
});

test('BlazeFace: anchors cover the input, two a cell at 1/16 and six at 1/8', () => {
  const anchors = blazefaceAnchors(256);
  expect(anchors).toHaveLength(896 * 2);
  expect([...anchors.subarray(0, 6)]).toEqual([8, 8, 8, 8, 24, 8]);
  expect([...anchors.subarray(1024, 1026)]).toEqual([16, 16]);
});

test('BlazeFace: four outputs and one joined output say the same', () => {
  const logits = new Float32Array(896).fill(-20);
  const values = Float32Array.from({ length: 896 * 16 }, (_, index) => (index * 7) % 31);
  logits[600] = 2;
  const joined = new Float32Array(896 * 17);
  for (let i = 0; i < 896; i++) {
    joined[i * 17] = logits[i] ?? 0;
    joined.set(values.subarray(i * 16, i * 16 + 16), i * 17 + 1);
  }
  const four = [values.slice(512 * 16), logits.slice(0, 512), logits.slice(512), values.slice(0, 512 * 16)];
  const input = { size: 256, scoreMin: 0.5 };
  expect(decodeBlazeface(four, input)).toHaveLength(1);
  expect(decodeBlazeface(four, input)).toEqual(decodeBlazeface([joined], input));
});

test('of faces that overlap the best stays', () => {
  const kept = suppress([faceAt(0, 0, 100), faceAt(5, 5, 110), faceAt(300, 0, 80)], {
    overlapMax: 0.3,
    countMax: 8,
  });
  expect(kept.map((face) => face.score)).toEqual([0.61, 0.58]);
  expect(overlap(faceAt(0, 0, 10).box, faceAt(5, 0, 10).box)).toBeCloseTo(1 / 3, 9);
});

test('the picture is of the large face in the middle; one far behind does not count as company', () => {
  const picture = { width: 480, height: 640 };
  const main = faceAt(140, 200, 200);
  const beside = faceAt(0, 220, 120);
  const behind = faceAt(400, 100, 40);
  const picked = pickMainFace([behind, beside, main], picture);
  expect(picked?.main).toBe(main);
  expect(picked?.others).toEqual([beside]);
  expect(pickMainFace([], picture)).toBeNull();
});
