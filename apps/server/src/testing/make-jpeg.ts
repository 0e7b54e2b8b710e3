/** Bytes with a JPEG's header of 480×640 pixels; other seeds, other content. No decoder will read it, no test here does. */
export function makeJpeg(seed: number, size = 400): Uint8Array {
  const header = [0xff, 0xd8, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0x02, 0x80, 0x01, 0xe0, 0x01, 0x01, 0x11, 0x00];
  const bytes = new Uint8Array(size);
  bytes.set(header);
  let state = (seed * 2_654_435_761) >>> 0;
  for (let at = header.length; at < size; at += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
