import type { Challenge } from '../api.ts';
import { measureParallax } from './measure-parallax.ts';
import { findNeutralPose, type NeutralPose, relativePose } from './neutral-pose.ts';
import type { FrameObservation } from './observation.ts';
import { createSignal, type LivenessSignal } from './signal.ts';
import { findFeatures, type TrackedFace } from './track-features.ts';

/** Degrees of turn at which depth shows; beyond the upper ones too few features stay in sight. */
const YAW_MIN = 8;
const YAW_MAX = 32;
const PITCH_MIN = 6;
const PITCH_MAX = 25;
/**
 * Depth found over depth expected: 1 for a head, 0 for a sheet. Where a movement is asked for, the least of rendered people is
 * 0.75 and the most of strongly tilted prints 0.4. By small swaying alone real people (NUAA) come to 0.6–1.3, real prints to
 * 0.11 at most.
 */
const SOLID_MIN = { move: 0.6, still: 0.4 } as const;
const FLAT_MAX = 0.15;
/** One standard error of that ratio; with more, nothing is said. */
const ERROR_MAX = 0.15;
const PAIRS_MAX = 4;
const SWAYING_MAX = 8;
/** What the mesh's own depth may be wrong by, on the scale of the sine of an angle. */
const MODEL_ERROR = 0.005;

/** Parallax along one axis against what a solid head would show at the pose the mesh gives. */
type Depth = { readonly found: number; readonly expected: number; readonly error: number };

/**
 * Did the features move as those of a solid head, or as those of a sheet that is tilted, moved or bent? In the still mode
 * the head's own small swaying is enough, where it is more than the error of measurement.
 */
export function judgeDepth(mode: Challenge['mode'], observations: readonly FrameObservation[]): LivenessSignal {
  const turned = pickFrames(mode, observations);
  if (turned === null || turned.others.length === 0) {
    return createSignal({ name: 'depth', outcome: 'unmeasured', reasons: ['depth.no_turn'] });
  }
  const { score, error } = combineDepths(measureDepths(turned));
  const facts = { name: 'depth', score, threshold: SOLID_MIN[mode] } as const;
  if (error > ERROR_MAX) return createSignal({ ...facts, outcome: 'unmeasured', reasons: ['depth.unclear'] });
  if (score >= SOLID_MIN[mode]) return createSignal({ ...facts, outcome: 'for', reasons: ['depth.solid'] });
  if (score <= FLAT_MAX) return createSignal({ ...facts, outcome: 'against', reasons: ['depth.flat'] });
  return createSignal({ ...facts, outcome: 'unmeasured', reasons: ['depth.unclear'] });
}

/** One entry for each axis of each frame that could be followed from the resting one. */
export function measureDepths({ resting, others }: TurnedFrames): Depth[] {
  const features = findFeatures(resting.face);
  return others.flatMap(({ face, yaw, pitch }) => {
    const parallax = measureParallax(features, face);
    if (parallax === null) return [];
    return [
      { found: -parallax.x, expected: sine(yaw - resting.yaw), error: parallax.errorX },
      { found: parallax.y, expected: sine(pitch - resting.pitch), error: parallax.errorY },
    ];
  });
}

/** Found over expected, each weighted by what it can tell. */
export function combineDepths(depths: readonly Depth[]): { readonly score: number; readonly error: number } {
  let cross = 0;
  let expected = 0;
  for (const depth of depths) {
    const weight = 1 / (depth.error ** 2 + MODEL_ERROR ** 2);
    cross += weight * depth.found * depth.expected;
    expected += weight * depth.expected ** 2;
  }
  return expected === 0 ? { score: 0, error: Infinity } : { score: cross / expected, error: 1 / Math.sqrt(expected) };
}

type Turned = { readonly face: TrackedFace; readonly yaw: number; readonly pitch: number };
type TurnedFrames = { readonly resting: Turned; readonly others: readonly Turned[] };

function pickFrames(mode: Challenge['mode'], observations: readonly FrameObservation[]): TurnedFrames | null {
  const neutral = findNeutralPose(observations);
  if (neutral === null) return null;
  const faces = (frames: readonly FrameObservation[]): Turned[] =>
    frames.flatMap((frame) => turnedFace(frame, neutral));
  const [resting] = faces(observations.filter(({ promptIndex }) => promptIndex === 0)).toSorted(
    (a, b) => Math.hypot(a.yaw, a.pitch) - Math.hypot(b.yaw, b.pitch),
  );
  if (resting === undefined) return null;
  // Under one and the same light: the colours would disturb the comparison of small movements.
  const alike = faces(observations.filter(({ colourIndex }) => colourIndex === null));
  const others = mode === 'still' ? pickSwaying(alike, resting) : pickTurned(alike);
  return { resting, others };
}

/** The frames that differ most from the resting one. */
function pickSwaying(faces: readonly Turned[], resting: Turned): Turned[] {
  const away = ({ yaw, pitch }: Turned): number => Math.hypot(yaw - resting.yaw, pitch - resting.pitch);
  return faces
    .filter((face) => face.face !== resting.face && away(face) <= PITCH_MAX)
    .toSorted((a, b) => away(b) - away(a))
    .slice(0, SWAYING_MAX);
}

/** The frames that are turned best for seeing depth: far enough, and not too far. */
function pickTurned(faces: readonly Turned[]): Turned[] {
  const enough = faces.filter(({ yaw, pitch }) => {
    const turn = Math.abs(yaw);
    const tilt = Math.abs(pitch);
    return turn <= YAW_MAX && tilt <= PITCH_MAX && (turn >= YAW_MIN || tilt >= PITCH_MIN);
  });
  return enough.toSorted((a, b) => fitness(a) - fitness(b)).slice(0, PAIRS_MAX);
}

/** About 18 degrees show most: depth is plain and few features are hidden yet. */
function fitness({ yaw, pitch }: Turned): number {
  return Math.abs(Math.hypot(yaw, pitch) - 18);
}

function turnedFace(frame: FrameObservation, neutral: NeutralPose): Turned[] {
  const face = trackedFace(frame);
  const pose = relativePose(frame, neutral);
  return face === null || pose === null ? [] : [{ face, yaw: pose.yaw, pitch: pose.pitch }];
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function trackedFace({ mesh, measures }: FrameObservation): TrackedFace | null {
  const patch = measures?.patch ?? null;
  return mesh === null || patch === null ? null : { mesh, patch };
}
