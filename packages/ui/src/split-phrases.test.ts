import { describe, expect, it } from 'vitest';
import { splitClauses, splitPhrases } from './split-phrases.ts';

function wholes(text: string): readonly string[] {
  return splitPhrases(text).flatMap((part) => (part.whole ? [part.text] : []));
}

describe('splitPhrases', () => {
  it('keeps days, months, hours and numbers in one piece', () => {
    expect(wholes('请在2027年6月30日前完成，从2027年7月起')).toEqual(['2027年6月30日', '2027年7月']);
    expect(wholes('Please certify by 30 June 2027.')).toEqual(['30 June 2027.']);
    expect(wholes('周一至周五 9:00–12:00，13:00–17:00')).toEqual(['9:00–12:00', '13:00–17:00']);
    expect(wholes('打电话 020-5550-0100')).toEqual(['020-5550-0100']);
    expect(wholes('凭证号AZ-2026-4827-1935-6。')).toEqual(['AZ-2026-4827-1935-6。']);
    expect(wholes('打电话 020-55500100')).toEqual(['020-55500100']);
  });
  it('loses nothing of the text', () => {
    const text = '请在6月20日前完成认证，还有35天。打电话 020-5550-0100';
    expect(
      splitPhrases(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(splitClauses(text).join('')).toBe(text);
  });
  it('leaves plain text alone', () => {
    expect(splitPhrases('不要紧')).toEqual([{ text: '不要紧', whole: false }]);
  });
});
