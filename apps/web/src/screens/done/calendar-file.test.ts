import { describe, expect, it } from 'vitest';
import { renderCalendarFile } from './calendar-file.ts';

const file = renderCalendarFile({
  dueOn: '2027-12-31',
  title: '办理养老待遇资格认证',
  description: '广州市社会保险基金管理中心, 电话 020-12345678；地址很长很长很长很长很长很长很长很长很长很长',
  url: 'https://anzai.example/',
  madeAt: '2026-11-23T08:00:00.000Z',
});

describe('the calendar file', () => {
  it('covers the whole day and ends on the first day of the next year', () => {
    expect(file).toContain('DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101');
  });
  it('reminds a month and a week before', () => {
    expect(file.match(/TRIGGER:-P\d+D/g)).toEqual(['TRIGGER:-P30D', 'TRIGGER:-P7D']);
  });
  it('keeps every line within 75 bytes and loses no character', () => {
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('地址很长很长很长很长很长很长很长很长很长很长');
  });
  it('escapes what a calendar reads as marks', () => {
    expect(file.replaceAll('\r\n ', '')).toContain('中心\\, 电话');
  });
});
