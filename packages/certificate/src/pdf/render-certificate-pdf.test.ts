import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales, schemes, toCertificateNumber } from '@anzai/domain';
import type { Locale } from '@anzai/domain';
import { certificateTexts } from '@anzai/i18n/certificate';
import { afterAll, describe, expect, it } from 'vitest';
import { completeClaims, issueCertificate } from '../issue-certificate.ts';
import type { IssueCertificateInput } from '../issue-certificate.ts';
import { toVerifyUrl } from '../qr-code.ts';
import { createSigningKey } from '../signing-key.ts';
import { readQr } from '../verify-tool/read-codes.ts';
import { hasGlyph } from './fonts.ts';
import { renderCertificatePdf } from './render-certificate-pdf.ts';
import { renderPosterPdf } from './render-poster-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'anzai-pdf-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** poppler, to see the page as another program does. */
const hasPoppler = canRun('pdftoppm') && canRun('pdftotext');

const agency = {
  name: '广州市社会保险基金管理中心',
  address: '广州市越秀区梅东路28号四楼服务大厅',
  hours: '周一至周五 9:00–12:00，13:00–17:00',
  phone: '020-12345678',
};

type Claims = IssueCertificateInput['claims'];

const claims: Claims = {
  number: toCertificateNumber(2026, 48_271_935),
  agency: agency.name,
  personName: '王秀英',
  documentMasked: '4401**********0017',
  schemes: ['urban-employee'],
  certifiedOn: '2026-06-01',
  validUntil: '2027-06-01',
  channel: 'remote-face',
  issuedAt: '2026-06-01T02:03:04.000Z',
};

type Rendered = { readonly pdf: Uint8Array; readonly qrText: string };

/** A page takes a while: each kind is made once. */
const rendered = new Map<string, Promise<Rendered>>();

async function render(locale: Locale, changes: Partial<Claims> = {}): Promise<Rendered> {
  const name = locale + JSON.stringify(changes);
  const known = rendered.get(name) ?? renderAnew(locale, changes);
  rendered.set(name, known);
  return known;
}

async function renderAnew(locale: Locale, changes: Partial<Claims> = {}): Promise<Rendered> {
  const all = { ...claims, ...changes };
  const timeZone = 'Asia/Shanghai';
  const code = issueCertificate({ claims: all, timeZone, key: createSigningKey(new Uint8Array(32).fill(7)) });
  const qrText = toVerifyUrl('https://renzheng.example.cn', code);
  const certificate = completeClaims(all, timeZone);
  return { pdf: await renderCertificatePdf({ certificate, locale, agency, qrText }), qrText };
}

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function write(pdf: Uint8Array): string {
  const file = join(folder, 'a.pdf');
  writeFileSync(file, pdf);
  return file;
}

function readText(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', write(pdf), '-'], { encoding: 'utf8' });
}

function drawPage(pdf: Uint8Array, dotsPerInch: number): Buffer {
  const target = join(folder, 'page');
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-png', '-singlefile', write(pdf), target]);
  return readFileSync(`${target}.png`);
}

function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

describe('renderCertificatePdf', () => {
  it.each(locales)('gives one page with its typeface in it (%s)', async (locale) => {
    const { pdf } = await render(locale);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(countPages(pdf)).toBe(1);
    expect(text).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansHans-Regular/);
    expect(text).toMatch(/\/FontFile3/);
    expect(text).toContain(`/Lang (${locale})`);
    expect(pdf.length).toBeLessThan(400_000);
  });

  it('gives the same bytes for the same certificate', async () => {
    const [first, second] = [await render('zh-CN'), await renderAnew('zh-CN')];
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
  });

  it.skipIf(!hasPoppler).each(locales)('says in words what was certified (%s)', async (locale) => {
    const text = readText((await render(locale)).pdf);
    const texts = certificateTexts[locale];
    const days = [texts.date({ year: 2026, month: 6, day: 1 }), texts.date({ year: 2027, month: 6, day: 1 })];
    const shown = [
      texts.title,
      claims.number,
      '王秀英',
      claims.documentMasked,
      agency.phone,
      texts.verifyTitle,
      ...days,
    ];
    for (const words of shown) expect(text.replaceAll(/\s+/g, '')).toContain(words.replaceAll(/\s+/g, ''));
  });

  it.skipIf(!hasPoppler)('bears a QR code that reads from a print at 150 dots an inch', async () => {
    const { pdf, qrText } = await render('en', { personName: 'Maria Fernanda de Assunção e Costa', schemes });
    expect(await readQr(drawPage(pdf, 150))).toBe(qrText);
  });

  it.skipIf(!hasPoppler)('shows a character that the typeface lacks by its code, and says so', async () => {
    const { pdf } = await render('zh-CN', { personName: '𠮷小英' });
    expect(hasGlyph(0x20bb7)).toBe(false);
    const text = readText(pdf);
    expect(text).toContain('〔U+20BB7〕小英');
    expect(text).toContain('字体缺少下列字');
    expect(readText((await render('zh-CN')).pdf)).not.toContain('字体缺少');
  });

  it.each(locales)(
    'stays on one page with the longest name, all schemes and a lacking character (%s)',
    async (locale) => {
      const personName = '𠮷Maria Fernanda de Assunção e Costa Rodrigues dos Santos';
      expect(countPages((await render(locale, { personName, schemes })).pdf)).toBe(1);
    },
  );
});

describe('the typeface', () => {
  it('has every character of every text, and rare ones of names, in both scripts', () => {
    const words = JSON.stringify(certificateTexts, (_, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    );
    const rare = '䶮鑾喆堃犇淼骉龘㛃㙍𬭚養灣澳嗎證憑區廣麗瑩';
    const lacking = Array.from(words + rare).filter((character) => !hasGlyph(character.codePointAt(0)!));
    expect(lacking.filter((character) => character !== '\n')).toEqual([]);
  });
});

describe('renderPosterPdf', () => {
  it.each(locales)('gives one page (%s)', async (locale) => {
    const pdf = await renderPosterPdf({ agency, url: 'https://renzheng.example.cn/', locale });
    expect(countPages(pdf)).toBe(1);
  });

  it.skipIf(!hasPoppler)('leads to the web application and names the telephone', async () => {
    const url = 'https://renzheng.example.cn/';
    const pdf = await renderPosterPdf({ agency, url, locale: 'zh-CN' });
    expect(await readQr(drawPage(pdf, 72))).toBe(url);
    const text = readText(pdf);
    for (const words of [agency.phone, agency.address, certificateTexts['zh-CN'].poster.warning]) {
      expect(text.replaceAll(/\s+/g, '')).toContain(words.replaceAll(/\s+/g, ''));
    }
  });
});
