import { parsePlainDate } from '../plain-date.ts';
import type { PlainDate } from '../plain-date.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { DocumentKind } from './document-kind.ts';

/** What is wrong with a number as typed. A wrong check digit is a slip of the finger and is told apart from the rest. */
export type DocumentFault = 'length' | 'characters' | 'checksum' | 'birth-date';

/** A number in the one form in which it is stored, hashed and compared. */
export type DocumentNumber = {
  readonly kind: DocumentKind;
  readonly number: string;
  /** Read from the number where the kind carries them, otherwise null. */
  readonly birthOn: PlainDate | null;
  readonly sex: 'male' | 'female' | null;
};

type Parsed = Result<DocumentNumber, DocumentFault>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * Full-width characters become plain, spaces and dashes go, letters become capitals. What a hand writes for the final X
 * (x, the Roman numeral, the multiplication sign) becomes X.
 */
export function normaliseDocumentText(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\u00a0\-‐-―·•._/()（）]/g, '')
    .replaceAll('×', 'X');
}

/** ISO 7064 MOD 11-2 over the first seventeen figures, GB 11643. */
export function checkCharacter(seventeen: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * Number(seventeen[index]);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

/** An old fifteen-figure number in its present form: the century inserted, the check character added. */
export function toEighteen(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return seventeen + checkCharacter(seventeen);
}

function readDay(eight: string): PlainDate | undefined {
  return parsePlainDate(`${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6, 8)}`);
}

/** Regions are not looked up: codes die and change their meaning, and old people carry the dead ones. */
function parseCitizenNumber(kind: DocumentKind, text: string): Parsed {
  if (text.length !== 15 && text.length !== 18) return refuse('length');
  if (!/^(\d{15}|\d{17}[\dX])$/.test(text)) return refuse('characters');
  const number = text.length === 15 ? toEighteen(text) : text;
  if (number !== number.slice(0, 17) + checkCharacter(number)) return refuse('checksum');
  const birthOn = readDay(number.slice(6, 14));
  if (birthOn === undefined) return refuse('birth-date');
  return ok({ kind, number, birthOn, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' });
}

/** Number of residents of Hong Kong (81), Macau (82) and Taiwan (83) on their residence permit. */
function parseHmtPermit(text: string): Parsed {
  if (text.length !== 18) return refuse('length');
  if (!/^8[123]0000/.test(text)) return refuse('characters');
  return parseCitizenNumber('hmt-residence-permit', text);
}

/**
 * Citizens' social security number is their citizen number. Others carry a country code, a reserve and the number of
 * their document, at most 32 characters (GB/T 40217-2021, AAC002).
 */
function parseSocialSecurityNumber(text: string): Parsed {
  if (/^\d/.test(text)) return parseCitizenNumber('social-security-card', text);
  if (text.length < 6 || text.length > 32) return refuse('length');
  if (!/^[A-Z]{3}[0-9A-Z]+$/.test(text)) return refuse('characters');
  return ok({ kind: 'social-security-card', number: text, birthOn: null, sex: null });
}

/** New cards (from December 2023) have eighteen figures beginning with 9; old ones three letters and twelve figures. */
function parsePermanentResidence(text: string): Parsed {
  if (/^[A-Z]{3}/.test(text)) {
    if (text.length !== 15) return refuse('length');
    if (!/^[A-Z]{3}\d{12}$/.test(text)) return refuse('characters');
    return ok({ kind: 'permanent-residence-permit', number: text, birthOn: null, sex: null });
  }
  if (text.length !== 18) return refuse('length');
  if (!text.startsWith('9')) return refuse('characters');
  return parseCitizenNumber('permanent-residence-permit', text);
}

type Form = { readonly lengths: readonly number[]; readonly form: RegExp; readonly keep?: (text: string) => string };

/** Kinds whose numbers carry no check character and no birth date. */
const plainForms = {
  // H or M, eight figures that stay for life, then two that count renewals; the first nine identify the person.
  'hk-macau-travel-permit': {
    lengths: [9, 11],
    form: /^([HM]\d{8}(\d{2})?|(HA|MA)\d{7})$/,
    keep: (text: string) => text.slice(0, 9),
  },
  // A card has eight figures; in booklets two more count the renewals or two more belong to the number.
  'taiwan-travel-permit': { lengths: [8, 10], form: /^\d{8}(\d{2})?$/ },
  'passport-cn': {
    lengths: [8, 9],
    form: /^(E\d{8}|E[A-Z]\d{7}|G\d{8}|1[45]\d{7}|[DSP]\d{7,8}|(DE|SE|PE)\d{7})$/,
  },
  'passport-foreign': { lengths: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], form: /^[0-9A-Z]+$/ },
} as const satisfies Partial<Record<DocumentKind, Form>>;

function parsePlainForm(kind: keyof typeof plainForms, text: string): Parsed {
  const rule: Form = plainForms[kind];
  if (!rule.lengths.includes(text.length)) return refuse('length');
  if (!rule.form.test(text)) return refuse('characters');
  return ok({ kind, number: rule.keep?.(text) ?? text, birthOn: null, sex: null });
}

/** Reads a number as a person types it. Formats and their sources are in the rules for each kind above. */
export function parseDocumentNumber(kind: DocumentKind, typed: string): Parsed {
  const text = normaliseDocumentText(typed);
  switch (kind) {
    case 'resident-id':
      return parseCitizenNumber(kind, text);
    case 'hmt-residence-permit':
      return parseHmtPermit(text);
    case 'social-security-card':
      return parseSocialSecurityNumber(text);
    case 'permanent-residence-permit':
      return parsePermanentResidence(text);
    case 'hk-macau-travel-permit':
    case 'taiwan-travel-permit':
    case 'passport-cn':
    case 'passport-foreign':
      return parsePlainForm(kind, text);
  }
}

/**
 * Kinds that one and the same figure string may stand for: a citizen's social security number is the number of the
 * identity card, so either is found by the other.
 */
export function lookUpKind(parsed: DocumentNumber): DocumentKind {
  return parsed.kind === 'social-security-card' && parsed.birthOn !== null ? 'resident-id' : parsed.kind;
}
