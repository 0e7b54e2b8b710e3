import type { Pose } from '../api.ts';
import { eyeDistance } from './mesh-points.ts';
import type { FrameObservation } from './observation.ts';
import { median } from './statistics.ts';

/** The person's own resting pose and size, against which every movement is judged. */
export type NeutralPose = { readonly yaw: number; readonly pitch: number; readonly eyeDistancePx: number };

/** From the first prompt, which always asks to look straight ahead; null when the face was not seen there. */
export function findNeutralPose(observations: readonly FrameObservation[]): NeutralPose | null {
  const resting = observations.filter((frame) => frame.promptIndex === 0 && frame.pose !== null && frame.mesh !== null);
  const yaw = median(resting.flatMap((frame) => frame.pose?.yaw ?? []));
  const pitch = median(resting.flatMap((frame) => frame.pose?.pitch ?? []));
  const size = median(resting.flatMap((frame) => (frame.mesh === null ? [] : eyeDistance(frame.mesh))));
  return yaw === null || pitch === null || size === null ? null : { yaw, pitch, eyeDistancePx: size };
}

/** How far a frame is from rest: degrees, degrees, and the ratio of sizes. */
export type RelativePose = { readonly yaw: number; readonly pitch: number; readonly size: number };

export function relativePose(frame: FrameObservation, neutral: NeutralPose): RelativePose | null {
  const pose: Pose | null = frame.pose;
  if (pose === null || frame.mesh === null) return null;
  return {
    yaw: pose.yaw - neutral.yaw,
    pitch: pose.pitch - neutral.pitch,
    size: eyeDistance(frame.mesh) / neutral.eyeDistancePx,
  };
}
