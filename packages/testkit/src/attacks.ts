import { type CapturedFrame, type Challenge, linearFromHex } from '@anzai/face';
import { decodeImage } from '../../face/src/stages/decode-image.ts';
import type { RgbImage } from '../../face/src/stages/rgb-image.ts';
import { composeFrame } from './compose-frame.ts';
import type { Person } from './people.ts';
import { type PlannedFrame, planSession } from './plan-session.ts';
import { type Layer, rasterise, SCREEN_DISTANCE } from './rasterise.ts';
import { createCamera, INDOOR, PHONE_VIEW, renderSession, type Setting, toCaptured } from './render-session.ts';
import { createRoom } from './room.ts';
import { rotationOf } from './rotate.ts';
import { createRandom } from './seeded-random.ts';
import { createSheet, type Surface, toLinear } from './surface.ts';
import { automaticGain, encodeFrame, exposeFrame } from './take-picture.ts';

export type RenderAttackInput = Setting & {
  readonly species: AttackSpecies;
  /** Whose account it is. */
  readonly person: Person;
  /** Who helps to cheat, where a second face is needed. */
  readonly other: Person;
  readonly challenge: Challenge;
  /** A session of `person` that was recorded earlier, and the challenge it answered. */
  readonly earlier: { readonly challenge: Challenge; readonly frames: readonly CapturedFrame[] };
};

/** What is tried; each is one species in the sense of ISO/IEC 30107-3. */
export const ATTACK_SPECIES = [
  'still-injected',
  'print-held',
  'print-moved',
  'print-tilted',
  'print-bent',
  'loop-injected',
  'replay-in-order',
  'replay-sorted',
  'tablet-replay',
  'swap-half-way',
] as const;
export type AttackSpecies = (typeof ATTACK_SPECIES)[number];

/** A capture as a fraud would send it, in answer to the challenge. */
export async function renderAttack(input: RenderAttackInput): Promise<CapturedFrame[]> {
  switch (input.species) {
    case 'still-injected':
      return injectStill(input);
    case 'print-held':
      return showSheet(input, { moved: 0, bend: 0, glow: false });
    case 'print-moved':
      return showSheet(input, { moved: 1, bend: 0, glow: false });
    case 'print-tilted':
      return showSheet(input, { moved: 2, bend: 0, glow: false });
    case 'print-bent':
      return showSheet(input, { moved: 2, bend: 0.5, glow: false });
    case 'tablet-replay':
      return showSheet(input, { moved: 0, bend: 0, glow: true });
    case 'loop-injected':
      return injectLoop(input);
    case 'replay-in-order':
      return replayInOrder(input);
    case 'replay-sorted':
      return replaySorted(input);
    case 'swap-half-way':
      return swapHalfWay(input);
  }
}

const WHITE = '#ffffff';

/** One picture for every frame, moved by a pixel or two and given fresh noise, as a virtual camera would. */
async function injectStill(input: RenderAttackInput): Promise<CapturedFrame[]> {
  const plan = planSession(input);
  const picture = toLinear(portrait(input));
  const { width, height } = picture;
  const random = createRandom(input.seed ^ 0x571);
  const frames: CapturedFrame[] = [];
  for (const planned of plan) {
    const shiftX = random.below(5) - 2;
    const shiftY = random.below(5) - 2;
    const light = new Float32Array(picture.data.length);
    for (let i = 0; i < width * height; i++) {
      const x = Math.max(0, Math.min(width - 1, (i % width) + shiftX));
      const y = Math.max(0, Math.min(height - 1, Math.floor(i / width) + shiftY));
      light.set(picture.data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3), i * 3);
    }
    const bytes = exposeFrame(light, { gain: [1, 1, 1], noise: 1, seed: input.seed * 31 + planned.index });
    frames.push(toCaptured(planned, await encodeFrame(bytes, { width, height, quality: 82 })));
  }
  return frames;
}

/** A good likeness: the person at rest, lit by a white screen. */
function portrait(input: RenderAttackInput): RgbImage {
  const rest = { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, nearer: 0.85, blink: 0 };
  const planned: PlannedFrame = {
    index: 0,
    capturedAtMs: 0,
    promptIndex: 0,
    colourIndex: null,
    colour: WHITE,
    stance: rest,
  };
  const view = { width: 720, height: 960, focalPx: 960 };
  const data = createCamera({ seed: input.seed + 4000, noise: 0.3, view }).expose(planned, input.person);
  return { width: view.width, height: view.height, data };
}

type SheetManner = {
  /** How much of the movement asked for is made with the sheet. */
  readonly moved: number;
  /** Depth of the bend, eye distances. */
  readonly bend: number;
  /** True for a screen that shows the earlier session, false for paper. */
  readonly glow: boolean;
};

/** Paper or a tablet held before the camera, in a real room with a real sensor, lit by the real screen. */
async function showSheet(input: RenderAttackInput, manner: SheetManner): Promise<CapturedFrame[]> {
  const { light = INDOOR, noise = 1, quality = 82, seed } = input;
  const view = PHONE_VIEW;
  const room = createRoom(seed, view);
  const size = { width: 3.6, height: 4.8 };
  const paper = manner.glow ? null : bendSheet(createSheet(toLinear(portrait(input)), size), manner.bend);
  const recorded = manner.glow ? await decodeAll(input.earlier.frames) : [];
  const frames: CapturedFrame[] = [];
  for (const planned of planSession(input)) {
    const shown = recorded[Math.floor((planned.index * recorded.length) / 24) % Math.max(1, recorded.length)];
    const surface = paper ?? createSheet(toLinear(shown ?? portrait(input)), size);
    const { stance } = planned;
    const move = (degrees: number): number => degrees * manner.moved;
    const rotation = rotationOf({ yaw: move(stance.yaw), pitch: move(stance.pitch), roll: stance.roll });
    const nearer = manner.glow ? 1 : stance.nearer;
    const position = [stance.x, stance.y, SCREEN_DISTANCE * nearer * 0.95] as const;
    const layer = rasterise(surface, { rotation, pivot: [0, 0, 0], position }, view);
    const lit = manner.glow ? glowing(layer) : layer;
    const scene = { layer: lit, room, light, colour: linearFromHex(planned.colour), shoulders: null };
    const lightIn = composeFrame({ ...scene, shiftX: -stance.x * 30, shiftY: -stance.y * 30 });
    const bytes = exposeFrame(lightIn, { gain: automaticGain(lightIn), noise, seed: seed * 977 + planned.index });
    frames.push(toCaptured(planned, await encodeFrame(bytes, { ...view, quality })));
  }
  return frames;
}

function bendSheet(sheet: Surface, depth: number): Surface {
  const positions = sheet.positions.slice();
  for (let i = 0; i < positions.length; i += 3) positions[i + 2] = depth * ((positions[i] ?? 0) / 1.8) ** 2;
  return { ...sheet, positions };
}

/** A screen shines by itself and throws back little of the light that falls on it. */
function glowing(layer: Layer): Layer {
  return { ...layer, room: layer.room.map(() => 1), screen: layer.screen.map((value) => value * 0.08) };
}

async function decodeAll(frames: readonly CapturedFrame[]): Promise<RgbImage[]> {
  const images: RgbImage[] = [];
  for (const { image } of frames) {
    const decoded = await decodeImage(image);
    if (decoded.outcome === 'error') throw new Error(decoded.detail);
    images.push(decoded.image);
  }
  return images;
}

/** Two seconds of the person at rest, over and over. */
async function injectLoop(input: RenderAttackInput): Promise<CapturedFrame[]> {
  const hold = { kind: 'hold', frames: 9, minMs: 2500, maxMs: 10_000 } as const;
  const challenge: Challenge = { version: 1, mode: 'still', nonce: 'loop', prompts: [hold] };
  const loop = await renderSession({ ...input, challenge, seed: input.seed + 900 });
  return injectFrames(input, (index) => loop[index % loop.length]);
}

/** The earlier session sent again, frame by frame, under this challenge's names. */
async function replayInOrder(input: RenderAttackInput): Promise<CapturedFrame[]> {
  return injectFrames(input, (index) => input.earlier.frames[Math.min(index, input.earlier.frames.length - 1)]);
}

/** The earlier session's frames put where they fit best: the same movement for a movement, the nearest colour for a colour. */
async function replaySorted(input: RenderAttackInput): Promise<CapturedFrame[]> {
  const used = new Map<string, number>();
  return injectFrames(input, (_, planned) => {
    const kind = input.challenge.prompts[planned.promptIndex]?.kind;
    const same = input.earlier.frames.filter(
      (frame) => input.earlier.challenge.prompts[frame.promptIndex]?.kind === kind,
    );
    if (kind === 'light') return nearestColour(input, same, planned);
    const key = `${planned.promptIndex}`;
    const turn = used.get(key) ?? 0;
    used.set(key, turn + 1);
    return same[turn % Math.max(1, same.length)] ?? input.earlier.frames[turn];
  });
}

function nearestColour(
  { earlier }: RenderAttackInput,
  frames: readonly CapturedFrame[],
  planned: PlannedFrame,
): CapturedFrame | undefined {
  const wanted = linearFromHex(planned.colour);
  const distance = (frame: CapturedFrame): number => {
    const hex = earlier.challenge.prompts[frame.promptIndex]?.colours?.[frame.colourIndex ?? 0] ?? WHITE;
    return Math.hypot(...linearFromHex(hex).map((value, channel) => value - (wanted[channel] ?? 0)));
  };
  return frames.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Encodes each chosen frame again, a little smaller and with a little noise, and sends it at an ordinary time. */
async function injectFrames(
  input: RenderAttackInput,
  choose: (index: number, planned: PlannedFrame) => CapturedFrame | undefined,
): Promise<CapturedFrame[]> {
  const frames: CapturedFrame[] = [];
  for (const [index, planned] of planSession(input).entries()) {
    const chosen = choose(index, planned);
    if (chosen === undefined) throw new Error('nothing to send');
    const [image] = await decodeAll([chosen]);
    if (image === undefined) throw new Error('nothing to send');
    const light = toLinear(image).data;
    const bytes = exposeFrame(light, { gain: [1, 1, 1], noise: 0.3, seed: input.seed + index });
    frames.push(
      toCaptured(planned, await encodeFrame(bytes, { width: image.width, height: image.height, quality: 74 })),
    );
  }
  return frames;
}

/** Another face from the middle on, under the same light and answering the same challenge. */
async function swapHalfWay(input: RenderAttackInput): Promise<CapturedFrame[]> {
  const first = await renderSession(input);
  const second = await renderSession({ ...input, person: input.other });
  return first.map((frame, index) => (index < first.length / 2 ? frame : (second[index] ?? frame)));
}
