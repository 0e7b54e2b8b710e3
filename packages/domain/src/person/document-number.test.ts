import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from './document-kind.ts';
import { checkCharacter, parseDocumentNumber, toEighteen } from './document-number.ts';
import { readSearchText } from './read-search-text.ts';

function read(kind: DocumentKind, typed: string): string {
  const result = parseDocumentNumber(kind, typed);
  return result.ok ? result.value.number : `refused: ${result.refusal}`;
}

describe('a citizen number', () => {
  it.each([
    '440103196501010017',
    '44010419651231029X',
    '440106197503020044',
    '321083197812162119',
    '911124198108030024',
  ])('%s is accepted', (number) => expect(read('resident-id', number)).toBe(number));

  it('is accepted with a region that no list holds any more', () => {
    const seventeen = '99000119500101001';
    expect(read('resident-id', seventeen + checkCharacter(seventeen))).toBe(seventeen + checkCharacter(seventeen));
  });

  it('tells a wrong check character from a day that does not exist', () => {
    expect(read('resident-id', '911124198108030028')).toBe('refused: checksum');
    expect(read('resident-id', '440181195802290010')).toBe('refused: birth-date');
    expect(read('resident-id', '44010319650101001')).toBe('refused: length');
    expect(read('resident-id', '4401031965010100A7')).toBe('refused: characters');
  });

  it('is written in its present form when it had fifteen figures', () => {
    expect(toEighteen('440103650101001')).toBe('440103196501010017');
    expect(read('resident-id', '440103650101001')).toBe('440103196501010017');
  });

  it('is read as hands type it', () => {
    expect(read('resident-id', ' ４４０１０４１９６５１２３１０２９ｘ ')).toBe('44010419651231029X');
    expect(read('resident-id', '440104 19651231 029x')).toBe('44010419651231029X');
  });

  it('carries birth date and sex', () => {
    const result = parseDocumentNumber('resident-id', '440106197503020044');
    expect(result).toMatchObject({ ok: true, value: { birthOn: '1975-03-02', sex: 'female' } });
  });

  it('never survives one wrong figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const number = '440103196501010017';
        const wrong = String((Number(number[place]) + shift) % 10);
        expect(read('resident-id', number.slice(0, place) + wrong + number.slice(place + 1))).toMatch(/^refused/);
      }),
    );
  });
});

describe('other documents', () => {
  it.each<[DocumentKind, string, string]>([
    ['hmt-residence-permit', '810000196001010015', '810000196001010015'],
    ['hmt-residence-permit', '820000195512310025', '820000195512310025'],
    ['hmt-residence-permit', '830000195003010018', '830000195003010018'],
    ['hmt-residence-permit', '440103196501010017', 'refused: characters'],
    ['permanent-residence-permit', '932682198501010017', '932682198501010017'],
    ['permanent-residence-permit', 'CAN110075032501', 'CAN110075032501'],
    ['permanent-residence-permit', '440103196501010017', 'refused: characters'],
    ['social-security-card', '440103196501010017', '440103196501010017'],
    ['social-security-card', 'USA0123456789', 'USA0123456789'],
    ['social-security-card', '440103196501010018', 'refused: checksum'],
    ['hk-macau-travel-permit', 'H12345678', 'H12345678'],
    ['hk-macau-travel-permit', 'M1234567802', 'M12345678'],
    ['hk-macau-travel-permit', 'HA1234567', 'HA1234567'],
    ['hk-macau-travel-permit', 'X12345678', 'refused: characters'],
    ['taiwan-travel-permit', '12345678', '12345678'],
    ['taiwan-travel-permit', '0123456701', '0123456701'],
    ['taiwan-travel-permit', '123456789', 'refused: length'],
    ['passport-cn', 'E12345678', 'E12345678'],
    ['passport-cn', 'EA1234567', 'EA1234567'],
    ['passport-cn', 'G12345678', 'G12345678'],
    ['passport-cn', '141234567', '141234567'],
    ['passport-cn', 'DE1234567', 'DE1234567'],
    ['passport-cn', 'A12345678', 'refused: characters'],
    ['passport-foreign', 'c01x0006h', 'C01X0006H'],
    ['passport-foreign', 'C0', 'refused: length'],
  ])('%s %s gives %s', (kind, typed, expected) => expect(read(kind, typed)).toBe(expected));
});

describe('the search field', () => {
  it('takes figures for a document and letters for a name', () => {
    expect(readSearchText('')).toEqual({ is: 'everyone' });
    expect(readSearchText(' 王秀英 ')).toEqual({ is: 'name', name: '王秀英' });
    expect(readSearchText('440103196501010017')).toMatchObject({ is: 'document' });
    expect(readSearchText('H12345678')).toMatchObject({ is: 'document' });
  });

  it('says what is wrong with a citizen number instead of looking for it', () => {
    expect(readSearchText('440103196501010018')).toEqual({ is: 'document-invalid', reason: 'checksum' });
    expect(readSearchText('44010319650101001')).toEqual({ is: 'document-invalid', reason: 'length' });
    expect(readSearchText('440181195802290010')).toEqual({ is: 'document-invalid', reason: 'birth-date' });
  });
});
