import type { Point } from '../api.ts';
import type { RgbImage } from './rgb-image.ts';
import type { Similarity } from './similarity.ts';
import { fitSimilarity, invertSimilarity } from './similarity.ts';
import { warp } from './warp.ts';

/** Left and right as the person's own: leftEye, rightEye, nose, leftMouth, rightMouth. */
export type FivePoints = readonly [Point, Point, Point, Point, Point];

export type Alignment = 'arcface-112' | 'dlib-150';

type Template = { readonly size: number; readonly points: readonly Point[]; readonly uses: readonly number[] };

/** Where the points must come to lie. `uses` picks from FivePoints: dlib's chip leaves the nose out. */
const templates: Readonly<Record<Alignment, Template>> = {
  'arcface-112': {
    size: 112,
    uses: [0, 1, 2, 3, 4],
    points: [
      { x: 73.5318, y: 51.5014 },
      { x: 38.2946, y: 51.6963 },
      { x: 56.0252, y: 71.7366 },
      { x: 70.7299, y: 92.2041 },
      { x: 41.5493, y: 92.3655 },
    ],
  },
  'dlib-150': {
    size: 150,
    uses: [0, 1, 3, 4],
    points: [
      { x: 100.5, y: 46.6 },
      { x: 47.6, y: 46.6 },
      { x: 97.6, y: 103 },
      { x: 50.4, y: 103 },
    ],
  },
};

/** The upright chip that an embedder was trained on, cut out of the source by the face's five points. */
export function alignFace(image: RgbImage, points: FivePoints, alignment: Alignment): RgbImage {
  const { size } = templates[alignment];
  return warp(image, { width: size, height: size, toSource: alignmentMap(points, alignment) });
}

/** From pixels of the chip to pixels of the source. */
export function alignmentMap(points: FivePoints, alignment: Alignment): Similarity {
  const template = templates[alignment];
  const chosen = template.uses.map((index) => points[index] ?? points[0]);
  return invertSimilarity(fitSimilarity(chosen, template.points));
}
