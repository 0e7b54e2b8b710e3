import { lookUpKind, normaliseDocumentText, parseDocumentNumber } from './document-number.ts';
import type { DocumentFault, DocumentNumber } from './document-number.ts';
import type { DocumentKind } from './document-kind.ts';

/** What a text typed into the one search field is taken for. */
export type SearchText =
  | { readonly is: 'everyone' }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'document'; readonly candidates: readonly DocumentNumber[] }
  | { readonly is: 'document-invalid'; readonly reason: DocumentFault };

const ORDER: readonly DocumentKind[] = [
  'resident-id',
  'hmt-residence-permit',
  'permanent-residence-permit',
  'hk-macau-travel-permit',
  'taiwan-travel-permit',
  'passport-cn',
  'social-security-card',
  'passport-foreign',
];

/** A text with at least four figures is a number; anything else is a name. */
export function readSearchText(typed: string): SearchText {
  const text = normaliseDocumentText(typed);
  if (text === '') return { is: 'everyone' };
  const figures = text.replaceAll(/\D/g, '').length;
  if (figures < 4 || !/^[0-9A-Z]+$/.test(text)) return { is: 'name', name: typed.trim() };
  const results = ORDER.map((kind) => parseDocumentNumber(kind, text));
  const citizen = results[0];
  // Fifteen or eighteen figures can only be meant as a citizen number: say what is wrong with it.
  if (citizen?.ok === false && /^\d{14,17}[\dX]$/.test(text))
    return { is: 'document-invalid', reason: citizen.refusal };
  const candidates = results.flatMap((result) => (result.ok ? [result.value] : []));
  if (candidates.length === 0) return { is: 'document-invalid', reason: 'length' };
  const keys = new Set<string>();
  const distinct = candidates.filter((found) => {
    const key = `${lookUpKind(found)} ${found.number}`;
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
  return { is: 'document', candidates: distinct };
}
