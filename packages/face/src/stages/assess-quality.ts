import type { Box, Pose, QualityComponent, QualityName } from '../api.ts';
import type { FivePoints } from './align-face.ts';
import type { EyesOpen } from './measure-eyes.ts';
import type { RgbImage } from './rgb-image.ts';

/** At or above this a component, and the whole, is good enough. Every component is scaled so that its limit lies here. */
export const qualityThreshold = 50;

export type QualityInput = {
  readonly picture: { readonly width: number; readonly height: number };
  /** The aligned chip, so that light and sharpness are of the face alone. */
  readonly chip: RgbImage;
  readonly box: Box;
  readonly points: FivePoints;
  readonly pose: Pose | null;
  readonly eyesOpen: EyesOpen | null;
  readonly faces: number;
};

/**
 * Components of quality in the spirit of ISO/IEC 29794-5, each 0..100 with the limit of use at 50. What could not be
 * measured (pose without a mesh, eyes without their models) is left out rather than guessed.
 */
export function assessQuality(input: QualityInput): QualityComponent[] {
  const light = measureLight(input.chip);
  const values: [QualityName, number][] = [
    ['face-size', scale(eyeDistance(input.points), { worst: 16, limit: 32, best: 80 })],
    ['centred', scale(offCentre(input), { worst: 0.5, limit: 0.3, best: 0.05 })],
    ['brightness', Math.min(scale(light.mean, { worst: 20, limit: 50, best: 95 }), scale(light.mean, brightLimit))],
    ['evenness', scale(light.evenness, { worst: 0.1, limit: 0.4, best: 0.9 })],
    ['contrast', scale(light.deviation, { worst: 4, limit: 14, best: 40 })],
    ['sharpness', scale(measureSharpness(input.chip), { worst: 0.5, limit: 1, best: 2.5 })],
    ['single-face', input.faces === 1 ? 100 : 0],
  ];
  if (input.pose !== null) values.push(['pose', poseValue(input.pose)]);
  if (input.eyesOpen !== null) {
    values.push(['eyes-open', 100 * Math.min(input.eyesOpen.left, input.eyesOpen.right)]);
  }
  return values.map(([name, value]) => ({ name, value, ok: value >= qualityThreshold }));
}

/** A chain is as strong as its weakest link: the lowest component. */
export function overallQuality(components: readonly QualityComponent[]): number {
  return Math.min(...components.map((component) => component.value));
}

const brightLimit = { worst: 250, limit: 222, best: 185 };

/** Piecewise linear: 0 at `worst`, 50 at `limit`, 100 at `best`; `worst` may be the larger number. */
function scale(value: number, marks: { worst: number; limit: number; best: number }): number {
  const direction = Math.sign(marks.best - marks.worst);
  const aboveLimit = (value - marks.limit) * direction;
  const span = Math.abs((aboveLimit >= 0 ? marks.best : marks.worst) - marks.limit);
  return Math.max(0, Math.min(100, 50 + (50 * aboveLimit) / span));
}

/** Limits: yaw 15°, roll 20°, and 30° for pitch, which carries the height at which a phone is held. */
function poseValue(pose: Pose): number {
  return Math.min(
    scale(Math.abs(pose.yaw), { worst: 35, limit: 15, best: 3 }),
    scale(Math.abs(pose.pitch), { worst: 50, limit: 30, best: 10 }),
    scale(Math.abs(pose.roll), { worst: 40, limit: 20, best: 5 }),
  );
}

export function eyeDistance(points: FivePoints): number {
  return Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y);
}

/** Distance of the face's middle from the picture's, as a share of the picture's shorter side. */
function offCentre({ box, picture }: QualityInput): number {
  const dx = box.x + box.width / 2 - picture.width / 2;
  const dy = box.y + box.height / 2 - picture.height / 2;
  return Math.hypot(dx, dy) / Math.min(picture.width, picture.height);
}

/** Over the middle of the chip: mean and deviation of luma (0..255), and the darker half's light over the brighter's. */
function measureLight(chip: RgbImage): { mean: number; deviation: number; evenness: number } {
  const inset = Math.round(chip.width * 0.15);
  const halves = [0, 0];
  let [sum, squares, count] = [0, 0, 0];
  for (let y = inset; y < chip.height - inset; y++) {
    for (let x = inset; x < chip.width - inset; x++) {
      const value = luma(chip, x, y);
      sum += value;
      squares += value * value;
      count += 1;
      const half = x * 2 < chip.width ? 0 : 1;
      halves[half] = (halves[half] ?? 0) + value;
    }
  }
  const mean = sum / count;
  const [left, right] = [(halves[0] ?? 0) + 1, (halves[1] ?? 0) + 1];
  return {
    mean,
    deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)),
    evenness: Math.min(left, right) / Math.max(left, right),
  };
}

/** Ten times the mean strength of the Laplacian, relative to the chip's contrast so that dim light is not called blur. */
function measureSharpness(chip: RgbImage): number {
  const inset = Math.round(chip.width * 0.15);
  let [sum, count] = [0, 0];
  for (let y = inset; y < chip.height - inset; y++) {
    for (let x = inset; x < chip.width - inset; x++) {
      const around = luma(chip, x - 1, y) + luma(chip, x + 1, y) + luma(chip, x, y - 1) + luma(chip, x, y + 1);
      sum += Math.abs(4 * luma(chip, x, y) - around);
      count += 1;
    }
  }
  return (10 * (sum / count)) / Math.max(12, measureLight(chip).deviation);
}

function luma(chip: RgbImage, x: number, y: number): number {
  const at = (y * chip.width + x) * 3;
  return 0.299 * (chip.data[at] ?? 0) + 0.587 * (chip.data[at + 1] ?? 0) + 0.114 * (chip.data[at + 2] ?? 0);
}
