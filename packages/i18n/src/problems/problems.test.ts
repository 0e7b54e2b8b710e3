import { describe, expect, it } from 'vitest';
import { problemTexts, renderNext } from './index.ts';

const facts = {
  retryAfterSeconds: 90,
  triesLeft: 3,
  counterPhone: '020-12333',
  caseNumber: '',
  reason: 'checksum',
} as const;

describe('problem texts', () => {
  it('say in every language what to do next, with the facts filled in', () => {
    for (const texts of Object.values(problemTexts)) {
      for (const text of Object.values(texts)) {
        expect(text.title.length).toBeGreaterThan(1);
        expect(renderNext(text, facts)).not.toMatch(/undefined|\$\{|NaN|^$/);
      }
    }
  });

  it('hold no Latin letters in Chinese', () => {
    for (const locale of ['zh-CN', 'zh-HK'] as const) {
      for (const text of Object.values(problemTexts[locale])) {
        expect(`${text.title}${renderNext(text, facts)}`).not.toMatch(/[A-Za-z]/);
      }
    }
  });

  it('say waits as people do', () => {
    const texts = problemTexts['zh-CN'];
    const say = (retryAfterSeconds: number): string => renderNext(texts['staff.locked'], { retryAfterSeconds });
    expect([say(3), say(61), say(7200)]).toEqual(['请过10秒再试。', '请过2分钟再试。', '请过2小时再试。']);
    expect(renderNext(problemTexts.en['staff.locked'], { retryAfterSeconds: 90 })).toBe('Try again in 2 minutes.');
  });

  it('name the case number when there is one', () => {
    const text = problemTexts['zh-CN']['attempt.limit_reached'];
    expect(renderNext(text, { caseNumber: '1234' })).toContain('1234');
    expect(renderNext(text, { caseNumber: null })).toContain('改天再试');
  });
});
