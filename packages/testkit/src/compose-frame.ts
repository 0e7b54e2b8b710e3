import type { LinearRgb } from '@anzai/face';
import type { Layer } from './rasterise.ts';
import type { LinearImage } from './surface.ts';

/** Light on the person: the room's (1 is a normal evening lamp), and what a white screen adds to it at 40 cm. */
export type SceneLight = { readonly room: number; readonly screen: number };

/** Shoulders in plain cloth: where the neck meets them, the width of a head, pixels, and the cloth. */
export type Shoulders = {
  readonly x: number;
  readonly y: number;
  readonly headPx: number;
  readonly cloth: LinearRgb;
  /** Of the neck. */
  readonly skin: LinearRgb;
};

export type Scene = {
  readonly layer: Layer;
  readonly room: LinearImage;
  /** How far the room is shifted behind the person, pixels; a hand-held camera never stands quite still. */
  readonly shiftX: number;
  readonly shiftY: number;
  readonly shoulders: Shoulders | null;
  readonly light: SceneLight;
  /** What the screen shows, linear. */
  readonly colour: LinearRgb;
};

/** The wall is some four times as far from the screen as the face, and light falls with the square. */
const WALL_SHARE = 0.05;
const SHOULDER_SHARE = 0.55;

/** Light that reaches the camera, linear, three values a pixel. */
export function composeFrame(scene: Scene): Float32Array {
  const { width, height } = scene.layer;
  const frame = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const half = scene.shoulders === null ? 0 : shoulderHalf(scene.shoulders, y);
    for (let x = 0; x < width; x++) lightPixel(scene, { x, y, half }, frame);
  }
  return frame;
}

type Pixel = { readonly x: number; readonly y: number; readonly half: number };

function lightPixel(scene: Scene, { x, y, half }: Pixel, frame: Float32Array): void {
  const { layer, light, colour, shoulders, room } = scene;
  const at = y * layer.width + x;
  const alpha = layer.alpha[at] ?? 0;
  const body = shoulders !== null && Math.abs(x - shoulders.x) < half ? shoulders : null;
  const wall = wallAt(scene, x, y);
  for (let channel = 0; channel < 3; channel++) {
    const shown = (colour[channel] ?? 0) * light.screen;
    const matter = body === null ? (room.data[wall + channel] ?? 0) : bodyAt(body, { x, y, channel });
    const back = matter * (light.room + shown * (body === null ? WALL_SHARE : SHOULDER_SHARE));
    const lit = light.room * (layer.room[at] ?? 0) + shown * (layer.screen[at] ?? 0);
    frame[at * 3 + channel] = back * (1 - alpha) + alpha * (layer.albedo[at * 3 + channel] ?? 0) * lit;
  }
}

function wallAt({ room, layer, shiftX, shiftY }: Scene, x: number, y: number): number {
  const left = Math.round((room.width - layer.width) / 2 + shiftX);
  const top = Math.round((room.height - layer.height) / 2 + shiftY);
  const column = Math.max(0, Math.min(room.width - 1, x + left));
  const row = Math.max(0, Math.min(room.height - 1, y + top));
  return (row * room.width + column) * 3;
}

/** Half the width of neck or shoulders at a row, pixels; 0 above them. */
function shoulderHalf({ y, headPx }: Shoulders, row: number): number {
  const down = (row - y) / headPx;
  if (down < -0.35) return 0;
  const neck = 0.3;
  return headPx * (down < 0 ? neck : Math.min(1.25, neck + Math.sqrt(down) * 1.2));
}

/** Woven cloth, and skin above the collar. */
function bodyAt(shoulders: Shoulders, { x, y, channel }: { x: number; y: number; channel: number }): number {
  const aside = (x - shoulders.x) / shoulders.headPx;
  const bare = (y - shoulders.y) / shoulders.headPx < 0.14 - aside * aside * 1.6;
  if (bare) return (shoulders.skin[channel] ?? 0) * (0.75 - 0.9 * aside * aside);
  return (shoulders.cloth[channel] ?? 0) * (1 + 0.15 * Math.sin(x * 0.9 + y * 0.4));
}
