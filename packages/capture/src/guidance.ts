import type { Point } from './point.ts';

/** What the person should change before anything else; `ok` when nothing. */
export const guidances = [
  'ok',
  'no-face',
  'several',
  'too-far',
  'too-near',
  'off-centre',
  'dark',
  'bright',
  'blurred',
] as const;
export type Guidance = (typeof guidances)[number];

/** One face as the guide sees it, in fractions of the picture's width and height. */
export type GuideFace = {
  readonly centre: Point;
  /** Of the face's box, as a share of the picture's width. */
  readonly width: number;
  /** Distance of the eyes as a share of the picture's width. */
  readonly eyeDistance: number;
  /** Degrees, roughly; positive to the person's own left. */
  readonly yaw: number;
  /** Degrees, roughly and with an offset of the person's own; positive upwards. */
  readonly pitch: number;
};

/** What the guide saw in one picture. */
export type GuideReading = {
  /** On the clock of the capture. */
  readonly atMs: number;
  readonly faces: number;
  /** The largest one. */
  readonly face: GuideFace | null;
  /** Mean brightness of the middle of the picture, 0..255. */
  readonly brightness: number;
  /** Variance of the Laplacian there; below about 12 nothing is sharp. */
  readonly sharpness: number;
};

const WIDTH_MIN = 0.3;
const WIDTH_MAX = 0.72;
const OFF_CENTRE_X_MAX = 0.16;
const OFF_CENTRE_Y_MAX = 0.17;
const DARK_MAX = 48;
const BRIGHT_MIN = 225;
const BLURRED_MAX = 12;

/** The middle of the oval on the screen, in fractions of the picture. */
export const OVAL_CENTRE: Point = { x: 0.5, y: 0.47 };

/** The first thing to change. Place comes before light, because a face that is found tells more than one that is lit. */
export function decideGuidance(reading: GuideReading): Guidance {
  const { face, brightness } = reading;
  if (face === null) return brightness < DARK_MAX ? 'dark' : 'no-face';
  if (reading.faces > 1) return 'several';
  if (face.width < WIDTH_MIN) return 'too-far';
  if (face.width > WIDTH_MAX) return 'too-near';
  if (isOffCentre(face.centre)) return 'off-centre';
  return decideLightGuidance(reading);
}

function isOffCentre(centre: Point): boolean {
  return Math.abs(centre.x - OVAL_CENTRE.x) > OFF_CENTRE_X_MAX || Math.abs(centre.y - OVAL_CENTRE.y) > OFF_CENTRE_Y_MAX;
}

function decideLightGuidance({ brightness, sharpness }: GuideReading): Guidance {
  if (brightness < DARK_MAX) return 'dark';
  if (brightness > BRIGHT_MIN) return 'bright';
  return sharpness < BLURRED_MAX ? 'blurred' : 'ok';
}
