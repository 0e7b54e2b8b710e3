import type { GuideFace } from './guidance.ts';
import { FRAME_HEIGHT_PX, FRAME_WIDTH_PX } from './portrait-crop.ts';
import { GUIDE_INPUT_PX } from './read-faces.ts';
import type { RawFace } from './read-faces.ts';

/** Where the picture lies in the model's square input, pixels. */
export type Placement = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const PICTURE_WIDTH_PX = (GUIDE_INPUT_PX * FRAME_WIDTH_PX) / FRAME_HEIGHT_PX;

/** The upright frame, full height, in the middle of the square. */
export const GUIDE_PLACEMENT: Placement = {
  x: (GUIDE_INPUT_PX - PICTURE_WIDTH_PX) / 2,
  y: 0,
  width: PICTURE_WIDTH_PX,
  height: GUIDE_INPUT_PX,
};

/** How far the tip of the nose stands before the eyes, as a share of the distance between them. */
const NOSE_DEPTH = 0.55;
/** Where the tip of the nose lies between eyes and mouth, in a face that looks straight ahead. */
const NOSE_HEIGHT = 0.55;

/** Fractions of the picture, and a pose good enough to guide by: a nose moves against the eyes as the head turns. */
export function toGuideFace(face: RawFace, placement: Placement): GuideFace {
  const { rightEye, leftEye, nose, mouth } = face;
  const across = { x: leftEye.x - rightEye.x, y: leftEye.y - rightEye.y };
  const eyes = { x: (leftEye.x + rightEye.x) / 2, y: (leftEye.y + rightEye.y) / 2 };
  const eyeDistance = Math.max(1e-3, Math.hypot(across.x, across.y));
  // Along and across the line of the eyes, so that a head held askew reads the same.
  const alongEyes = (x: number, y: number): number => (x * across.x + y * across.y) / eyeDistance;
  const downFace = (x: number, y: number): number => (y * across.x - x * across.y) / eyeDistance;
  const noseAlong = alongEyes(nose.x - eyes.x, nose.y - eyes.y);
  const noseDown = downFace(nose.x - eyes.x, nose.y - eyes.y);
  const mouthDown = Math.max(1e-3, downFace(mouth.x - eyes.x, mouth.y - eyes.y));
  const mouthAlong = alongEyes(mouth.x - eyes.x, mouth.y - eyes.y);
  return {
    centre: {
      x: (face.centre.x - placement.x) / placement.width,
      y: (face.centre.y - placement.y) / placement.height,
    },
    width: face.width / placement.width,
    eyeDistance: eyeDistance / placement.width,
    yaw: toDegrees(Math.atan((noseAlong - mouthAlong * 0.4) / (NOSE_DEPTH * eyeDistance))),
    pitch: toDegrees(Math.atan((NOSE_HEIGHT - noseDown / mouthDown) / NOSE_DEPTH)),
  };
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
