import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeImage, FRAME_BYTES_MAX, IMAGE_BYTES_MAX } from './decode-image.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { readImageHeader } from './read-image-header.ts';
import type { RgbImage } from './rgb-image.ts';

/** 60×40: left half red, right half blue, so that orientation shows. */
function makePicture(): RgbImage {
  const data = new Uint8Array(60 * 40 * 3);
  for (let index = 0; index < 60 * 40; index += 1) data[index * 3 + (index % 60 < 30 ? 0 : 2)] = 220;
  return { width: 60, height: 40, data };
}

let jpeg: Uint8Array;
let png: Uint8Array;
let webp: Uint8Array;

beforeAll(async () => {
  jpeg = await encodeJpeg(makePicture(), 90);
  png = await sharp(jpeg).png().toBuffer();
  webp = await sharp(jpeg).webp().toBuffer();
});

function pixelAt(image: RgbImage, x: number, y: number): number[] {
  const start = (y * image.width + x) * 3;
  return [...image.data.subarray(start, start + 3)];
}

async function decode(bytes: Uint8Array): Promise<RgbImage> {
  const decoded = await decodeImage(bytes);
  if (decoded.outcome !== 'decoded') throw new Error(`${decoded.code}: ${decoded.detail}`);
  return decoded.image;
}

describe('decodeImage', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('decodes %s to interleaved RGB', async (type) => {
    const image = await decode({ jpeg, png, webp }[type]);
    expect([image.width, image.height, image.data.length]).toEqual([60, 40, 60 * 40 * 3]);
    const [red, , blue] = pixelAt(image, 5, 20);
    expect(red).toBeGreaterThan(190);
    expect(blue).toBeLessThan(40);
  });

  it('gives three channels from grey, grey of 16 bits, transparent and palette pictures', async () => {
    const variants = [
      sharp(jpeg).greyscale().jpeg(),
      sharp(jpeg).greyscale().toColourspace('grey16').png(),
      sharp(jpeg).ensureAlpha(0.5).png(),
      sharp(jpeg).png({ palette: true }),
    ];
    for (const variant of variants) expect((await decode(await variant.toBuffer())).data.length).toBe(60 * 40 * 3);
  });

  it('applies the orientation that a camera has noted', async () => {
    const turned = await sharp(jpeg).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const image = await decode(turned);
    expect([image.width, image.height]).toEqual([40, 60]);
    expect(pixelAt(image, 20, 5)[0]).toBeGreaterThan(190);
  });

  it('makes a picture smaller when asked, never larger', async () => {
    const turned = await sharp(jpeg).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const small = await decodeImage(turned, { longSideMax: 30 });
    expect(small).toMatchObject({ outcome: 'decoded', image: { width: 20, height: 30 } });
    expect(await decodeImage(jpeg, { longSideMax: 900 })).toMatchObject({ image: { width: 60, height: 40 } });
  });

  it('takes a picture that is a view into a larger buffer', async () => {
    const larger = new Uint8Array(jpeg.length + 64).fill(7);
    larger.set(jpeg, 32);
    expect((await decode(larger.subarray(32, 32 + jpeg.length))).width).toBe(60);
  });

  it('refuses too many bytes before looking at one', async () => {
    expect(await decodeImage(new Uint8Array(IMAGE_BYTES_MAX + 1))).toMatchObject({ code: 'image.too_large' });
    const frame = new Uint8Array(FRAME_BYTES_MAX + 1);
    frame.set(jpeg);
    expect(await decodeImage(frame, { sizeBytesMax: FRAME_BYTES_MAX })).toMatchObject({ code: 'image.too_large' });
  });

  it('refuses a bomb by its header', async () => {
    const bomb = await sharp({ create: { width: 5001, height: 5000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(IMAGE_BYTES_MAX);
    expect(await decodeImage(bomb)).toMatchObject({ code: 'image.too_large' });
    // The header alone decides: nothing of the pixels needs to be there.
    expect(await decodeImage(bomb.subarray(0, 64))).toMatchObject({ code: 'image.too_large' });
  });

  it('does not believe a header that lies about its size', async () => {
    const lying = Uint8Array.from(png);
    new DataView(lying.buffer).setUint32(16, 5000);
    expect(await decodeImage(lying)).toMatchObject({ code: 'image.unreadable' });
  });

  it('refuses animations and other types', async () => {
    const frames = { width: 8, height: 16, channels: 3, pageHeight: 8 } as const;
    const animated = await sharp(Buffer.alloc(8 * 16 * 3, 90).fill(10, 8 * 8 * 3), { raw: frames })
      .webp({ loop: 0 })
      .toBuffer();
    expect(readImageHeader(animated)).toMatchObject({ type: 'webp', animated: true });
    expect(await decodeImage(animated)).toMatchObject({ code: 'image.type_unknown' });
    const gif = await sharp(jpeg).gif().toBuffer();
    const tiff = await sharp(jpeg).tiff().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const other of [gif, tiff, svg, Buffer.from('%PDF-1.7'), Buffer.alloc(0)]) {
      expect(await decodeImage(other)).toMatchObject({ code: 'image.type_unknown' });
    }
  });

  it('refuses an animated PNG, which decoders take for its first picture', async () => {
    const header = png.subarray(0, 33);
    const control = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex');
    const animated = Buffer.concat([header, control, png.subarray(33)]);
    expect(await decodeImage(animated)).toMatchObject({ code: 'image.type_unknown' });
  });

  it('tells nothing of the file in its errors', async () => {
    const broken = Buffer.concat([jpeg.subarray(0, 200), Buffer.from('SECRET')]);
    expect(JSON.stringify(await decodeImage(broken))).not.toContain('SECRET');
  });
});

describe('readImageHeader', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('reads the size of %s', (type) => {
    expect(readImageHeader({ jpeg, png, webp }[type])).toEqual({ type, width: 60, height: 40, animated: false });
  });

  it('reads the size of lossless and extended WebP', async () => {
    const lossless = await sharp(jpeg).webp({ lossless: true }).toBuffer();
    const extended = await sharp(jpeg).ensureAlpha(0.5).webp().toBuffer();
    for (const bytes of [lossless, extended]) expect(readImageHeader(bytes)).toMatchObject({ width: 60, height: 40 });
  });
});

describe('broken files', () => {
  // Seeded, so that a failure can be had again: cut anywhere, bytes changed, pieces repeated, noise behind a true start.
  it('never throw and never crash', async () => {
    let state = 20_260_620;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const mutate = (bytes: Uint8Array): Uint8Array => {
      const copy = Uint8Array.from(bytes);
      for (let count = 1 + random(12); count > 0; count -= 1) copy[random(copy.length)] = random(256);
      return copy;
    };
    const mutations = [
      (bytes: Uint8Array) => bytes.subarray(0, random(bytes.length)),
      mutate,
      (bytes: Uint8Array) => mutate(bytes.subarray(0, 1 + random(bytes.length))),
      (bytes: Uint8Array) =>
        Buffer.concat([bytes.subarray(0, random(bytes.length)), bytes.subarray(random(bytes.length))]),
      (bytes: Uint8Array) => Uint8Array.from(bytes, (value, index) => (index < 24 ? value : random(256))),
    ];
    const outcomes = { decoded: 0, error: 0 };
    for (let round = 0; round < 900; round += 1) {
      const source = [jpeg, png, webp][round % 3]!;
      const { outcome } = await decodeImage(mutations[round % mutations.length]!(source));
      outcomes[outcome] += 1;
    }
    expect(outcomes.error).toBeGreaterThan(300);
    expect(outcomes.decoded + outcomes.error).toBe(900);
  });
});
