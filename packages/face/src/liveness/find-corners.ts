import type { GreyPatch } from './observation.ts';

/** Patch pixels. */
export type Corner = { readonly u: number; readonly v: number };

const CELL = 9;
const STRENGTH_MIN = 60;

/** The strongest corner of each cell that has one, `border` pixels away from the patch's edges. */
export function findCorners(patch: GreyPatch, border: number): Corner[] {
  const corners: Corner[] = [];
  const end = patch.size - border - CELL;
  for (let top = border; top < end; top += CELL) {
    for (let left = border; left < end; left += CELL) {
      const corner = findStrongest(patch, { u: left, v: top });
      if (corner !== null) corners.push(corner);
    }
  }
  return corners;
}

function findStrongest(patch: GreyPatch, cell: Corner): Corner | null {
  let best = STRENGTH_MIN;
  let found: Corner | null = null;
  for (let i = 0; i < 9; i++) {
    const corner = { u: cell.u + 3 * (i % 3), v: cell.v + 3 * Math.floor(i / 3) };
    const strength = measureStrength(patch, corner);
    if (strength <= best) continue;
    best = strength;
    found = corner;
  }
  return found;
}

/** The smaller eigenvalue of the structure tensor around a pixel, squared grey levels (Shi and Tomasi's measure). */
function measureStrength({ size, grey }: GreyPatch, { u, v }: Corner): number {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let dv = -4; dv <= 4; dv += 2) {
    for (let du = -4; du <= 4; du += 2) {
      const at = (v + dv) * size + u + du;
      const gx = (grey[at + 1] ?? 0) - (grey[at - 1] ?? 0);
      const gy = (grey[at + size] ?? 0) - (grey[at - size] ?? 0);
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
    }
  }
  return ((xx + yy) / 2 - Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy)) / 25;
}
