import type { verify } from '@anzai/contract';
import type { VerifyTexts } from '@anzai/i18n/verify';
import type { z } from 'zod';

export type BatchResult = z.infer<typeof verify.VerifyResult>;

export const BATCH_MAX = 1000;

/** Every code in a text or table, in order, each once: whatever stands around it in its line or cell is passed over. */
export function parseBatchCodes(text: string): readonly string[] {
  return [...new Set(text.match(/AZ1\.[A-Za-z0-9_-]+/g) ?? [])];
}

/** A table for spreadsheets: UTF-8 with its mark, so that Chinese is shown rightly. */
export function renderBatchCsv(results: readonly BatchResult[], texts: VerifyTexts['batch']): string {
  const { columns, outcomes } = texts;
  const header = [columns.row, columns.outcome, columns.name, columns.document, columns.number, columns.validUntil];
  const rows = results.map((result, index) => [
    String(index + 1),
    outcomes[result.outcome],
    result.name ?? '',
    result.documentMasked ?? '',
    result.number ?? '',
    result.validUntil ?? '',
  ]);
  return `\uFEFF${[header, ...rows].map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where needed; a cell that a spreadsheet would run as a formula is made plain text. */
function toCell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
