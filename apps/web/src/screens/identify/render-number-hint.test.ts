import { beforeAll, describe, expect, it } from 'vitest';
import { loadWebTexts } from '@anzai/i18n/web';
import { words } from '../../state/texts.ts';
import { groupNumber, renderNumberHint } from './render-number-hint.ts';

beforeAll(async () => {
  words.value = { locale: 'zh-CN', web: await loadWebTexts('zh-CN'), problems: {} };
});

describe('what is said of a number before it is sent', () => {
  it('says nothing while the number is only unfinished', () => {
    expect(renderNumberHint({ kind: 'resident-id', number: '1101051949', finished: false })).toEqual({});
  });
  it('counts the places once the field is left', () => {
    const hint = renderNumberHint({ kind: 'resident-id', number: '1101051949', finished: true });
    expect(hint.problem).toContain('10位');
  });
  it('tells a wrong check figure as soon as the number is whole', () => {
    const hint = renderNumberHint({ kind: 'resident-id', number: '110105194912310021', finished: false });
    expect(hint.problem).toContain('按错');
  });
  it('confirms a number that fits, small x and spaces too', () => {
    const hint = renderNumberHint({ kind: 'resident-id', number: '110105 19491231 002x', finished: false });
    expect(hint.confirmation).toBeDefined();
  });
  it('claims nothing of numbers that carry no check', () => {
    expect(renderNumberHint({ kind: 'passport-foreign', number: 'AB1234567', finished: true })).toEqual({});
  });
});

describe('groupNumber', () => {
  it('parts a citizen number into region, date and rest', () => {
    expect(groupNumber('resident-id', '11010519491231002x')).toBe('110105 19491231 002X');
  });
  it('leaves other numbers as they are', () => {
    expect(groupNumber('passport-cn', 'E12345678')).toBeUndefined();
  });
});
