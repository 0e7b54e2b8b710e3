import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('an exported table', () => {
  it('opens with Chinese intact and lines of a spreadsheet', () => {
    expect(toCsv(['姓名', '人数'], [['王秀英', 3]])).toBe('\uFEFF姓名,人数\r\n王秀英,3\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv(['a'], [['x,y'], ['say "no"'], ['two\nlines']])).toContain('"x,y"\r\n"say ""no"""\r\n"two\nlines"');
  });

  it('never lets a name run as a formula', () => {
    for (const name of ['=1+1', '+86', '-2', '@home', '\tx']) {
      expect(toCsv(['a'], [[name]]).split('\r\n')[1]).toMatch(/^"?'/);
    }
  });

  it('leaves what is not known empty', () => {
    expect(toCsv(['a', 'b'], [[null, 'x']])).toContain('\r\n,x\r\n');
  });
});
