import type { Locale } from '@anzai/domain';
import { certificateTexts } from '@anzai/i18n/certificate';
import type { CertificateTexts } from '@anzai/i18n/certificate';
import type { AgencyContact } from './agency-contact.ts';
import { drawQr } from './draw-qr.ts';
import { A4, colours, createSheet, finishSheet, fitSize, measureText, writeText } from './sheet.ts';
import type { Sheet } from './sheet.ts';

export type RenderPosterInput = {
  readonly agency: AgencyContact;
  /** The web application's address; the QR code leads there, and it stands below for those who type. */
  readonly url: string;
  readonly locale: Locale;
};

type Page = RenderPosterInput & { readonly sheet: Sheet; readonly texts: CertificateTexts };

const LEFT = 48;
const WIDTH = A4.width - 2 * LEFT;
const HEAD_HEIGHT = 262;
const QR_SIZE = 226;
const FOOT_HEIGHT = 104;
const ADVICE_SIZE_MIN = 10;
/** A longer language is set smaller, so that nothing is lost at the edge. */
const ADVICE_SIZES = [13, 12.5, 12, 11.5, 11, 10.5, ADVICE_SIZE_MIN];
const adviceStyle = { width: WIDTH - 18, leading: 1.42 } as const;

/** The agency's poster on A4; printed on A3 it reads from across a hall. */
export async function renderPosterPdf(input: RenderPosterInput): Promise<Uint8Array> {
  const texts = certificateTexts[input.locale];
  const sheet = createSheet({
    title: texts.poster.headline,
    author: input.agency.name,
    language: input.locale,
    keywords: input.url,
    createdAt: new Date(0),
  });
  const page: Page = { ...input, sheet, texts };
  sheet.doc.rect(0, 0, A4.width, A4.height).fill(colours.paper);
  drawHead(page);
  const belowCode = drawCode(page);
  const belowSteps = drawSteps(page, belowCode + 14);
  drawAdvice(page, belowSteps);
  drawFoot(page);
  return finishSheet(sheet);
}

function drawHead({ sheet, texts, agency }: Page): void {
  const { poster } = texts;
  sheet.doc.rect(0, 0, A4.width, HEAD_HEIGHT).fill(colours.evergreen);
  const centred = { x: LEFT, width: WIDTH, align: 'center', colour: colours.white } as const;
  const below = writeText(sheet, agency.name, { ...centred, y: 30, size: 16, weight: 'bold', spacing: 0.5 });
  const headline = { ...centred, size: 45, weight: 'bold' } as const;
  const size = fitSize(sheet, poster.headline, headline);
  const belowHeadline = writeText(sheet, poster.headline, { ...headline, size, y: below + 8, leading: 1.2 });
  const subtitle = { ...centred, size: 20, weight: 'regular' } as const;
  writeText(sheet, poster.subtitle, {
    ...subtitle,
    size: fitSize(sheet, poster.subtitle, subtitle),
    y: belowHeadline + 5,
  });
}

function drawCode({ sheet, texts, url }: Page): number {
  const { doc } = sheet;
  const x = (A4.width - QR_SIZE) / 2;
  const y = 160;
  doc
    .roundedRect(x - 3, y - 3, QR_SIZE + 6, QR_SIZE + 6, 16)
    .lineWidth(0.8)
    .fillAndStroke(colours.white, colours.line);
  drawQr(sheet, url, { x, y, size: QR_SIZE });
  const centred = { x: LEFT, width: WIDTH, align: 'center' } as const;
  const scan = { ...centred, size: 21, weight: 'bold', colour: colours.evergreen } as const;
  const below = writeText(sheet, texts.poster.scan, { ...scan, y: y + QR_SIZE + 12 });
  const address = url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return writeText(sheet, address, { ...centred, y: below + 1, size: 12, weight: 'regular', colour: colours.quiet });
}

/** Four steps, two by two, each with its number in a disc. */
function drawSteps({ sheet, texts }: Page, top: number): number {
  const { doc } = sheet;
  const gap = 22;
  const columnWidth = (WIDTH - gap) / 2;
  let y = top;
  const { steps } = texts.poster;
  for (let first = 0; first < steps.length; first += 2) {
    const bottoms = steps.slice(first, first + 2).map((step, index) => {
      const x = LEFT + index * (columnWidth + gap);
      doc.circle(x + 15, y + 15, 15).fill(colours.evergreen);
      const figure = { x, width: 30, align: 'center', size: 17, weight: 'bold', colour: colours.white } as const;
      writeText(sheet, `${first + index + 1}`, { ...figure, y: y + 4 });
      const text = { x: x + 42, width: columnWidth - 42 } as const;
      const below = writeText(sheet, step.title, { ...text, y: y + 2, size: 19, weight: 'bold', colour: colours.ink });
      const body = { ...text, size: 14.5, weight: 'regular', colour: colours.ink, leading: 1.4 } as const;
      return writeText(sheet, step.text, { ...body, y: below + 2 });
    });
    y = Math.max(...bottoms) + 11;
  }
  return y;
}

function drawAdvice({ sheet, texts }: Page, top: number): void {
  const { firstTime, otherWays, warning } = texts.poster;
  const paragraphs = [
    { text: firstTime, weight: 'bold', colour: colours.persimmon },
    { text: otherWays, weight: 'regular', colour: colours.ink },
    { text: warning, weight: 'bold', colour: colours.ink },
  ] as const;
  const room = A4.height - FOOT_HEIGHT - top - 12;
  const toHeight = (size: number): number =>
    paragraphs.reduce(
      (sum, { text, weight }) => sum + measureText(sheet, text, { ...adviceStyle, size, weight }) + 5,
      -5,
    );
  const size = ADVICE_SIZES.find((candidate) => toHeight(candidate) <= room) ?? ADVICE_SIZE_MIN;
  const height = toHeight(size);
  let y = top + 6 + Math.max(0, (room - height) / 2);
  sheet.doc.rect(LEFT, y, 4, height).fill(colours.persimmon);
  paragraphs.forEach(({ text, weight, colour }) => {
    y = writeText(sheet, text, { ...adviceStyle, size, x: LEFT + 18, y, weight, colour }) + 5;
  });
}

function drawFoot({ sheet, texts, agency }: Page): void {
  const top = A4.height - FOOT_HEIGHT;
  sheet.doc.rect(0, top, A4.width, FOOT_HEIGHT).fill(colours.deep);
  const white = { weight: 'regular', colour: colours.white } as const;
  const phoneWidth = 190;
  writeText(sheet, texts.poster.phoneTitle, { ...white, x: LEFT, y: top + 20, width: phoneWidth, size: 14 });
  const phone = { x: LEFT, width: phoneWidth, size: 34, weight: 'bold', colour: colours.white } as const;
  writeText(sheet, agency.phone, { ...phone, size: fitSize(sheet, agency.phone, phone), y: top + 38 });
  const x = LEFT + phoneWidth + 28;
  const width = A4.width - LEFT - x;
  const style = { ...white, x, width, size: 13, leading: 1.45 } as const;
  const below = writeText(sheet, agency.address, { ...style, y: top + 22 });
  writeText(sheet, agency.hours, { ...style, y: below + 5 });
}
