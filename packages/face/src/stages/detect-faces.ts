import type { DetectedFace, Point } from '../api.ts';
import type { Model } from '../models.ts';
import { decodeBlazeface } from './decode-blazeface.ts';
import { decodeYunet } from './decode-yunet.ts';
import type { Letterbox } from './letterbox.ts';
import { letterbox } from './letterbox.ts';
import type { RgbImage } from './rgb-image.ts';
import { suppress } from './suppress.ts';
import { tensorDims, toTensor } from './to-tensor.ts';

/** Kinds of detector this engine can read, and the score below which their answer is not a face. */
const scoreMins: Readonly<Record<string, number>> = { yunet: 0.6, 'blazeface-256': 0.5 };
const overlapMax = 0.3;
const facesMax = 8;

/**
 * All faces in the picture, best first, in pixels of the picture. `longSideMax` lowers the resolution that a fully
 * convolutional detector works at: enough where the face fills the picture, and quicker.
 */
export async function detectFaces(
  image: RgbImage,
  detector: Model,
  longSideMax = Number.POSITIVE_INFINITY,
): Promise<DetectedFace[]> {
  const { entry } = detector;
  const scoreMin = scoreMins[entry.kind];
  if (scoreMin === undefined) throw new Error(`detectFaces: unknown kind of detector ${entry.kind}`);
  const isYunet = entry.kind === 'yunet';
  const { input } = entry;
  const side = isYunet ? Math.min(input.width, input.height, longSideMax) : input.width;
  const boxed = letterbox(image, { width: side, height: side }, isYunet ? 32 : 1);
  const outputs = await detector.run(toTensor(boxed.image, input), tensorDims(boxed.image, input));
  const faces = isYunet
    ? decodeYunet(outputs, { width: boxed.image.width, scoreMin })
    : decodeBlazeface(Object.values(outputs), { size: input.width, scoreMin });
  return suppress(faces, { overlapMax, countMax: facesMax }).map((face) => toSource(face, boxed));
}

function toSource(face: DetectedFace, { scale, shift }: Letterbox): DetectedFace {
  const { box, points } = face;
  const [p0, p1, p2, p3, p4] = points;
  const place = ({ x, y }: Point): Point => ({ x: x * scale + shift, y: y * scale + shift });
  return {
    box: { ...place(box), width: box.width * scale, height: box.height * scale },
    score: face.score,
    points: [place(p0), place(p1), place(p2), place(p3), place(p4)],
  };
}
