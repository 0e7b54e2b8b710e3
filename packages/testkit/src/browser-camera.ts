import sharp from 'sharp';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { composeFrame } from './compose-frame.ts';
import { closeEyes } from './head-surface.ts';
import { loadPerson, type Person, type PersonId } from './people.ts';
import { type Layer, rasterise, SCREEN_DISTANCE, type View } from './rasterise.ts';
import { NECK } from './render-session.ts';
import { createRoom } from './room.ts';
import { rotationOf } from './rotate.ts';
import { createRandom } from './seeded-random.ts';
import { exposeFrame } from './take-picture.ts';

export type BrowserCameraInput = {
  readonly person: PersonId;
  /** Chooses the room, the clothes and the small movements. */
  readonly seed: number;
  /** A phone held upright (480×640) or a computer's webcam (640×480). */
  readonly device?: 'phone' | 'desktop';
  /** What a white screen adds to the room's light; 0.16 unless told, 0 for none. */
  readonly screenLight?: number;
  /** `still` shows one photograph of the person for ever; `recording` plays `frames`, over and over. */
  readonly attack?: 'still' | { readonly recording: readonly Uint8Array[]; readonly fps: number };
};

/** Pass `initScript` to `addInitScript({ content })` of a browser context, before the page is opened. */
export type BrowserCamera = { readonly initScript: string };

/** Raised when sprites come out differently for the same head. */
const SPRITE_VERSION = 1;
const SPRITE_VIEW: View = { width: 520, height: 640, focalPx: 704 };

/** A camera for a real browser with a rendered person before it who follows what the page's screen asks and shows. */
export async function makeBrowserCamera(input: BrowserCameraInput): Promise<BrowserCamera> {
  const { seed, device = 'phone', screenLight = 0.16, attack } = input;
  const person = await loadPerson(input.person);
  const size = device === 'phone' ? { width: 480, height: 640 } : { width: 640, height: 480 };
  const placed = device === 'phone' ? { scale: 0.96, middle: 0.45 } : { scale: 0.72, middle: 0.45 };
  const base = { ...size, ...placed, seed, light: screenLight, label: 'Front Camera', fps: 10, frames: [] as string[] };
  if (attack !== undefined && attack !== 'still') {
    const frames = attack.recording.map((frame) => toDataUrl(frame, 'jpeg'));
    return toScript({ ...base, manner: 'recording', frames, fps: attack.fps, sprites: [] });
  }
  if (attack === 'still') {
    const frames = [toDataUrl(await makePortrait(person, { seed, ...size }), 'jpeg')];
    return toScript({ ...base, manner: 'recording', frames, sprites: [] });
  }
  const room = await encodeRoom(seed, size);
  const shoulders = await drawShoulders(person, seed);
  const sprites = await makeSprites(person);
  return toScript({ ...base, manner: 'person', room, shoulders, sprites });
}

/** A file for Chromium's `--use-file-for-fake-video-capture`, which plays it at 30 frames a second, over and over. */
export async function writeFakeVideo(
  path: string,
  { frames, fps }: { readonly frames: readonly Uint8Array[]; readonly fps: number },
): Promise<void> {
  const times = Math.max(1, Math.round(30 / fps));
  await writeFile(path, Buffer.concat(frames.flatMap((frame) => Array.from({ length: times }, () => frame))));
}

async function toScript(config: object): Promise<BrowserCamera> {
  const page = await readFile(join(import.meta.dirname, 'browser-camera-page.js'), 'utf8');
  return { initScript: `(() => {\n${page}\nrunBrowserCamera(${JSON.stringify(config)});\n})();` };
}

type Attitude = { readonly yaw: number; readonly pitch: number; readonly blink: boolean };

/** Fine steps near rest, where small swaying must show; coarser ones on the way to a side. */
function attitudes(): Attitude[] {
  const all: Attitude[] = [];
  for (let yaw = -5; yaw <= 5; yaw++) for (const pitch of [-1.5, 0, 1.5]) all.push({ yaw, pitch, blink: false });
  for (let yaw = 7; yaw <= 29; yaw += 2)
    all.push({ yaw, pitch: 0, blink: false }, { yaw: -yaw, pitch: 0, blink: false });
  for (let pitch = 3; pitch <= 18; pitch += 1.5) all.push({ yaw: 0, pitch, blink: false });
  for (const yaw of [-3, 0, 3]) all.push({ yaw, pitch: 0, blink: true });
  return all;
}

type Sprite = Attitude & {
  readonly image: string;
  readonly share: string;
  /** From the point between the eyes, pixels of the sprite. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const made = new Map<PersonId, Promise<readonly Sprite[]>>();

async function makeSprites(person: Person): Promise<readonly Sprite[]> {
  const existing = made.get(person.id) ?? readOrMakeSprites(person);
  made.set(person.id, existing);
  return existing;
}

/** Seconds of work, kept in `.cache` under the hash of what they are made from. */
async function readOrMakeSprites(person: Person): Promise<readonly Sprite[]> {
  const list = attitudes();
  const parts = [JSON.stringify([SPRITE_VERSION, list, SPRITE_VIEW]), person.head.positions, person.head.uvs];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const path = join(
    import.meta.dirname,
    '..',
    '..',
    '..',
    '.cache',
    'sprites',
    `${person.id}-${hash.digest('hex').slice(0, 16)}.json`,
  );
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as readonly Sprite[];
  const sprites: Sprite[] = [];
  for (const attitude of list) sprites.push(await makeSprite(person, attitude));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.${process.pid}`, JSON.stringify(sprites));
  await rename(`${path}.${process.pid}`, path);
  return sprites;
}

async function makeSprite(person: Person, attitude: Attitude): Promise<Sprite> {
  const head = closeEyes(person.head, attitude.blink ? 1 : 0);
  const placement = {
    rotation: rotationOf({ ...attitude, roll: attitude.yaw * 0.06 }),
    pivot: NECK,
    position: [0, 0, SCREEN_DISTANCE],
  } as const;
  const layer = rasterise(head, placement, SPRITE_VIEW);
  const area = spanOf(layer);
  const image = await cutSprite(layer, area, ({ albedo, room }, at) =>
    [0, 1, 2].map((channel) => toByte((albedo[at * 3 + channel] ?? 0) * (room[at] ?? 0))),
  );
  // Of the light that comes from the screen, 160 stands for as much as falls on a place that faces it.
  const share = await cutSprite(layer, area, ({ screen, room }, at) => {
    const value = Math.min(255, (160 * (screen[at] ?? 0)) / Math.max(0.3, room[at] ?? 1));
    return [value, value, value];
  });
  const left = area.left - SPRITE_VIEW.width / 2;
  const top = area.top - SPRITE_VIEW.height / 2;
  return { ...attitude, image, share, left, top, width: area.width, height: area.height };
}

type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

function spanOf({ width, height, alpha }: Layer): Area {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let i = 0; i < alpha.length; i++) {
    if ((alpha[i] ?? 0) <= 0.01) continue;
    const x = i % width;
    const y = Math.floor(i / width);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

async function cutSprite(layer: Layer, area: Area, colourAt: (layer: Layer, at: number) => number[]): Promise<string> {
  const rgba = new Uint8Array(area.width * area.height * 4);
  for (let i = 0; i < area.width * area.height; i++) {
    const at = (area.top + Math.floor(i / area.width)) * layer.width + area.left + (i % area.width);
    rgba.set([...colourAt(layer, at), 255 * (layer.alpha[at] ?? 0)], i * 4);
  }
  const raw = { width: area.width, height: area.height, channels: 4 } as const;
  return toDataUrl(await sharp(rgba, { raw }).webp({ quality: 86, alphaQuality: 80, effort: 1 }).toBuffer(), 'webp');
}

async function encodeRoom(seed: number, { width, height }: { width: number; height: number }): Promise<string> {
  const room = createRoom(seed, { width, height, focalPx: 1 });
  const bytes = exposeFrame(room.data, { gain: [1, 1, 1], noise: 0, seed: 1 });
  const raw = { width: room.width, height: room.height, channels: 3 } as const;
  return toDataUrl(await sharp(bytes, { raw }).jpeg({ quality: 85 }).toBuffer(), 'jpeg');
}

async function drawShoulders(person: Person, seed: number): Promise<string> {
  const random = createRandom(seed ^ 0xc10e);
  const grey = random.between(50, 150);
  const cloth = [grey * random.between(0.8, 1.2), grey, grey * random.between(0.8, 1.2)].map(Math.round).join(',');
  const skin = person.skin.map((value) => Math.round(toByte(value * 0.7))).join(',');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path d="M150 0h100v90l-50 40-50-40z" fill="rgb(${skin})"/><path d="M0 300c0-150 60-180 150-215l50 45 50-45c90 35 150 65 150 215z" fill="rgb(${cloth})"/></svg>`;
  return toDataUrl(await sharp(Buffer.from(svg)).resize(480, 360).webp({ quality: 85 }).toBuffer(), 'webp');
}

type PortraitInput = { readonly seed: number; readonly width: number; readonly height: number };

async function makePortrait(person: Person, { seed, width, height }: PortraitInput): Promise<Uint8Array> {
  const view = { width, height, focalPx: Math.min(width, height) * 1.33 };
  const rotation = rotationOf({ yaw: 0, pitch: 0, roll: 0 });
  const layer = rasterise(person.head, { rotation, pivot: NECK, position: [0, -0.35, SCREEN_DISTANCE] }, view);
  const light = { room: 1, screen: 0 };
  const scene = { layer, room: createRoom(seed, view), shiftX: 0, shiftY: 0, shoulders: null, light };
  const bytes = exposeFrame(composeFrame({ ...scene, colour: [0, 0, 0] }), { gain: [1, 1, 1], noise: 0.5, seed });
  return new Uint8Array(
    await sharp(bytes, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 88 })
      .toBuffer(),
  );
}

function toDataUrl(bytes: Uint8Array, type: 'jpeg' | 'webp'): string {
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Linear light to an sRGB byte. */
function toByte(linear: number): number {
  const value = Math.max(0, Math.min(1, linear));
  return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
}
