import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

export const weights = ['regular', 'bold'] as const;
export type Weight = (typeof weights)[number];

/** Noto Sans in its simplified Chinese form: 30,789 characters, traditional and most rare ones among them. */
const files = {
  regular: 'NotoSansHans-Regular.otf',
  bold: 'NotoSansHans-Bold.otf',
} as const satisfies Record<Weight, string>;

const loaded = new Map<Weight, Buffer>();
let coverage: Font | undefined;

/** The bytes of the typeface; read once. */
export function getFontFile(weight: Weight): Buffer {
  const known = loaded.get(weight);
  if (known) return known;
  // The package offers no path to its files; its manifest's place tells where they are.
  const manifest = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
  const bytes = readFileSync(join(dirname(dirname(manifest)), 'fonts', files[weight]));
  loaded.set(weight, bytes);
  return bytes;
}

/** Both weights have the same characters. */
export function hasGlyph(codePoint: number): boolean {
  coverage ??= toFont(getFontFile('regular'));
  return coverage.hasGlyphForCodePoint(codePoint);
}

function toFont(bytes: Buffer): Font {
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError('the typeface file is a collection');
  return font;
}
