import { describe, expect, it } from 'vitest';
import { readFaces } from './read-faces.ts';
import type { GridOutput } from './read-faces.ts';

function emptyGrid(anchors: number): GridOutput {
  return { logits: new Float32Array(anchors).fill(-10), values: new Float32Array(anchors * 16) };
}

/** A face of 80 pixels whose centre lies `dx` right of its anchor. */
function putFace(
  grid: GridOutput,
  face: { readonly anchor: number; readonly logit: number; readonly dx: number },
): void {
  grid.logits[face.anchor] = face.logit;
  grid.values.set([face.dx, 0, 80, 80, -16 + face.dx, -10, 16 + face.dx, -10], face.anchor * 16);
}

describe('readFaces', () => {
  it('finds nothing where nothing is certain enough', () => {
    expect(readFaces([emptyGrid(512), emptyGrid(384)])).toEqual([]);
  });

  it('places a face by its anchor in each grid', () => {
    const fine = emptyGrid(512);
    putFace(fine, { anchor: 2 * (3 * 16 + 5), logit: 2, dx: 1 });
    const coarse = emptyGrid(384);
    putFace(coarse, { anchor: 6 * (6 * 8 + 6), logit: 3, dx: 0 });
    const faces = readFaces([fine, coarse]);
    expect(faces.map(({ centre }) => centre)).toEqual([
      { x: 208, y: 208 },
      { x: 89, y: 56 },
    ]);
    expect(faces[1]?.rightEye.x).toBeLessThan(faces[1]?.leftEye.x ?? 0);
  });

  it('reports a face once, though several anchors see it', () => {
    const coarse = emptyGrid(384);
    putFace(coarse, { anchor: 0, logit: 1, dx: 3 });
    putFace(coarse, { anchor: 1, logit: 4, dx: 0 });
    const faces = readFaces([emptyGrid(512), coarse]);
    expect(faces).toHaveLength(1);
    expect(faces[0]?.centre.x).toBe(16);
  });
});
