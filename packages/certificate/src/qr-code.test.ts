import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderQrPng, renderQrSvg, toVerifyUrl } from './qr-code.ts';
import { readQr } from './verify-tool/read-codes.ts';

/** As long as the code of a long foreign name under two schemes. */
const longCode = `AZ1.${'0oRYHqMBJwRIk7c-'.repeat(24)}`;
const url = toVerifyUrl('https://renzheng.example.cn/', longCode);

describe('toVerifyUrl', () => {
  it('puts the code behind the fragment sign, where no server sees it', () => {
    expect(url).toBe(`https://renzheng.example.cn/verify#${longCode}`);
    expect(new URL(url).search + new URL(url).pathname).toBe('/verify');
  });
});

describe('a QR code', () => {
  it('reads back from PNG and from SVG', async () => {
    expect(await readQr(await renderQrPng(url))).toBe(url);
    expect(await readQr(Buffer.from(await renderQrSvg(url)))).toBe(url);
  });

  // 148 points, as on the certificate, at 150 dots an inch; then out of focus, turned, and saved as a photograph.
  it('reads at print size from a poor photograph', async () => {
    const printed = Math.round((148 / 72) * 150);
    const photograph = await sharp(await renderQrPng(url))
      .resize(printed, printed)
      .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#f4f1ea' })
      .rotate(4, { background: '#f4f1ea' })
      .blur(0.7)
      .jpeg({ quality: 70 })
      .toBuffer();
    expect(await readQr(photograph)).toBe(url);
  });

  it('is not found where there is none', async () => {
    const blank = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await readQr(blank)).toBe('');
  });
});
