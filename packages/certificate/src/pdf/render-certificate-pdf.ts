import type { Locale, PlainDate } from '@anzai/domain';
import { certificateTexts } from '@anzai/i18n/certificate';
import type { CertificateTexts } from '@anzai/i18n/certificate';
import type { CertificateClaims } from '../certificate-claims.ts';
import type { AgencyContact } from './agency-contact.ts';
import { drawBand, drawRosette } from './draw-guilloche.ts';
import { drawQr } from './draw-qr.ts';
import { A4, colours, createSheet, finishSheet, fitSize, measureText, writeText } from './sheet.ts';
import type { Sheet } from './sheet.ts';

export type RenderCertificateInput = {
  readonly certificate: CertificateClaims;
  readonly locale: Locale;
  readonly agency: AgencyContact;
  /** What the QR code says: the verify address with the signed code. */
  readonly qrText: string;
};

type Page = RenderCertificateInput & { readonly sheet: Sheet; readonly texts: CertificateTexts };

const LEFT = 72;
const WIDTH = A4.width - 2 * LEFT;
/** 52 mm, and 42 mm where a long text leaves less room. */
const QR_SIZE_MAX = 148;
const QR_SIZE_MIN = 120;
const FACT_SIZE_MIN = 9;
const FACT_SIZES = [14, 13, 12, 11, 10, FACT_SIZE_MIN];

/** The certificate as a one-page PDF on A4, with the typeface in it. The same input gives the same bytes. */
export async function renderCertificatePdf(input: RenderCertificateInput): Promise<Uint8Array> {
  const texts = certificateTexts[input.locale];
  const sheet = createSheet({
    title: `${texts.title} ${input.certificate.number}`,
    author: input.agency.name,
    language: input.locale,
    keywords: input.qrText,
    createdAt: new Date(input.certificate.issuedAt),
  });
  const page: Page = { ...input, sheet, texts };
  drawFrame(sheet);
  const belowHead = drawHead(page);
  const belowPerson = drawPerson(page, belowHead + 26);
  const belowDates = drawDates(page, belowPerson + 18);
  const footTop = drawFoot(page);
  const belowFacts = drawFacts(page, { top: belowDates + 10, bottom: footTop - QR_SIZE_MIN - 16 });
  const room = footTop - belowFacts;
  const size = Math.max(QR_SIZE_MIN, Math.min(QR_SIZE_MAX, room - 24));
  drawVerification(page, { y: belowFacts + (room - size) / 2, size });
  return finishSheet(sheet);
}

function drawFrame(sheet: Sheet): void {
  const { doc } = sheet;
  drawRosette(sheet, { x: A4.width / 2, y: 318, radius: 205, colour: colours.evergreen });
  drawBand(sheet, { x: 37, y: 42, width: A4.width - 74, height: 40, colour: colours.evergreen });
  doc
    .lineWidth(1.2)
    .strokeColor(colours.evergreen)
    .rect(30, 30, A4.width - 60, A4.height - 60)
    .stroke();
  doc
    .lineWidth(0.4)
    .rect(35, 35, A4.width - 70, A4.height - 70)
    .stroke();
}

function drawHead({ sheet, texts, agency, certificate }: Page): number {
  const centred = { x: LEFT, width: WIDTH, align: 'center' } as const;
  const agencyStyle = { ...centred, size: 14, weight: 'bold', colour: colours.evergreen, spacing: 1 } as const;
  const below = writeText(sheet, agency.name, { ...agencyStyle, y: 96 });
  const titleStyle = { ...centred, size: 32, weight: 'bold', colour: colours.ink, spacing: 2 } as const;
  const size = fitSize(sheet, texts.title, titleStyle);
  const belowTitle = writeText(sheet, texts.title, { ...titleStyle, size, y: below + 11 });
  const number = `${texts.numberLabel}${texts.labelSeparator}${certificate.number}`;
  return writeText(sheet, number, { ...centred, y: belowTitle + 10, size: 16, weight: 'regular', colour: colours.ink });
}

function drawPerson({ sheet, texts, certificate }: Page, y: number): number {
  const centred = { x: LEFT, width: WIDTH, align: 'center' } as const;
  const nameStyle = { ...centred, size: 38, weight: 'bold', colour: colours.ink } as const;
  const size = fitSize(sheet, certificate.personName, nameStyle);
  const belowName = writeText(sheet, certificate.personName, { ...nameStyle, size, y });
  const statement = texts.statement({
    certifiedOn: toDateText(texts, certificate.certifiedOn),
    validUntil: toDateText(texts, certificate.validUntil),
  });
  const style = { ...centred, size: 14.5, weight: 'regular', colour: colours.ink, leading: 1.65 } as const;
  return writeText(sheet, statement, { ...style, y: belowName + 10 });
}

/** The two days, large: what a clerk looks for first. */
function drawDates({ sheet, texts, certificate }: Page, y: number): number {
  const { doc } = sheet;
  const height = 74;
  const half = WIDTH / 2;
  doc.roundedRect(LEFT, y, WIDTH, height, 12).lineWidth(0.8).fillAndStroke(colours.paper, colours.line);
  doc
    .moveTo(LEFT + half, y + 14)
    .lineTo(LEFT + half, y + height - 14)
    .stroke(colours.line);
  const days = [
    { label: texts.certifiedOnLabel, day: certificate.certifiedOn },
    { label: texts.validUntilLabel, day: certificate.validUntil },
  ];
  days.forEach(({ label, day }, index) => {
    const column = { x: LEFT + index * half, width: half, align: 'center' } as const;
    writeText(sheet, label, { ...column, y: y + 14, size: 12, weight: 'regular', colour: colours.quiet });
    const dayStyle = { ...column, size: 23, weight: 'bold', colour: colours.evergreen } as const;
    const text = toDateText(texts, day);
    const size = fitSize(sheet, text, { ...dayStyle, width: half - 24 });
    writeText(sheet, text, { ...dayStyle, size, y: y + 33 });
  });
  return y + height;
}

/** Where many schemes would run into the code below, the facts are set smaller. */
function drawFacts(page: Page, place: { readonly top: number; readonly bottom: number }): number {
  const { sheet } = page;
  const rows = listFacts(page);
  const valueStyle = { x: LEFT + 120, width: WIDTH - 120, weight: 'regular', colour: colours.ink } as const;
  const toHeight = (size: number): number =>
    rows.reduce((sum, row) => sum + measureText(sheet, row.value, { ...valueStyle, size }) + 16, 0);
  const size = FACT_SIZES.find((candidate) => place.top + toHeight(candidate) <= place.bottom) ?? FACT_SIZE_MIN;
  const labelStyle = { x: LEFT, width: 116, weight: 'regular', colour: colours.quiet } as const;
  let y = place.top;
  for (const row of rows) {
    writeText(sheet, row.label, {
      ...labelStyle,
      size: Math.min(12, size),
      y: y + 8 + (size - Math.min(12, size)) * 0.65,
    });
    y = writeText(sheet, row.value, { ...valueStyle, size, y: y + 8 }) + 8;
    sheet.doc
      .lineWidth(0.5)
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .stroke(colours.line);
  }
  return y;
}

function listFacts({ texts, certificate }: Page): readonly { readonly label: string; readonly value: string }[] {
  const schemes = certificate.schemes.map((scheme) => texts.schemes[scheme]).join(texts.listSeparator);
  const channel = certificate.channel === null ? '' : texts.channels[certificate.channel];
  const rows = [
    { label: texts.documentLabel, value: certificate.documentMasked },
    { label: texts.schemesLabel, value: schemes },
    { label: texts.channelLabel, value: channel },
  ];
  return rows.filter((row) => row.value !== '');
}

function drawVerification(
  { sheet, texts, agency, qrText }: Page,
  { y, size }: { readonly y: number; readonly size: number },
): void {
  const box = { x: LEFT, y, size };
  const { doc } = sheet;
  doc.roundedRect(box.x, y, size, size, 10).lineWidth(0.8).fillAndStroke(colours.white, colours.line);
  drawQr(sheet, qrText, box);
  const x = LEFT + size + 22;
  const width = WIDTH - size - 22;
  const heading = { x, width, size: 15, weight: 'bold', colour: colours.evergreen } as const;
  let below = writeText(sheet, texts.verifyTitle, { ...heading, y: y + 4 }) + 9;
  texts.verifySteps(agency.phone).forEach((step, index) => {
    const style = { size: 12.5, colour: colours.ink, leading: 1.4 } as const;
    writeText(sheet, `${index + 1}`, { ...style, x, y: below, width: 16, weight: 'bold', colour: colours.evergreen });
    below = writeText(sheet, step, { ...style, x: x + 18, y: below, width: width - 18, weight: 'regular' }) + 5;
  });
}

/** Built from below, so that a long address never runs over the edge; returns where it begins. */
function drawFoot({ sheet, texts, agency }: Page): number {
  const small = { x: LEFT, width: WIDTH, size: 8.5, weight: 'regular', colour: colours.quiet, leading: 1.45 } as const;
  const separator = texts.labelSeparator;
  const contact = [
    `${texts.addressLabel}${separator}${agency.address}`,
    `${texts.phoneLabel}${separator}${agency.phone}`,
    `${texts.hoursLabel}${separator}${agency.hours}`,
  ].join('\n');
  const contactStyle = { ...small, size: 10.5, colour: colours.ink, leading: 1.5 } as const;
  const missing = [...sheet.missing].join(texts.listSeparator);
  const note = missing === '' ? '' : texts.missingGlyphs(missing);
  const noteHeight = note === '' ? 0 : measureText(sheet, note, small) + 4;
  const noticeHeight = measureText(sheet, texts.notice, small);
  const contactHeight = measureText(sheet, contact, contactStyle);
  const top = A4.height - 48 - noticeHeight - noteHeight - contactHeight - 12;
  sheet.doc
    .lineWidth(0.5)
    .moveTo(LEFT, top)
    .lineTo(LEFT + WIDTH, top)
    .stroke(colours.line);
  let y = writeText(sheet, contact, { ...contactStyle, y: top + 7 }) + 5;
  if (note !== '') y = writeText(sheet, note, { ...small, colour: colours.persimmon, y }) + 4;
  writeText(sheet, texts.notice, { ...small, y });
  return top;
}

function toDateText(texts: CertificateTexts, day: PlainDate): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return texts.date({ year, month, day: date });
}
