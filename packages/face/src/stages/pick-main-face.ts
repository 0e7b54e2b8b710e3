import type { DetectedFace } from '../api.ts';

/** A second face counts when it is at least this part of the main one's width: a passer-by far behind does not. */
const companionWidthMin = 0.35;

export type MainFace = { readonly main: DetectedFace; readonly others: readonly DetectedFace[] };

/** The face that the picture is of (large and near the middle), and the others large enough to matter. */
export function pickMainFace(
  faces: readonly DetectedFace[],
  picture: { readonly width: number; readonly height: number },
): MainFace | null {
  const weight = (face: DetectedFace): number => {
    const dx = (face.box.x + face.box.width / 2) / picture.width - 0.5;
    const dy = (face.box.y + face.box.height / 2) / picture.height - 0.5;
    return face.box.width * face.box.height * Math.max(0.05, 1 - 1.6 * Math.hypot(dx, dy));
  };
  const [main, ...rest] = faces.toSorted((left, right) => weight(right) - weight(left));
  if (main === undefined) return null;
  return { main, others: rest.filter((face) => face.box.width >= companionWidthMin * main.box.width) };
}
