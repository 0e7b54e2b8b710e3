export type ImageHeader = {
  readonly type: 'jpeg' | 'png' | 'webp';
  /** 0 when the header does not tell. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
};

/** Markers and chunks looked at before a header is given up; real files have a few dozen at most. */
const SEGMENTS_MAX = 512;

/** Tells a picture's type and size from its first bytes alone; null when it is none of the accepted types. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return readJpegHeader(view);
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPngHeader(view);
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return readWebpHeader(bytes, view);
  return null;
}

/** Walks the segments to the frame header (SOF0–SOF15 without DHT, JPG and DAC). */
function readJpegHeader(view: DataView): ImageHeader {
  let offset = 2;
  for (let segments = 0; segments < SEGMENTS_MAX && offset + 9 < view.byteLength; segments += 1) {
    if (view.getUint8(offset) !== 0xff) break;
    const marker = view.getUint8(offset + 1);
    if (isFrameMarker(marker)) {
      return { type: 'jpeg', width: view.getUint16(offset + 7), height: view.getUint16(offset + 5), animated: false };
    }
    if (marker === 0xff) offset += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) offset += 2;
    else offset += 2 + Math.max(view.getUint16(offset + 2), 2);
  }
  return { type: 'jpeg', width: 0, height: 0, animated: false };
}

function isFrameMarker(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** An animated PNG declares itself by an `acTL` chunk ahead of its pixels. */
function readPngHeader(view: DataView): ImageHeader {
  if (view.byteLength < 33) return { type: 'png', width: 0, height: 0, animated: false };
  let animated = false;
  let offset = 8;
  for (let chunks = 0; chunks < SEGMENTS_MAX && offset + 8 <= view.byteLength; chunks += 1) {
    const kind = view.getUint32(offset + 4);
    if (kind === 0x49444154) break;
    if (kind === 0x6163544c) animated = true;
    offset += 12 + view.getUint32(offset);
  }
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20), animated };
}

function readWebpHeader(bytes: Uint8Array, view: DataView): ImageHeader {
  const none = { type: 'webp', width: 0, height: 0, animated: false } as const;
  if (bytes.length < 30) return none;
  if (hasText(bytes, 12, 'VP8X')) {
    const width = 1 + (view.getUint32(24, true) & 0xffffff);
    const height = 1 + (view.getUint32(26, true) >>> 8);
    return { type: 'webp', width, height, animated: (view.getUint8(20) & 0x02) !== 0 };
  }
  if (hasText(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true);
    return { ...none, width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
  }
  if (hasText(bytes, 12, 'VP8 ')) {
    return { ...none, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return none;
}

function startsWith(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((value, index) => bytes[offset + index] === value);
}

function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  return startsWith(bytes, offset, [...Buffer.from(text, 'latin1')]);
}
