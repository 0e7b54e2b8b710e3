import type { RgbImage } from '../../face/src/stages/rgb-image.ts';
import { LINEAR_FROM_SRGB } from '@anzai/face';

/** A picture in linear light, 0..1, interleaved RGB. */
export type LinearImage = { readonly width: number; readonly height: number; readonly data: Float32Array };

/**
 * A textured surface. Units: the distance of the outer corners of the eyes (about 9 cm). x to the right of the picture,
 * y down, z away from the camera.
 */
export type Surface = {
  readonly positions: Float32Array;
  /** Texture pixels, two a vertex. */
  readonly uvs: Float32Array;
  /** 0..1 a vertex; a head fades into its surroundings at the rim. */
  readonly alpha: Float32Array;
  readonly triangles: Uint16Array;
  readonly texture: LinearImage;
};

export function toLinear({ width, height, data }: RgbImage): LinearImage {
  const linear = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) linear[i] = LINEAR_FROM_SRGB[data[i] ?? 0] ?? 0;
  return { width, height, data: linear };
}

/** A flat sheet, `columns` × `rows` cells, standing upright at z = 0 with its middle at the origin. */
export function createSheet(texture: LinearImage, size: { readonly width: number; readonly height: number }): Surface {
  const cells = 14;
  const side = cells + 1;
  const positions = new Float32Array(side * side * 3);
  const uvs = new Float32Array(side * side * 2);
  const triangles: number[] = [];
  for (let i = 0; i < side * side; i++) {
    const u = (i % side) / cells;
    const v = Math.floor(i / side) / cells;
    positions.set([(u - 0.5) * size.width, (v - 0.5) * size.height, 0], i * 3);
    uvs.set([u * (texture.width - 1), v * (texture.height - 1)], i * 2);
    if (u < 1 && v < 1) triangles.push(i, i + 1, i + side, i + 1, i + side + 1, i + side);
  }
  return {
    positions,
    uvs,
    alpha: new Float32Array(side * side).fill(1),
    triangles: Uint16Array.from(triangles),
    texture,
  };
}
