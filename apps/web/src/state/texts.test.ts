import { describe, expect, it } from 'vitest';
import { chooseLocale } from './texts.ts';

describe('chooseLocale', () => {
  it('keeps what the person chose', () => {
    expect(chooseLocale('en', ['zh-CN'])).toBe('en');
  });
  it('gives traditional readers Hong Kong’s wording', () => {
    expect(chooseLocale(undefined, ['zh-TW'])).toBe('zh-HK');
    expect(chooseLocale(undefined, ['zh-Hant-MO'])).toBe('zh-HK');
    expect(chooseLocale(undefined, ['yue-Hant-HK'])).toBe('zh-HK');
  });
  it('takes the first language that it knows', () => {
    expect(chooseLocale(undefined, ['pt-PT', 'en-US', 'zh-CN'])).toBe('en');
  });
  it('speaks plain Chinese when it knows none', () => {
    expect(chooseLocale('xx', ['pt-PT'])).toBe('zh-CN');
  });
});
