import type { Locale } from '@anzai/domain';
import { formatDay } from '../format-day.ts';
import { en } from './en.ts';
import { timelineKinds, zhCN, type TimelineFacts, type TimelineKind, type TimelineTexts } from './zh-CN.ts';
import { zhHK } from './zh-HK.ts';

export { timelineKinds, type TimelineFacts, type TimelineKind, type TimelineTexts } from './zh-CN.ts';

export const timelineTexts: Readonly<Record<Locale, TimelineTexts>> = { 'zh-CN': zhCN, 'zh-HK': zhHK, en };

function isTimelineKind(kind: string): kind is TimelineKind {
  return (timelineKinds as readonly string[]).includes(kind);
}

/** One sentence for one entry; an entry of a newer server has no text here and is left out by the caller. */
export function renderTimelineEntry(
  entry: { readonly kind: string; readonly facts: TimelineFacts },
  locale: Locale,
): string | undefined {
  if (!isTimelineKind(entry.kind)) return undefined;
  return timelineTexts[locale].kinds[entry.kind](entry.facts, (iso) => (iso === '' ? '' : formatDay(locale, iso)));
}
