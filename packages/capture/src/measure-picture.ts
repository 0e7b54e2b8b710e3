import type { Placement } from './to-guide-face.ts';

/** Brightness and sharpness of the middle of the picture, where the face belongs, from RGBA pixels `side` wide. */
export function measurePicture(
  pixels: Uint8ClampedArray,
  { side, placement }: { readonly side: number; readonly placement: Placement },
): { readonly brightness: number; readonly sharpness: number } {
  const left = Math.round(placement.x + placement.width * 0.25);
  const right = Math.round(placement.x + placement.width * 0.75);
  const top = Math.round(placement.y + placement.height * 0.22);
  const bottom = Math.round(placement.y + placement.height * 0.72);
  const grey = (x: number, y: number): number => {
    const at = 4 * (y * side + x);
    return 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
  };
  let count = 0;
  let sum = 0;
  let edges = 0;
  let edgesSquared = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const here = grey(x, y);
      const edge = grey(x - 1, y) + grey(x + 1, y) + grey(x, y - 1) + grey(x, y + 1) - 4 * here;
      count++;
      sum += here;
      edges += edge;
      edgesSquared += edge * edge;
    }
  }
  const pixelsSeen = Math.max(1, count);
  return { brightness: sum / pixelsSeen, sharpness: edgesSquared / pixelsSeen - (edges / pixelsSeen) ** 2 };
}
