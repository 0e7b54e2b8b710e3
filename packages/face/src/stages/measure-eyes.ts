import type { Point } from '../api.ts';
import type { FaceModels, Model } from '../models.ts';
import { firstOutput, outputOfLength } from '../models.ts';
import { meshPoint } from './find-mesh.ts';
import type { RgbImage } from './rgb-image.ts';
import type { Similarity, SquareRegion } from './similarity.ts';
import { squareToSource } from './similarity.ts';
import { mirrorImage, tensorDims, toTensor } from './to-tensor.ts';
import { warp } from './warp.ts';

export type EyesOpen = { readonly left: number; readonly right: number };

/** Corner points on the mesh, from left to right on the picture. The iris model knows the person's right eye only. */
const eyes = {
  left: { corners: [362, 263], mirrored: true },
  right: { corners: [33, 133], mirrored: false },
} as const;

/** Height of the open eye over its width at which open and shut are equally likely, and how sharply that turns. */
const irisOpening = { even: 0.16, softness: 0.025 };

/**
 * How likely each of the person's eyes is open (0..1), by the pack's eye-state model, or else from the lids' contours
 * that its iris model draws; null when it has neither. Meant for faces turned by less than 30°.
 */
export async function measureEyes(image: RgbImage, mesh: Float32Array, models: FaceModels): Promise<EyesOpen | null> {
  const measure = pickMeasure(image, mesh, models);
  if (measure === null) return null;
  return { left: await measure('left'), right: await measure('right') };
}

type Side = keyof typeof eyes;

function pickMeasure(
  image: RgbImage,
  mesh: Float32Array,
  { eyeState, iris }: FaceModels,
): ((side: Side) => Promise<number>) | null {
  if (eyeState !== null) return async (side) => readEyeState(image, eyeRegion(mesh, side, 1.7), eyeState);
  if (iris !== null) return async (side) => readOpening(image, { side, region: eyeRegion(mesh, side, 2.3) }, iris);
  return null;
}

/** A square around the eye, upright along its corners, `margin` times the eye's width. */
function eyeRegion(mesh: Float32Array, side: Side, margin: number): SquareRegion {
  const [from, to] = eyes[side].corners.map((index) => meshPoint(mesh, index)) as [Point, Point];
  return {
    centre: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
    side: Math.max(4, Math.hypot(to.x - from.x, to.y - from.y) * margin),
    rollDegrees: (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI,
  };
}

function cut(image: RgbImage, toSource: Similarity, model: Model): RgbImage {
  return warp(image, { width: model.entry.input.width, height: model.entry.input.height, toSource });
}

/** Probabilities of closed and open, in this order. */
async function readEyeState(image: RgbImage, region: SquareRegion, model: Model): Promise<number> {
  const { input } = model.entry;
  const crop = cut(image, squareToSource(region, input.width), model);
  const output = firstOutput(await model.run(toTensor(crop, input), tensorDims(crop, input)));
  return output[1] ?? 0;
}

/** Among the iris model's 76 points the first nine follow the lower lid from corner to corner, the next seven the upper. */
async function readOpening(image: RgbImage, eye: { side: Side; region: SquareRegion }, model: Model): Promise<number> {
  const { input } = model.entry;
  const crop = cut(image, squareToSource(eye.region, input.width), model);
  const shown = eyes[eye.side].mirrored ? mirrorImage(crop) : crop;
  const points = outputOfLength(await model.run(toTensor(shown, input), tensorDims(shown, input)), 228);
  const distance = (from: number, to: number): number => {
    const [a, b] = [meshPoint(points, from), meshPoint(points, to)];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  const height = (distance(11, 3) + distance(12, 4) + distance(13, 5)) / 3;
  const opening = height / Math.max(1, distance(0, 8));
  return 1 / (1 + Math.exp((irisOpening.even - opening) / irisOpening.softness));
}
