import type { Home } from '@anzai/contract';
import type { Locale } from '@anzai/i18n';

type Entry = Home['timeline'][number];
export type TimelineWords = (entry: Entry) => string | undefined;

/** The sentences of the timeline, fetched with the home screen and not before. */
export async function loadTimelineWords(locale: Locale): Promise<TimelineWords> {
  const { renderTimelineEntry } = await import('@anzai/i18n/timeline');
  return (entry) => renderTimelineEntry(entry, locale);
}
