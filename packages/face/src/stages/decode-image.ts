import sharp from 'sharp';
import type { EncodedImage, EngineError, EngineErrorCode } from '../api.ts';
import type { RgbImage } from './rgb-image.ts';
import { readImageHeader } from './read-image-header.ts';

/** One frame of a capture. */
export const FRAME_BYTES_MAX = 2 * 1024 * 1024;
/** Any picture; more is refused before a byte of it is looked at. */
export const IMAGE_BYTES_MAX = 20 * 1024 * 1024;
/** Read from the header, before any pixel is decoded. */
export const IMAGE_PIXELS_MAX = 25_000_000;

export type DecodeLimits = {
  readonly sizeBytesMax?: number;
  /** A picture whose longer side has more pixels is made smaller while it is decoded. */
  readonly longSideMax?: number;
};

export type DecodedImage = { readonly outcome: 'decoded'; readonly image: RgbImage };

// One picture is one thread's work: the pool of workers does the sharing out, and nobody's face stays in a cache.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes an untrusted picture. Its type is told by its first bytes (JPEG, PNG, WebP; no animation), its size by its
 * header; the EXIF orientation is applied and no other metadata survives. Never throws: what cannot be decoded whole is
 * an error with `image.unreadable`, `image.too_large` or `image.type_unknown`.
 */
export async function decodeImage(bytes: EncodedImage, limits: DecodeLimits = {}): Promise<DecodedImage | EngineError> {
  const sizeBytesMax = Math.min(limits.sizeBytesMax ?? IMAGE_BYTES_MAX, IMAGE_BYTES_MAX);
  if (bytes.length > sizeBytesMax) {
    return toError('image.too_large', `${bytes.length} bytes; at most ${sizeBytesMax} are accepted`);
  }
  const header = readImageHeader(bytes);
  if (header === null) return toError('image.type_unknown', 'neither JPEG nor PNG nor WebP');
  if (header.animated) return toError('image.type_unknown', 'an animation, not a picture');
  if (header.width < 1 || header.height < 1) return toError('image.unreadable', 'no size in the header');
  if (header.width * header.height > IMAGE_PIXELS_MAX) {
    return toError(
      'image.too_large',
      `${header.width}×${header.height}; at most ${IMAGE_PIXELS_MAX} pixels are accepted`,
    );
  }
  try {
    return { outcome: 'decoded', image: await decodePixels(bytes, limits.longSideMax) };
  } catch {
    // The library's message may quote the file; only the fact is kept.
    return toError('image.unreadable', `${header.type} of ${bytes.length} bytes could not be decoded`);
  }
}

async function decodePixels(bytes: EncodedImage, longSideMax: number | undefined): Promise<RgbImage> {
  const pipeline = sharp(bytes, { failOn: 'error', limitInputPixels: IMAGE_PIXELS_MAX, pages: 1 }).autoOrient();
  if (longSideMax !== undefined) {
    pipeline.resize({ width: longSideMax, height: longSideMax, fit: 'inside', withoutEnlargement: true });
  }
  const { data, info } = await pipeline
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.length);
  const rgb = info.channels === 3 ? pixels : expandGrey(pixels, info.channels);
  return { width: info.width, height: info.height, data: rgb };
}

/** A grey picture comes out with one channel; it is repeated for red, green and blue. */
function expandGrey(pixels: Uint8Array, channels: number): Uint8Array {
  const count = pixels.length / channels;
  const rgb = new Uint8Array(count * 3);
  for (let index = 0; index < count; index += 1) rgb.fill(pixels[index * channels] ?? 0, index * 3, index * 3 + 3);
  return rgb;
}

function toError(code: EngineErrorCode, detail: string): EngineError {
  return { outcome: 'error', code, detail };
}
