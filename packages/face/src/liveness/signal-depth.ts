import type { Challenge } from '../api.ts';
import { measureParallax } from './measure-parallax.ts';
import { findNeutralPose, type NeutralPose, relativePose } from './neutral-pose.ts';
import type { FrameObservation } from './observation.ts';
import { createSignal, type LivenessSignal } from './signal.ts';
import type { TrackedFace } from './track-features.ts';

/** Degrees of turn at which depth shows; beyond the upper ones too few features stay in sight. */
const YAW_MIN = 8;
const YAW_MAX = 32;
const PITCH_MIN = 6;
const PITCH_MAX = 25;
/** Depth found over depth expected: 1 for a head, 0 for a sheet. */
const SOLID_MIN = 0.4;
const FLAT_MAX = 0.15;
/** One standard error of that ratio; with more, nothing is said. */
const ERROR_MAX = 0.15;
const PAIRS_MAX = 4;

/** Parallax along one axis against what a solid head would show at the pose the mesh gives. */
type Depth = { readonly found: number; readonly expected: number; readonly error: number };

/** Did the features move as those of a solid head, or as those of a sheet that is tilted, moved or bent? */
export function judgeDepth(mode: Challenge['mode'], observations: readonly FrameObservation[]): LivenessSignal {
  void mode;
  const depths = measureDepths(observations);
  if (depths.length === 0) return createSignal({ name: 'depth', outcome: 'unmeasured', reasons: ['depth.no_turn'] });
  const { score, error } = combineDepths(depths);
  const facts = { name: 'depth', score, threshold: SOLID_MIN } as const;
  if (error > ERROR_MAX) return createSignal({ ...facts, outcome: 'unmeasured', reasons: ['depth.unclear'] });
  if (score >= SOLID_MIN) return createSignal({ ...facts, outcome: 'for', reasons: ['depth.solid'] });
  if (score <= FLAT_MAX) return createSignal({ ...facts, outcome: 'against', reasons: ['depth.flat'] });
  return createSignal({ ...facts, outcome: 'unmeasured', reasons: ['depth.unclear'] });
}

/** One entry for each axis of each turned frame that could be compared with the resting one. */
export function measureDepths(observations: readonly FrameObservation[]): Depth[] {
  const neutral = findNeutralPose(observations);
  if (neutral === null) return [];
  const resting = pickResting(observations, neutral);
  if (resting === null) return [];
  return pickTurned(observations, neutral).flatMap(({ face, yaw, pitch }) => {
    const parallax = measureParallax(resting, face);
    if (parallax === null) return [];
    return [
      { found: -parallax.x, expected: Math.sin((yaw * Math.PI) / 180), error: parallax.errorX },
      { found: parallax.y, expected: Math.sin((pitch * Math.PI) / 180), error: parallax.errorY },
    ];
  });
}

/** Found over expected, each weighted by what it can tell. */
export function combineDepths(depths: readonly Depth[]): { readonly score: number; readonly error: number } {
  let cross = 0;
  let expected = 0;
  for (const depth of depths) {
    const weight = 1 / (depth.error ** 2 + 1e-4);
    cross += weight * depth.found * depth.expected;
    expected += weight * depth.expected ** 2;
  }
  return expected === 0 ? { score: 0, error: Infinity } : { score: cross / expected, error: 1 / Math.sqrt(expected) };
}

function pickResting(observations: readonly FrameObservation[], neutral: NeutralPose): TrackedFace | null {
  const resting = observations
    .filter((frame) => frame.promptIndex === 0)
    .flatMap((frame) => {
      const face = trackedFace(frame);
      const pose = relativePose(frame, neutral);
      return face === null || pose === null ? [] : { face, away: Math.hypot(pose.yaw, pose.pitch) };
    });
  return resting.toSorted((a, b) => a.away - b.away)[0]?.face ?? null;
}

type Turned = { readonly face: TrackedFace; readonly yaw: number; readonly pitch: number };

/** The frames that are turned best for seeing depth: far enough, and not too far. */
function pickTurned(observations: readonly FrameObservation[], neutral: NeutralPose): Turned[] {
  const turned = observations.flatMap((frame) => {
    const face = trackedFace(frame);
    const pose = relativePose(frame, neutral);
    return face === null || pose === null ? [] : { face, yaw: pose.yaw, pitch: pose.pitch };
  });
  const enough = turned.filter(({ yaw, pitch }) => {
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

function trackedFace({ mesh, measures }: FrameObservation): TrackedFace | null {
  const patch = measures?.patch ?? null;
  return mesh === null || patch === null ? null : { mesh, patch };
}
