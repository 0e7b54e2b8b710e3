import { type CapturedFrame, type Challenge, linearFromHex } from '@anzai/face';
import { composeFrame, type SceneLight } from './compose-frame.ts';
import { closeEyes } from './head-surface.ts';
import type { Person } from './people.ts';
import { type PlannedFrame, planSession, type Stance } from './plan-session.ts';
import { type Placement, rasterise, SCREEN_DISTANCE, type View } from './rasterise.ts';
import { createRoom } from './room.ts';
import { rotationOf } from './rotate.ts';
import { createRandom } from './seeded-random.ts';
import type { LinearImage } from './surface.ts';
import { automaticGain, encodeFrame, exposeFrame } from './take-picture.ts';

/** A phone held upright. */
export const PHONE_VIEW: View = { width: 480, height: 640, focalPx: 640 };
/** A head turns about a point in the neck, behind and below the eyes. */
export const NECK: readonly [number, number, number] = [0, 0.75, 0.95];

export const INDOOR: SceneLight = { room: 1, screen: 0.14 };
export const WEAK_SCREEN: SceneLight = { room: 1, screen: 0.05 };
export const DIM_ROOM: SceneLight = { room: 0.35, screen: 0.14 };
export const SUNLIGHT: SceneLight = { room: 1.6, screen: 0.004 };

export type Setting = {
  /** Chooses the room, the clothes, the posture, the blinks and the noise. */
  readonly seed: number;
  /** Chooses room and clothes alone, where two sessions shall share them. */
  readonly roomSeed?: number;
  readonly fps?: number;
  readonly slowness?: number;
  readonly light?: SceneLight;
  /** See `Sensor`. */
  readonly noise?: number;
  readonly quality?: number;
  readonly view?: View;
};

export type RenderSessionInput = Setting & { readonly person: Person; readonly challenge: Challenge };

/** A person answering a challenge in front of a phone. */
export async function renderSession(input: RenderSessionInput): Promise<CapturedFrame[]> {
  const camera = createCamera(input);
  const frames: CapturedFrame[] = [];
  for (const planned of planSession(input)) frames.push(await camera.take(planned, input.person));
  return frames;
}

export type Camera = {
  /** One frame of a person as planned. */
  take(planned: PlannedFrame, person: Person): Promise<CapturedFrame>;
  /** The same before encoding, sRGB bytes. */
  expose(planned: PlannedFrame, person: Person): Uint8Array;
};

/** A room, a light and a sensor, for any number of frames. */
export function createCamera(setting: Setting): Camera {
  const view = setting.view ?? PHONE_VIEW;
  const { noise = 1, quality = 82, light = INDOOR } = setting;
  const room = createRoom(setting.roomSeed ?? setting.seed, view);
  const random = createRandom((setting.roomSeed ?? setting.seed) ^ 0xc10e);
  const grey = random.between(0.03, 0.4);
  const cloth = [grey * random.between(0.7, 1.4), grey, grey * random.between(0.7, 1.4)] as const;
  const expose = (planned: PlannedFrame, person: Person): Uint8Array => {
    const { stance } = planned;
    const layer = rasterise(closeEyes(person.head, stance.blink), placeHead(stance), view);
    const scene = { layer, room, light, colour: linearFromHex(planned.colour), ...shiftOf(stance) };
    const lightIn = composeFrame({ ...scene, shoulders: { ...shouldersOf(stance, view), cloth, skin: person.skin } });
    return exposeFrame(lightIn, { gain: automaticGain(lightIn), noise, seed: setting.seed * 977 + planned.index });
  };
  const take = async (planned: PlannedFrame, person: Person): Promise<CapturedFrame> => {
    const image = await encodeFrame(expose(planned, person), { ...view, quality });
    return toCaptured(planned, image);
  };
  return { take, expose };
}

export function toCaptured(
  { index, capturedAtMs, promptIndex, colourIndex }: PlannedFrame,
  image: Uint8Array,
): CapturedFrame {
  return { index, image, capturedAtMs, promptIndex, colourIndex };
}

export function placeHead(stance: Stance): Placement {
  return {
    rotation: rotationOf(stance),
    pivot: NECK,
    position: [stance.x, stance.y - 0.35, SCREEN_DISTANCE * stance.nearer],
  };
}

/** A hand that holds the phone moves the room behind a little. */
function shiftOf({ x, y }: Stance): { readonly shiftX: number; readonly shiftY: number } {
  return { shiftX: -x * 30, shiftY: -y * 30 };
}

function shouldersOf(stance: Stance, view: View): { readonly x: number; readonly y: number; readonly headPx: number } {
  const headPx = (1.6 * view.focalPx) / (SCREEN_DISTANCE * stance.nearer);
  const unit = headPx / 1.6;
  return { x: view.width / 2 + stance.x * unit * 0.9, y: view.height / 2 + (stance.y + 1.6) * unit, headPx };
}

export type { LinearImage };
