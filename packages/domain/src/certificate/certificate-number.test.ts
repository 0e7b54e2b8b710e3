import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_SERIALS,
  CERTIFICATE_SERIALS,
  parseCertificateNumber,
  toCaseNumber,
  toCertificateNumber,
} from './certificate-number.ts';
import { hasRightCheckDigit } from './check-digit.ts';

const serial = fc.integer({ min: 0, max: CERTIFICATE_SERIALS - 1 });

describe('a certificate number', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(serial, (value) => {
        const number = toCertificateNumber(2026, value);
        expect(parseCertificateNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number);
        expect(parseCertificateNumber(number.replaceAll('-', ''))).toBe(number);
      }),
    );
  });

  it('is refused after any one wrong figure', () => {
    fc.assert(
      fc.property(serial, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (value, place, shift) => {
        const digits = toCertificateNumber(2026, value).replaceAll(/\D/g, '');
        const wrong = String((Number(digits[place]) + shift) % 10);
        expect(parseCertificateNumber(digits.slice(0, place) + wrong + digits.slice(place + 1))).toBeUndefined();
      }),
    );
  });
});

describe('a case number', () => {
  it('has eight figures in two groups, the last of them a check', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: CASE_SERIALS - 1 }), (value) => {
        const number = toCaseNumber(value);
        expect(number).toMatch(/^\d{4}-\d{4}$/);
        expect(hasRightCheckDigit(number.replace('-', ''))).toBe(true);
      }),
    );
  });
});
