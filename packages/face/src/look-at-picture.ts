import type { Box, DetectedFace, Pose, QualityComponent } from './api.ts';
import type { FaceModels } from './models.ts';
import type { StageClock } from './stage-clock.ts';
import type { FivePoints } from './stages/align-face.ts';
import { alignFace } from './stages/align-face.ts';
import { assessQuality, overallQuality } from './stages/assess-quality.ts';
import { detectFaces } from './stages/detect-faces.ts';
import { findMesh, meshFivePoints, meshRegion } from './stages/find-mesh.ts';
import { findPose } from './stages/head-pose.ts';
import type { EyesOpen } from './stages/measure-eyes.ts';
import { pickMainFace } from './stages/pick-main-face.ts';
import type { RgbImage } from './stages/rgb-image.ts';

/** What one picture shows, before any description of the face is made. */
export type Look = {
  readonly image: RgbImage;
  /** All faces found; `main` and `companions` leave out those too small to matter. */
  readonly faces: readonly DetectedFace[];
  readonly companions: number;
  readonly main: MainLook | null;
};

export type MainLook = {
  readonly face: DetectedFace;
  readonly box: Box;
  /** By which the face is aligned. */
  readonly points: FivePoints;
  readonly mesh: Float32Array | null;
  readonly pose: Pose | null;
};

export type LookOptions = {
  readonly clock: StageClock;
  /** Longest side in pixels at which faces are looked for; the detector's own unless told. */
  readonly detectAtMax?: number;
};

/** Below this the mesh model itself says that there is no face under its points. */
const presenceMin = 0.5;

/** Finds the faces, and mesh and pose of the one that the picture is of. */
export async function lookAtPicture(image: RgbImage, models: FaceModels, how: LookOptions): Promise<Look> {
  const { clock, detectAtMax } = how;
  const faces = await clock.time('detect', async () => detectFaces(image, models.detector, detectAtMax));
  const picked = pickMainFace(faces, image);
  if (picked === null) return { image, faces, companions: 0, main: null };
  const main = await clock.time('mesh', async () => lookAtFace(image, picked.main, models));
  return { image, faces, companions: picked.others.length, main };
}

/** Mesh, pose and alignment points of one detected face. */
export async function lookAtFace(image: RgbImage, face: DetectedFace, models: FaceModels): Promise<MainLook> {
  const bare = { face, box: face.box, points: face.points, mesh: null, pose: null };
  if (models.mesh === null) return bare;
  const found = await findMesh(image, meshRegion(face, models.detector.entry.kind), models.mesh);
  if (found.presence < presenceMin) return bare;
  // The mesh's points align better than any detector's: TAR at FMR 1e-4 is a point higher (docs/measurements.md).
  const points = meshFivePoints(found.points);
  return { face, box: face.box, points, mesh: found.points, pose: findPose(found.points) };
}

export type LookQuality = { readonly score: number; readonly components: readonly QualityComponent[] };

/** Quality of the picture's main face. */
export function assessLook(look: Look, main: MainLook, eyesOpen: EyesOpen | null): LookQuality {
  const components = assessQuality({
    picture: look.image,
    chip: alignFace(look.image, main.points, 'arcface-112'),
    box: main.box,
    points: main.points,
    pose: main.pose,
    eyesOpen,
    faces: 1 + look.companions,
  });
  return { score: overallQuality(components), components };
}
