import sharp from 'sharp';
import type { RgbImage } from './rgb-image.ts';

/** Encodes a picture as JPEG without metadata; `quality` is 1..100. */
export async function encodeJpeg(image: RgbImage, quality: number): Promise<Uint8Array> {
  const raw = { width: image.width, height: image.height, channels: 3 } as const;
  const encoded = await sharp(image.data, { raw }).jpeg({ quality }).toBuffer();
  return new Uint8Array(encoded.buffer, encoded.byteOffset, encoded.length);
}
