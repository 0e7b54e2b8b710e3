import { loadVerifyTexts } from '@anzai/i18n/verify';
import { describe, expect, it } from 'vitest';
import { parseBatchCodes, renderBatchCsv } from './batch-codes.ts';
import type { BatchResult } from './batch-codes.ts';

const { batch } = await loadVerifyTexts('zh-CN');

const result: BatchResult = {
  code: 'AZ1.a',
  outcome: 'valid',
  number: 'AZ-2026-0000-0001-1',
  name: '王秀英',
  documentMasked: '4401**********0028',
  certifiedOn: '2026-11-20',
  validUntil: '2027-11-30',
  channel: 'remote-face',
};

describe('parseBatchCodes', () => {
  it('finds codes by the line, in table cells and in addresses, each once and in order', () => {
    const text = 'name,code\r\n"A","AZ1.aa-_9"\nhttps://agency.example/verify#AZ1.bb;x\nAZ1.aa-_9\n';
    expect(parseBatchCodes(text)).toEqual(['AZ1.aa-_9', 'AZ1.bb']);
  });

  it('finds none in a text without any', () => {
    expect(parseBatchCodes('AZ-2026-0000-0001-1')).toEqual([]);
  });
});

describe('renderBatchCsv', () => {
  it('writes one row for each result under its heads, in words', () => {
    const lines = renderBatchCsv([result, { ...result, outcome: 'bad-signature', name: null }], batch).split('\r\n');
    expect(lines[0]).toBe('\uFEFF序号,结果,姓名,证件号码,凭证编号,有效期至');
    expect(lines[1]).toBe('1,有效,王秀英,4401**********0028,AZ-2026-0000-0001-1,2027-11-30');
    expect(lines[2]).toMatch(/^2,不是真的,,/);
    expect(lines[3]).toBe('');
  });

  it('lets no cell become a formula or break its row', () => {
    const csv = renderBatchCsv([{ ...result, name: '=HYPERLINK("x"),\n' }], batch);
    expect(csv).toContain(`"'=HYPERLINK(""x""),\n"`);
  });
});
