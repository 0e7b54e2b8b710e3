import type { Box } from '../api.ts';
import type { RgbImage } from '../stages/rgb-image.ts';
import { fingerprintFrame } from './fingerprint.ts';
import { LINEAR_FROM_SRGB } from './linear-light.ts';
import { eyeDistance, MESH, meshPoint } from './mesh-points.ts';
import type { FrameMeasures, GreyPatch, RegionColour, SkinColours } from './observation.ts';

export type FaceOnFrame = {
  readonly box: Box | null;
  /** 468 points, x, y, z interleaved, source pixels. */
  readonly mesh: Float32Array | null;
};

const PATCH_SIZE = 192;
/** The patch is this much wider than the face's box, so that a turned head stays inside. */
const PATCH_MARGIN = 1.3;
/** Radius of a skin region as a share of the distance between the outer corners of the eyes. */
const REGION_RADIUS = 0.09;
const BACKGROUND_STEP = 8;
const NOISE_SIDE = 72;

/** Everything liveness needs from the pixels of one frame: colours, a grey patch, noise, a fingerprint. Pure. */
export function measureFrame(image: RgbImage, { box, mesh }: FaceOnFrame): FrameMeasures {
  return {
    skin: mesh === null ? null : measureSkin(image, mesh),
    background: measureBackground(image, box),
    patch: box === null ? null : cutPatch(image, box),
    noise: measureNoise(image),
    fingerprint: fingerprintFrame(image),
  };
}

function measureSkin(image: RgbImage, mesh: Float32Array): SkinColours {
  const radius = Math.max(2, eyeDistance(mesh) * REGION_RADIUS);
  const at = (index: number): RegionColour => {
    const { x, y } = meshPoint(mesh, index);
    const square = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
    return averageColour(image, { ...square, step: Math.max(1, Math.floor(radius / 8)) });
  };
  return {
    forehead: at(MESH.forehead),
    leftCheek: at(MESH.leftCheek),
    rightCheek: at(MESH.rightCheek),
    nose: at(MESH.noseBridge),
    chin: at(MESH.chin),
    leftJaw: at(MESH.leftJaw),
    rightJaw: at(MESH.rightJaw),
  };
}

/** Beside and above the head, down to the chin; the whole upper half when there is no face. */
function measureBackground(image: RgbImage, box: Box | null): RegionColour {
  const step = BACKGROUND_STEP;
  if (box === null)
    return averageColour(image, { left: 0, top: 0, right: image.width, bottom: image.height / 2, step });
  const bottom = Math.min(image.height, box.y + box.height);
  const left = box.x - box.width * 0.35;
  const right = box.x + box.width * 1.35;
  return mixColours([
    averageColour(image, { left: 0, top: 0, right: left, bottom, step }),
    averageColour(image, { left: right, top: 0, right: image.width, bottom, step }),
    averageColour(image, { left, top: 0, right, bottom: box.y - box.height * 0.5, step }),
  ]);
}

type Area = { left: number; top: number; right: number; bottom: number; step: number };

function averageColour({ width, height, data }: RgbImage, area: Area): RegionColour {
  const right = Math.min(width, Math.ceil(area.right));
  const bottom = Math.min(height, Math.ceil(area.bottom));
  let r = 0;
  let g = 0;
  let b = 0;
  let pixels = 0;
  for (let y = Math.max(0, Math.floor(area.top)); y < bottom; y += area.step) {
    for (let x = Math.max(0, Math.floor(area.left)); x < right; x += area.step) {
      const at = (y * width + x) * 3;
      r += LINEAR_FROM_SRGB[data[at] ?? 0] ?? 0;
      g += LINEAR_FROM_SRGB[data[at + 1] ?? 0] ?? 0;
      b += LINEAR_FROM_SRGB[data[at + 2] ?? 0] ?? 0;
      pixels++;
    }
  }
  const count = Math.max(1, pixels);
  return { r: r / count, g: g / count, b: b / count, pixels };
}

function mixColours(regions: readonly RegionColour[]): RegionColour {
  const pixels = regions.reduce((sum, region) => sum + region.pixels, 0);
  const mean = (channel: 'r' | 'g' | 'b'): number =>
    regions.reduce((sum, region) => sum + region[channel] * region.pixels, 0) / Math.max(1, pixels);
  return { r: mean('r'), g: mean('g'), b: mean('b'), pixels };
}

/** Bilinear; parts outside the picture repeat its edge. */
function cutPatch({ width, height, data }: RgbImage, box: Box): GreyPatch {
  const side = Math.max(box.width, box.height) * PATCH_MARGIN;
  const scale = side / PATCH_SIZE;
  const originX = box.x + box.width / 2 - side / 2;
  const originY = box.y + box.height / 2 - side / 2;
  const grey = new Uint8Array(PATCH_SIZE * PATCH_SIZE);
  const columns = axisSamples(originX, scale, width);
  const rows = axisSamples(originY, scale, height);
  const green = (row: number, u: number): number => {
    const low = data[(row + (columns.low[u] ?? 0)) * 3 + 1] ?? 0;
    const high = data[(row + (columns.high[u] ?? 0)) * 3 + 1] ?? 0;
    return low + (high - low) * (columns.fraction[u] ?? 0);
  };
  for (let v = 0; v < PATCH_SIZE; v++) {
    const upper = (rows.low[v] ?? 0) * width;
    const lower = (rows.high[v] ?? 0) * width;
    const fraction = rows.fraction[v] ?? 0;
    for (let u = 0; u < PATCH_SIZE; u++) {
      const top = green(upper, u);
      grey[v * PATCH_SIZE + u] = top + (green(lower, u) - top) * fraction + 0.5;
    }
  }
  return { size: PATCH_SIZE, grey, originX, originY, scale };
}

type AxisSamples = { low: Uint16Array; high: Uint16Array; fraction: Float32Array };

function axisSamples(origin: number, scale: number, length: number): AxisSamples {
  const low = new Uint16Array(PATCH_SIZE);
  const high = new Uint16Array(PATCH_SIZE);
  const fraction = new Float32Array(PATCH_SIZE);
  for (let i = 0; i < PATCH_SIZE; i++) {
    const at = Math.min(length - 1, Math.max(0, origin + (i + 0.5) * scale - 0.5));
    low[i] = Math.floor(at);
    high[i] = Math.min(length - 1, Math.floor(at) + 1);
    fraction[i] = at - Math.floor(at);
  }
  return { low, high, fraction };
}

/**
 * Immerkaer's difference of two Laplacians, which cancels gradients and edges, on places spread over the picture; the
 * lower half of the answers, so that hair and cloth do not count as noise. Grey levels, one standard deviation.
 */
function measureNoise({ width, height, data }: RgbImage): number {
  const answers = new Float32Array(NOISE_SIDE * NOISE_SIDE);
  for (let i = 0; i < answers.length; i++) {
    const x = 1 + Math.floor(((i % NOISE_SIDE) * (width - 2)) / NOISE_SIDE);
    const y = 1 + Math.floor((Math.floor(i / NOISE_SIDE) * (height - 2)) / NOISE_SIDE);
    const at = (y * width + x) * 3 + 1;
    const row = width * 3;
    const g = (offset: number): number => data[at + offset] ?? 0;
    const corners = g(-row - 3) + g(-row + 3) + g(row - 3) + g(row + 3);
    const sides = g(-row) + g(row) + g(-3) + g(3);
    answers[i] = Math.abs(corners - 2 * sides + 4 * g(0));
  }
  answers.sort();
  const half = answers.length >> 1;
  let sum = 0;
  for (let i = 0; i < half; i++) sum += answers[i] ?? 0;
  // The lower half of |N(0, 6σ)| has the mean 0.3247 · 6σ.
  return sum / half / (0.3247 * 6);
}
