import { existsSync } from 'node:fs';
import { installOnDebian } from './debian.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const chineseFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** The browser for end-to-end tests: the one named, one that is there, or Debian's. */
export function findChromium() {
  const named = process.env.ANZAI_CHROMIUM;
  if (named !== undefined)
    return existsSync(named) ? { path: named, why: '' } : { path: null, why: `${named} does not exist` };
  const present = usualPlaces.find((path) => existsSync(path));
  if (present !== undefined) {
    if (!existsSync(chineseFont)) installOnDebian(['fonts-noto-cjk']);
    return { path: present, why: '' };
  }
  if (installOnDebian(['chromium', 'fonts-noto-cjk']) && existsSync(usualPlaces[0]))
    return { path: usualPlaces[0], why: '' };
  return { path: null, why: 'no Chromium here (set ANZAI_CHROMIUM to its path)' };
}
