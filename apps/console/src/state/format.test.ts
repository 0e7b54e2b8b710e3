import { describe, expect, it } from 'vitest';
import { ageOn, dayOf, daysBetween, formatDay, formatMoney, formatMonth, formatShare } from './format.ts';

describe('days', () => {
  it('are written in words, without any zone moving them', () => {
    expect(formatDay('2027-06-30')).toBe('2027年6月30日');
    expect(formatMonth('2027-01')).toBe('2027年1月');
  });

  it('of an instant are the agency’s, not those of the computer', () => {
    expect(dayOf('2026-11-23T15:59:59.000Z')).toBe('2026-11-23');
    expect(dayOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
  });

  it('are counted over month, year and leap day', () => {
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
  });

  it('give the age on a day, before and on the birthday', () => {
    expect(ageOn('1946-05-12', '2026-05-11')).toBe(79);
    expect(ageOn('1946-05-12', '2026-05-12')).toBe(80);
  });
});

describe('numbers', () => {
  it('of money keep every fen, also beyond what a float can hold', () => {
    expect(formatMoney('425630')).toBe('¥4,256.30');
    expect(formatMoney('5')).toBe('¥0.05');
    expect(formatMoney('-118000')).toBe('−¥1,180.00');
    expect(formatMoney('900719925474099312')).toBe('¥9,007,199,254,740,993.12');
  });

  it('of shares keep the digits asked for', () => {
    expect(formatShare(0.90274, 2)).toBe('90.27%');
  });
});
