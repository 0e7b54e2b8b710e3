import type { Locale } from '@anzai/domain';
import { en } from './en.ts';
import { zhCN, type ReviewTexts } from './zh-CN.ts';
import { zhHK } from './zh-HK.ts';

export {
  caseReasons,
  signalNames,
  signalReasons,
  type CaseReason,
  type ReviewTexts,
  type SignalName,
  type SignalReason,
} from './zh-CN.ts';

export const reviewTexts: Readonly<Record<Locale, ReviewTexts>> = { 'zh-CN': zhCN, 'zh-HK': zhHK, en };

/** The words for a reason code; a code of a newer engine stays as it is, for the telephone. */
export function renderReviewReason(code: string, locale: Locale): string {
  const texts: Readonly<Record<string, string>> = reviewTexts[locale].reasons;
  return texts[code] ?? code;
}

export function renderSignalName(name: string, locale: Locale): string {
  const texts: Readonly<Record<string, string>> = reviewTexts[locale].signals;
  return texts[name] ?? name;
}
