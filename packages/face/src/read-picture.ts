import type { DetectedFace, EngineError } from './api.ts';
import type { Look, MainLook } from './look-at-picture.ts';
import { assessLook, lookAtFace, lookAtPicture } from './look-at-picture.ts';
import type { FaceModels } from './models.ts';
import { StageClock } from './stage-clock.ts';
import { decodeImage } from './stages/decode-image.ts';
import { embedFace } from './stages/embed-face.ts';
import { measureEyes } from './stages/measure-eyes.ts';
import type { PictureResult, PictureTask } from './worker-task.ts';

/** Enough for any face that the models look at; a camera's full picture would only cost time. */
const pictureLongSideMax = 1280;

/** Reads one picture as far as the task asks. */
export async function readPicture(task: PictureTask, models: FaceModels): Promise<PictureResult | EngineError> {
  // Where faces are is told in pixels of the picture as it came; descriptions need no more than the shrunk one.
  const limits = task.want === 'faces' ? {} : { longSideMax: pictureLongSideMax };
  const decoded = await decodeImage(task.image, limits);
  if (decoded.outcome === 'error') return decoded;
  const { image } = decoded;
  const look = await lookAtPicture(image, models, { clock: new StageClock() });
  const main = task.pick === 'centre' ? await lookAtCentre(look, models) : look.main;
  const size = { imageWidth: image.width, imageHeight: image.height };
  const found = { kind: 'picture' as const, faces: look.faces, companions: look.companions, ...size };
  if (main === null || task.want === 'faces') return { ...found, quality: null, embedding: null };
  const eyesOpen = main.mesh === null ? null : await measureEyes(image, main.mesh, models);
  const quality = assessLook(look, main, eyesOpen);
  if (task.want === 'quality') return { ...found, quality, embedding: null };
  const embedding = await embedFace(image, main.points, { embedder: models.embedder, mirror: true });
  return { ...found, quality, embedding };
}

async function lookAtCentre(look: Look, models: FaceModels): Promise<MainLook | null> {
  const { width, height } = look.image;
  const distance = ({ box }: DetectedFace): number =>
    Math.hypot(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2);
  const [nearest] = look.faces.toSorted((left, right) => distance(left) - distance(right));
  if (nearest === undefined) return null;
  return nearest === look.main?.face ? look.main : lookAtFace(look.image, nearest, models);
}
