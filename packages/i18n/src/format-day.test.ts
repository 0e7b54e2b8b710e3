import { describe, expect, it } from 'vitest';
import { formatDay, formatInstantDay, formatMonth, formatNearDay } from './format-day.ts';

describe('days in words', () => {
  it('writes a day as each language says it', () => {
    expect(formatDay('zh-CN', '2027-06-30')).toBe('2027年6月30日');
    expect(formatDay('zh-HK', '2027-06-30')).toBe('2027年6月30日');
    expect(formatDay('en', '2027-06-30')).toBe('30 June 2027');
  });
  it('leaves out the year of a near day', () => {
    expect(formatNearDay('zh-CN', '2027-06-30')).toBe('6月30日');
    expect(formatNearDay('en', '2027-06-30')).toBe('30 June');
  });
  it('writes a month', () => {
    expect(formatMonth('zh-CN', '2027-06')).toBe('2027年6月');
    expect(formatMonth('en', '2027-06')).toBe('June 2027');
  });
  it('asks the agency’s time zone which day an instant falls on', () => {
    expect(formatInstantDay('zh-CN', '2026-12-31T16:30:00Z', 'Asia/Shanghai')).toBe('2027年1月1日');
  });
});
