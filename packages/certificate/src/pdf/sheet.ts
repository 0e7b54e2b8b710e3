import PDFDocument from 'pdfkit';
import { getFontFile, hasGlyph, weights } from './fonts.ts';
import type { Weight } from './fonts.ts';

/** One A4 page under construction. */
export type Sheet = {
  readonly doc: PDFKit.PDFDocument;
  /** In a text of Latin letters, quotation marks and apostrophes are narrow. */
  readonly features: PDFKit.Mixins.OpenTypeFeatures[];
  /** Characters that the typeface lacks, as `U+20BB7`, met so far. */
  readonly missing: Set<string>;
};

/** Points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

export const colours = {
  paper: '#FBF8F3',
  ink: '#1D2321',
  evergreen: '#0F5C4D',
  deep: '#0A3F35',
  persimmon: '#B8481B',
  line: '#D9D2C6',
  quiet: '#5A625E',
  white: '#FFFFFF',
} as const;

export type TextStyle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Height of a line over the text's size. */
  readonly leading?: number;
  /** Added between characters, in points. */
  readonly spacing?: number;
};

export type SheetInput = {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** Kept in the file's description, readable to programs. */
  readonly keywords: string;
  /** Given, so that the same certificate gives the same file. */
  readonly createdAt: Date;
};

export function createSheet(input: SheetInput): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    lang: input.language,
    displayTitle: true,
    info: {
      Title: input.title,
      Author: input.author,
      Keywords: input.keywords,
      CreationDate: input.createdAt,
      ModDate: input.createdAt,
    },
  });
  for (const weight of weights) doc.registerFont(weight, getFontFile(weight));
  return { doc, features: input.language.startsWith('zh') ? [] : ['pwid'], missing: new Set() };
}

/** Writes a paragraph and returns where the next one may begin. */
export function writeText(sheet: Sheet, text: string, style: TextStyle): number {
  const shown = replaceMissing(sheet, text);
  const { options, drop } = setStyle(sheet, style);
  const height = sheet.doc.heightOfString(shown, options);
  sheet.doc.fillColor(style.colour).text(shown, style.x, style.y + drop, options);
  return style.y + height;
}

/** How high `writeText` would be. */
export function measureText(sheet: Sheet, text: string, style: Omit<TextStyle, 'x' | 'y' | 'colour'>): number {
  const shown = replaceMissing(sheet, text);
  return sheet.doc.heightOfString(shown, setStyle(sheet, style).options);
}

/** The largest size, up to the style's, at which a text fits on one line of the style's width. */
export function fitSize(
  sheet: Sheet,
  text: string,
  style: Pick<TextStyle, 'width' | 'size' | 'weight' | 'spacing'>,
): number {
  const shown = replaceMissing(sheet, text);
  setStyle(sheet, style);
  const spaces = (style.spacing ?? 0) * shown.length;
  const natural = sheet.doc.widthOfString(shown, { features: sheet.features });
  const room = style.width - spaces - 1;
  return natural <= room ? style.size : Math.floor(((style.size * room) / natural) * 10) / 10;
}

export async function finishSheet(sheet: Sheet): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    sheet.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    sheet.doc.on('end', resolve);
    sheet.doc.on('error', reject);
  });
  sheet.doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/** A character without a glyph is shown by its code: never an empty box, and never silently. */
function replaceMissing(sheet: Sheet, text: string): string {
  let shown = '';
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isInvisible(codePoint)) continue;
    if (character === '\n' || hasGlyph(codePoint)) {
      shown += character;
      continue;
    }
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    sheet.missing.add(code);
    shown += `〔${code}〕`;
  }
  return shown;
}

/** Variation selectors, joiners and control characters have no picture of their own. */
function isInvisible(codePoint: number): boolean {
  if (codePoint === 0x0a) return false;
  const isSelector = (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
  return isSelector || codePoint < 0x20 || (codePoint >= 0x200b && codePoint <= 0x200f) || codePoint === 0xfeff;
}

/**
 * The typeface leaves half a character between lines, all of it below. Lines are `leading` high instead, with the
 * characters in their middle; `drop` is by how much they move down for that.
 */
function setStyle(
  sheet: Sheet,
  style: Omit<TextStyle, 'x' | 'y' | 'colour'>,
): { readonly options: PDFKit.Mixins.TextOptions; readonly drop: number } {
  const doc = sheet.doc.font(style.weight).fontSize(style.size);
  const height = style.size * (style.leading ?? 1.3);
  const lineGap = height - doc.currentLineHeight(true);
  const options = {
    width: style.width,
    align: style.align ?? 'left',
    lineGap,
    characterSpacing: style.spacing ?? 0,
    features: sheet.features,
  };
  return { options, drop: (height - doc.currentLineHeight()) / 2 };
}
