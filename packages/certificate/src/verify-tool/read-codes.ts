import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import sharp from 'sharp';

/** Where a code was found, for the report: the argument itself, or the file and line. */
export type FoundCode = { readonly source: string; readonly code: string };

const CODE_FORM = /AZ1\.[A-Za-z0-9_-]+/;
const PICTURE_SIDE_MAX = 1600;

/**
 * The codes in one argument: a code or verify address; a text file with one a line; a certificate as PDF, which carries
 * its code in its description; or a picture of the QR code (PNG, JPEG, WebP). A file without one gives one empty code,
 * so that it is counted as not valid.
 */
export async function readCodes(argument: string): Promise<readonly FoundCode[]> {
  if (CODE_FORM.test(argument)) return [{ source: 'argument', code: argument }];
  const bytes = await readFile(argument);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    return [{ source: argument, code: CODE_FORM.exec(bytes.toString('latin1'))?.[0] ?? '' }];
  }
  if (isPicture(bytes)) return [{ source: argument, code: await readQr(bytes) }];
  const lines = bytes.toString('utf8').split(/\r?\n/);
  return lines
    .map((line, index) => ({ source: `${argument}:${index + 1}`, code: line.trim() }))
    .filter((found) => found.code !== '');
}

/** What the QR code in a picture says; empty when none is found. */
export async function readQr(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize({ width: PICTURE_SIDE_MAX, height: PICTURE_SIDE_MAX, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQr(new Uint8ClampedArray(data), info)?.data ?? '';
}

type Decode = typeof jsQR.default;

/** The library is CommonJS with a default: Node hands out its exports, whose `default` is the function. */
function decodeQr(
  pixels: Uint8ClampedArray,
  size: { readonly width: number; readonly height: number },
): ReturnType<Decode> {
  return jsQR.default(pixels, size.width, size.height);
}

function isPicture(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 12).toString('latin1');
  return start.startsWith('\u0089PNG') || start.startsWith('\u00FF\u00D8\u00FF') || /^RIFF....WEBP/s.test(start);
}
