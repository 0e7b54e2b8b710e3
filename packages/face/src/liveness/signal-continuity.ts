import { eyeDistance, meshCentre } from './mesh-points.ts';
import type { FrameObservation } from './observation.ts';
import { createSignal, type LivenessReason, type LivenessSignal } from './signal.ts';

const EMBEDDED_FRAMES_MIN = 4;
const LOST_SHARE_MAX = 0.2;
/** A head may move this many eye distances between two frames, and this many a second, before it counts as another. */
const JUMP_MIN = 1.5;
const JUMP_PER_SECOND = 4;
/** Descriptions of a head turned further than this say little about who it is. */
const FRONTAL_YAW_MAX = 25;

/** The same face from the first frame to the last: by its description, by its path, and without gaps. */
export function judgeContinuity(observations: readonly FrameObservation[], sameFace: number): LivenessSignal {
  const embedded = observations.filter(
    (frame) => frame.embedding !== null && Math.abs(frame.pose?.yaw ?? 0) <= FRONTAL_YAW_MAX,
  );
  if (embedded.length < EMBEDDED_FRAMES_MIN) {
    return createSignal({ name: 'continuity', outcome: 'unmeasured', reasons: ['continuity.too_few_frames'] });
  }
  const reasons: LivenessReason[] = [];
  const score = leastSimilarity(embedded.flatMap(({ embedding }) => (embedding === null ? [] : [embedding])));
  if (score < sameFace) reasons.push('continuity.other_face');
  const lost = observations.filter((frame) => frame.faces === 0).length;
  if (lost / observations.length > LOST_SHARE_MAX) reasons.push('continuity.face_lost');
  if (jumps(observations)) reasons.push('continuity.jump');
  const outcome = reasons.length === 0 ? 'for' : 'against';
  return createSignal({
    name: 'continuity',
    outcome,
    reasons: reasons.length === 0 ? ['continuity.same'] : reasons,
    score,
    threshold: sameFace,
  });
}

/** Of any frame to the one that resembles the rest best. Embeddings are unit vectors, so that the product is the score. */
function leastSimilarity(embeddings: readonly Float32Array[]): number {
  const rows = embeddings.map((a) => embeddings.map((b) => dot(a, b)));
  const sum = (row: readonly number[]): number => row.reduce((total, value) => total + value, 0);
  const central = rows.toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
  return Math.min(...central);
}

function dot(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let i = 0; i < a.length; i++) product += (a[i] ?? 0) * (b[i] ?? 0);
  return product;
}

function jumps(observations: readonly FrameObservation[]): boolean {
  const seen = observations.flatMap(({ mesh, capturedAtMs }) => (mesh === null ? [] : [{ mesh, capturedAtMs }]));
  return seen.some((frame, index) => {
    const before = seen[index - 1];
    if (before === undefined) return false;
    const a = meshCentre(before.mesh);
    const b = meshCentre(frame.mesh);
    const distance = Math.hypot(a.x - b.x, a.y - b.y) / eyeDistance(before.mesh);
    const seconds = Math.max(0, frame.capturedAtMs - before.capturedAtMs) / 1000;
    return distance > Math.max(JUMP_MIN, JUMP_PER_SECOND * seconds);
  });
}
