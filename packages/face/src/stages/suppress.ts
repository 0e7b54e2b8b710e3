import type { Box, DetectedFace } from '../api.ts';

/** Non-maximum suppression: keeps the best of faces that overlap by more than `overlapMax` (intersection over union). */
export function suppress(
  faces: readonly DetectedFace[],
  limits: { overlapMax: number; countMax: number },
): DetectedFace[] {
  const sorted = faces.toSorted((left, right) => right.score - left.score);
  const kept: DetectedFace[] = [];
  for (const face of sorted) {
    if (kept.length === limits.countMax) break;
    if (kept.every((other) => overlap(face.box, other.box) <= limits.overlapMax)) kept.push(face);
  }
  return kept;
}

export function overlap(left: Box, right: Box): number {
  const width = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const height = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (left.width * left.height + right.width * right.height - shared);
}
