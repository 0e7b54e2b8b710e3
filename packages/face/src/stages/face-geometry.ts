/**
 * The rigid part of an average face: FaceMesh index, then x, y, z (right, down and away on screen), the outer corners of
 * the eyes 100 apart. Brows, lids, mouth and jaw are left out because they move.
 *
 * Measured, not designed: FaceMesh's points on 1,156 photographs of Labeled Faces in the Wild, brought to one attitude and
 * averaged with their mirror images, so that a yaw of zero has no preferred side.
 */
export const faceGeometry: readonly (readonly [index: number, x: number, y: number, z: number])[] = [
  [168, 0, -6.3, -20.5],
  [6, 0, 1.7, -25.5],
  [197, 0, 9.4, -31.1],
  [195, 0, 16.6, -37.2],
  [5, 0, 24.3, -43.6],
  [4, 0, 33.8, -46.5],
  [33, -50, -1.2, 4.1],
  [133, -19.5, 0, -1.9],
  [362, 19.5, 0, -1.9],
  [263, 50, -1.2, 4.1],
  [10, 0, -61.2, -14.1],
  [151, 0, -43, -18.5],
  [9, 0, -23.2, -22.1],
  [8, 0, -13.8, -21],
  [109, -21, -60.5, -12.1],
  [338, 21, -60.5, -12.1],
  [67, -38.8, -57.1, -5.1],
  [297, 38.8, -57.1, -5.1],
  [103, -55.4, -49.9, 6.9],
  [332, 55.4, -49.9, 6.9],
  [127, -78.6, 5.4, 58.3],
  [356, 78.6, 5.4, 58.3],
  [234, -77.8, 21.9, 62.9],
  [454, 77.8, 21.9, 62.9],
  [21, -73.6, -26.2, 33.8],
  [251, 73.6, -26.2, 33.8],
  [116, -70.5, 17.9, 17.5],
  [345, 70.5, 17.9, 17.5],
  [117, -58.3, 17.1, 4],
  [346, 58.3, 17.1, 4],
  [123, -70.1, 32.7, 15.4],
  [352, 70.1, 32.7, 15.4],
  [50, -54.3, 34.3, -3.2],
  [280, 54.3, 34.3, -3.2],
  [101, -38.2, 25.9, -8.7],
  [330, 38.2, 25.9, -8.7],
  [2, 0, 48.7, -27.4],
  [98, -19.3, 46, -18.2],
  [327, 19.3, 46, -18.2],
];
