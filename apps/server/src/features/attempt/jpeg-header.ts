const SIDE_MAX = 4096;
const SIDE_MIN = 32;

export type JpegFault = 'picture.type_unknown' | 'picture.unreadable' | 'picture.too_large';

/** Start-of-frame markers; C4, C8 and CC of the same range are tables and extensions. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/**
 * Looks at the header only, so that what is stored can be a picture of a sensible size: the type by its content, the
 * dimensions before anything decodes them. The face engine decodes, and trusts this no more than the bytes.
 */
export function findJpegFault(bytes: Uint8Array): JpegFault | undefined {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return 'picture.type_unknown';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (view.getUint8(at) !== 0xff) return 'picture.unreadable';
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (length < 2) return 'picture.unreadable';
    if (isStartOfFrame(marker)) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      if (Math.min(width, height) < SIDE_MIN) return 'picture.unreadable';
      return Math.max(width, height) > SIDE_MAX ? 'picture.too_large' : undefined;
    }
    at += 2 + length;
  }
  return 'picture.unreadable';
}
