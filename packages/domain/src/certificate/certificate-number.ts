import { checkDigit, hasRightCheckDigit } from './check-digit.ts';

/** Numbers of one year; the database keeps them from being given twice. */
export const CERTIFICATE_SERIALS = 100_000_000;
export const CASE_SERIALS = 10_000_000;

/**
 * `AZ-2026-4827-1935-6`: the year, eight figures that tell nothing about how many were issued, a check figure over all
 * twelve. Groups of four are how people read figures aloud.
 */
export function toCertificateNumber(year: number, serial: number): string {
  const digits = String(year).padStart(4, '0') + String(serial).padStart(8, '0');
  return `AZ-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}-${checkDigit(digits)}`;
}

/** The number in its one form, however it was typed, or undefined when the check figure is wrong. */
export function parseCertificateNumber(typed: string): string | undefined {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*AZ/, '')
    .replaceAll(/[\s\-‐-―]/g, '');
  if (!/^\d{13}$/.test(digits) || !hasRightCheckDigit(digits)) return undefined;
  return toCertificateNumber(Number(digits.slice(0, 4)), Number(digits.slice(4, 12)));
}

/** `4827-1936`: seven figures and a check figure, figures only, for the telephone. */
export function toCaseNumber(serial: number): string {
  const digits = String(serial).padStart(7, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4)}${checkDigit(digits)}`;
}
