import { describe, expect, it } from 'vitest';
import { readBrowserFamily } from './browser-family.ts';
import { toFailureKind } from './camera.ts';
import { makeUuid } from './make-uuid.ts';
import { decidePortraitCrop } from './portrait-crop.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('readBrowserFamily', () => {
  it.each([
    [
      'wechat',
      `Mozilla/5.0 (Linux; Android 12; wv) ${webkit} Version/4.0 Chrome/107 Mobile Safari/537.36 MicroMessenger/8.0`,
    ],
    ['huawei', `Mozilla/5.0 (Linux; Android 10) ${webkit} Chrome/114 HuaweiBrowser/15.0 Mobile Safari/537.36`],
    ['webview', `Mozilla/5.0 (Linux; Android 12; Pixel; wv) ${webkit} Version/4.0 Chrome/107 Mobile Safari/537.36`],
    [
      'ios-safari',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 14_0 like Mac OS X) AppleWebKit/605 Version/14.0 Mobile Safari/604.1',
    ],
    ['webview', 'Mozilla/5.0 (iPhone; CPU iPhone OS 14_0 like Mac OS X) AppleWebKit/605 Mobile/15E148'],
    ['android-chrome', `Mozilla/5.0 (Linux; Android 13; Pixel) ${webkit} Chrome/120 Mobile Safari/537.36`],
    ['desktop-chrome', `Mozilla/5.0 (Windows NT 10.0; Win64) ${webkit} Chrome/120 Safari/537.36 Edg/120`],
    ['mac-safari', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/14.0 Safari/605'],
    ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0'],
    ['other', ''],
  ] as const)('knows %s', (family, userAgent) => {
    expect(readBrowserFamily(userAgent)).toBe(family);
  });
});

describe('toFailureKind', () => {
  it.each([
    ['NotAllowedError', 'permission-refused'],
    ['NotFoundError', 'no-camera'],
    ['OverconstrainedError', 'no-camera'],
    ['NotReadableError', 'in-use'],
    ['TypeError', 'failed'],
  ] as const)('takes %s for %s', (name, kind) => {
    expect(toFailureKind(new DOMException('x', name))).toBe(kind);
  });
});

describe('decidePortraitCrop', () => {
  it.each([
    [
      { width: 1280, height: 720 },
      { x: 370, y: 0, width: 540, height: 720 },
    ],
    [
      { width: 720, height: 1280 },
      { x: 0, y: 160, width: 720, height: 960 },
    ],
    [
      { width: 480, height: 640 },
      { x: 0, y: 0, width: 480, height: 640 },
    ],
  ])('takes the middle of %j', (source, crop) => {
    expect(decidePortraitCrop(source)).toEqual(crop);
  });
});

describe('makeUuid', () => {
  it('is a version 7 UUID that sorts by time and never comes twice', () => {
    const early = makeUuid(1_790_000_000_000);
    const late = makeUuid(1_790_000_000_001);
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(early.slice(0, 13).replace('-', ''), 16)).toBe(1_790_000_000_000);
    expect(early < late).toBe(true);
    expect(new Set(Array.from({ length: 500 }, () => makeUuid())).size).toBe(500);
  });
});
