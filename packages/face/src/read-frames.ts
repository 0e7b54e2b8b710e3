import type { CapturedFrame, EngineError } from './api.ts';
import { measureFrame } from './liveness/measure-frame.ts';
import type { FrameObservation } from './liveness/observation.ts';
import type { LookQuality, Look } from './look-at-picture.ts';
import { assessLook, lookAtPicture } from './look-at-picture.ts';
import type { FaceModels } from './models.ts';
import { StageClock } from './stage-clock.ts';
import { decodeImage, FRAME_BYTES_MAX } from './stages/decode-image.ts';
import { embedFace } from './stages/embed-face.ts';
import { judgePassive } from './stages/judge-passive.ts';
import { measureEyes } from './stages/measure-eyes.ts';
import type { FrameResult, FramesResult, FramesTask } from './worker-task.ts';

/** How many frames of one run are looked at closely. A run is a quarter of an ordinary capture. */
const samples = {
  /** Best frontal frames, which are described for the template. */
  frontal: 1,
  /** Frames given to the passive models, and frontal ones whose eyes are looked at: at least five of eighteen. */
  evenRun: 2,
  oddRun: 1,
  /** Every so many frames one is described, whatever its pose, so that the same face is followed throughout. */
  continuityEvery: 3,
} as const;

/** Frames turned further than this are no frontal ones. Degrees. */
const frontalYawMax = 15;
/** A frame larger than this is shrunk while it is decoded; phones are asked for 480×640. */
const frameLongSideMax = 960;

/** In a capture the face fills the picture, so that a third of 480×640 shows it well. */
const detectAtMax = 224;

type Seen = { readonly frame: CapturedFrame; readonly look: Look; readonly quality: LookQuality | null };

/**
 * Reads a run of frames: each is decoded once and measured, a few are looked at closely. What is chosen depends on the
 * run alone, so that an attempt is judged alike however many workers there are.
 */
export async function readFrames({ frames, run }: FramesTask, models: FaceModels): Promise<FramesResult> {
  const clock = new StageClock();
  const seen: Seen[] = [];
  const failed: { frame: CapturedFrame; error: EngineError }[] = [];
  for (const frame of frames) {
    const decoded = await clock.time('decode', async () =>
      decodeImage(frame.image, { sizeBytesMax: FRAME_BYTES_MAX, longSideMax: frameLongSideMax }),
    );
    if (decoded.outcome === 'error') failed.push({ frame, error: decoded });
    else seen.push(await lookAtFrame(frame, await lookAtPicture(decoded.image, models, { clock, detectAtMax }), clock));
  }
  const plan = planSamples(seen, run % 2 === 0 ? samples.evenRun : samples.oddRun);
  const results: FrameResult[] = failed.map(({ frame, error }) => ({
    index: frame.index,
    error,
    observation: null,
    quality: null,
  }));
  for (const one of seen) results.push(await observe(one, { plan, models, clock }));
  results.sort((left, right) => left.index - right.index);
  return { kind: 'frames', frames: results, stagesMs: clock.toRecord() };
}

async function lookAtFrame(frame: CapturedFrame, look: Look, clock: StageClock): Promise<Seen> {
  const { main } = look;
  const quality = main === null ? null : await clock.time('quality', () => assessLook(look, main, null));
  return { frame, look, quality };
}

type Plan = {
  readonly eyes: ReadonlySet<number>;
  readonly described: ReadonlySet<number>;
  readonly passive: ReadonlySet<number>;
};

function planSamples(seen: readonly Seen[], closeCount: number): Plan {
  const withFace = seen.filter((one) => one.look.main !== null);
  const best = withFace.toSorted((left, right) => frontalRank(right) - frontalRank(left)).map((one) => one.frame.index);
  const isFrontal = (one: Seen): boolean => Math.abs(one.look.main?.pose?.yaw ?? 0) <= frontalYawMax;
  const frontalOnes = new Set(withFace.filter(isFrontal).map((one) => one.frame.index));
  const bestFrontal = best.filter((index) => frontalOnes.has(index));
  const frontal = bestFrontal.slice(0, samples.frontal);
  const eyes = new Set(bestFrontal.slice(0, closeCount));
  const followed = withFace.map((one) => one.frame.index).filter((index) => index % samples.continuityEvery === 0);
  return {
    eyes,
    described: new Set([...frontal, ...followed]),
    passive: new Set(best.slice(0, closeCount)),
  };
}

/** Frontal and good frames first; a turned one ranks by how little it is turned. */
function frontalRank(one: Seen): number {
  return (one.quality?.score ?? 0) - 2 * Math.abs(one.look.main?.pose?.yaw ?? 0);
}

type Closer = { readonly plan: Plan; readonly models: FaceModels; readonly clock: StageClock };

async function observe(one: Seen, { plan, models, clock }: Closer): Promise<FrameResult> {
  const { frame, look } = one;
  const { main, image } = look;
  const { index, capturedAtMs, promptIndex, colourIndex } = frame;
  const place = { box: main?.box ?? null, mesh: main?.mesh ?? null };
  const measures = await clock.time('measures', () => measureFrame(image, place));
  const size = { imageWidth: image.width, imageHeight: image.height };
  const common = { index, capturedAtMs, promptIndex, colourIndex, ...size, ...place, measures };
  if (main === null) {
    const nobody = { points: null, pose: null, eyesOpen: null, passiveLive: null, embedding: null };
    return { index, error: null, observation: { ...common, faces: 0, ...nobody }, quality: null };
  }
  const { mesh } = main;
  // The template averages several frames; the mirror image, which helps a single picture, would add little to that.
  const options = { embedder: models.embedder, mirror: false };
  const observation: FrameObservation = {
    ...common,
    faces: 1 + look.companions,
    points: main.points,
    pose: main.pose,
    eyesOpen:
      plan.eyes.has(index) && mesh ? await clock.time('eyes', async () => measureEyes(image, mesh, models)) : null,
    passiveLive: plan.passive.has(index)
      ? await clock.time('passive', async () => judgePassive(image, main.box, models.pad))
      : null,
    embedding: plan.described.has(index)
      ? await clock.time('embed', async () => embedFace(image, main.points, options))
      : null,
  };
  const quality = observation.eyesOpen === null ? one.quality : assessLook(look, main, observation.eyesOpen);
  return { index, error: null, observation, quality };
}
