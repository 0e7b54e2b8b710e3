import { normaliseDocumentText, parseDocumentNumber } from '@anzai/domain';
import type { DocumentKind } from '@anzai/domain';
import { getWords } from '../../state/texts.ts';

type Typed = {
  readonly kind: DocumentKind;
  readonly number: string;
  /** The person has left the field or pressed the button; before that a number is only unfinished, not wrong. */
  readonly finished: boolean;
};

type NumberHint = { readonly problem?: string; readonly confirmation?: string };

/** What can be said of a number without asking the server: the places, the check figure, the date inside. */
export function renderNumberHint({ kind, number, finished }: Typed): NumberHint {
  const texts = getWords().web.identify;
  const typed = number.trim();
  if (typed === '') return finished ? { problem: texts.numberMissing } : {};
  const parsed = parseDocumentNumber(kind, typed);
  if (parsed.ok) return parsed.value.birthOn === null ? {} : { confirmation: texts.numberFits };
  const isWhole = parsed.refusal !== 'length';
  if (!finished && !isWhole) return {};
  if (parsed.refusal === 'length') return { problem: texts.faults.length(typed.replaceAll(/\s/g, '').length) };
  return { problem: texts.faults[parsed.refusal] };
}

/** Region, birth date and the rest apart, as one compares a long number with a card; undefined while there is little to compare. */
export function groupNumber(kind: DocumentKind, number: string): string | undefined {
  const isCitizen = kind === 'resident-id' || kind === 'hmt-residence-permit' || kind === 'social-security-card';
  const plain = normaliseDocumentText(number);
  if (!isCitizen || !/^\d{7,17}[\dX]?$/.test(plain)) return undefined;
  return [plain.slice(0, 6), plain.slice(6, 14), plain.slice(14)].filter((part) => part !== '').join(' ');
}
