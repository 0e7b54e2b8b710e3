import type { Verification } from '../verify-code.ts';

export type VerifiedSource = { readonly source: string; readonly verification: Verification };

const HEAD = ['outcome', 'number', 'name', 'document', 'certified on', 'valid until', 'source'] as const;

/** The results as lines of text in columns; Chinese characters count two places. */
export function renderTable(results: readonly VerifiedSource[]): string {
  const rows = [HEAD, ...results.map(toRow)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => measureWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - measureWidth(cell))).join('  '),
  );
  return lines.map((line) => line.trimEnd()).join('\n');
}

function toRow({ source, verification }: VerifiedSource): readonly string[] {
  if (!('certificate' in verification)) return [describeOutcome(verification), '', '', '', '', '', source];
  const { number, personName, documentMasked, certifiedOn, validUntil } = verification.certificate;
  return [describeOutcome(verification), number, personName, documentMasked, certifiedOn, validUntil, source];
}

function describeOutcome(verification: Verification): string {
  if (verification.outcome === 'revoked') return `revoked ${verification.revokedOn}`;
  if (verification.outcome === 'unknown-key') return `unknown-key (${verification.reason})`;
  return verification.outcome;
}

const WIDE = new RegExp(
  '[\\u1100-\\u115F\\u2E80-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFF60\\uFFE0-\\uFFE6]' +
    '|[\\u{20000}-\\u{3FFFF}]',
  'u',
);

/** In places of a terminal. */
function measureWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
