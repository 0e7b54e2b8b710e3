import { checkCharacter, type DocumentKind } from '@anzai/domain';

/**
 * Numbers that keep every rule of their form, so that they pass each check, and that nobody bears:
 * - Citizens' numbers begin with 440199. GB/T 2260 gives Guangzhou 440100 to 440126 and 440181 to 440184, never 440199.
 * - Residence permits of Hong Kong, Macau and Taiwan residents must begin with 810000, 820000 or 830000; their sequence
 *   number within one birthday is 990 or more, which a birthday would have to reach by a thousand holders.
 * - Travel permits, counted upwards, lie in the last thousandth of what the form can hold.
 * - Passports: series EZ, not begun; foreign ones and permanent residents carry UTO, the country Utopia of ICAO Doc 9303.
 * - Telephones lie in the range 154, which no operator has; lines of counters begin with 0000, which no exchange has.
 */
const region = '440199';

export type NumberFacts = {
  /** Counted from 0 over the whole demonstration; no two people share it. */
  readonly serial: number;
  readonly birthOn: string;
  readonly sex: 'female' | 'male';
};

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** Odd for men, even for women, as in all numbers of this form. */
function withSex(sequence: number, sex: 'female' | 'male'): string {
  const even = sequence - (sequence % 2);
  return pad(sex === 'male' ? even + 1 : even, 3);
}

function toEighteenFigures(prefix: string, facts: NumberFacts, sequence: number): string {
  const seventeen = prefix + facts.birthOn.replaceAll('-', '') + withSex(sequence, facts.sex);
  return seventeen + checkCharacter(seventeen);
}

/** `place` tells Hong Kong, Macau and Taiwan apart where one kind serves more than one of them. */
export function toFictitiousNumber(
  kind: DocumentKind,
  facts: NumberFacts,
  place: 'hong-kong' | 'macau' | 'taiwan' = 'hong-kong',
): string {
  const { serial } = facts;
  const permitPrefix = { 'hong-kong': '810000', macau: '820000', taiwan: '830000' }[place];
  switch (kind) {
    case 'resident-id':
    case 'social-security-card':
      return toEighteenFigures(region, facts, (serial * 2) % 998);
    case 'hmt-residence-permit':
      return toEighteenFigures(permitPrefix, facts, 990 + ((serial * 2) % 10));
    case 'hk-macau-travel-permit':
      return `${place === 'macau' ? 'M' : 'H'}99999${pad(serial, 3)}`;
    case 'taiwan-travel-permit':
      return `99999${pad(serial, 3)}`;
    case 'passport-cn':
      return `EZ9999${pad(serial, 3)}`;
    case 'passport-foreign':
      return `UTO${pad(serial, 6)}`;
    case 'permanent-residence-permit':
      return `UTO${pad(serial, 12)}`;
  }
}

export function toFictitiousMobile(serial: number): string {
  return `+86154${pad(serial, 8)}`;
}

export function toFictitiousLine(serial: number): string {
  return `020-0000${pad(serial, 4)}`;
}
