import { describe, expect, it } from 'vitest';
import { maskDocumentNumber, maskPhone } from './mask-value.ts';
import { isSameName } from './person-name.ts';
import { parsePhone } from './phone.ts';

describe('two names', () => {
  it.each([
    ['王秀英', ' 王 秀英 '],
    ['买买提·艾力', '买买提•艾力'],
    ['阿卜杜拉．買', '阿卜杜拉·買'],
    ['CHAN Tai-man', 'chan tai man'],
    ['Ｌｅｅ Ｗａｉ', 'Lee Wai'],
  ])('%s and %s are the same', (one, other) => expect(isSameName(one, other)).toBe(true));

  it.each([
    ['王秀英', '王秀珍'],
    ['黄蕭', '黄萧'],
    ['', ''],
    ['·', '·'],
  ])('%s and %s are not taken for the same', (one, other) => expect(isSameName(one, other)).toBe(false));
});

describe('a telephone', () => {
  it('is brought into international form', () => {
    expect(parsePhone('138 0013 8000')).toEqual({ ok: true, value: '+8613800138000' });
    expect(parsePhone('+852 9123 4567')).toEqual({ ok: true, value: '+85291234567' });
    expect(parsePhone('0085366123456')).toEqual({ ok: true, value: '+85366123456' });
    expect(parsePhone('８６１３８００１３８０００')).toEqual({ ok: true, value: '+8613800138000' });
  });

  it('is refused when it cannot receive a message', () => {
    expect(parsePhone('020-12345678').ok).toBe(false);
    expect(parsePhone('12345').ok).toBe(false);
    expect(parsePhone('+852 2123').ok).toBe(false);
  });
});

describe('a masked value', () => {
  it('shows the ends only', () => {
    expect(maskDocumentNumber('440103196501010017')).toBe('4401**********0017');
    expect(maskDocumentNumber('H12345678')).toBe('H1*****78');
    expect(maskPhone('+8613800138000')).toBe('138****8000');
    expect(maskPhone('+85291234567')).not.toContain('9123');
  });
});
