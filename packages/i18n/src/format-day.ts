import type { Locale } from '@anzai/domain';

const tags: Record<Locale, string> = { 'zh-CN': 'zh-CN', 'zh-HK': 'zh-HK', en: 'en-GB' };

function format(locale: Locale, at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tags[locale], options).format(at);
}

/** A day `YYYY-MM-DD` in words: 2027年6月30日, 30 June 2027. */
export function formatDay(locale: Locale, day: string): string {
  return format(locale, new Date(`${day}T00:00:00Z`), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
}

/** A day within the coming months, without its year: 6月30日, 30 June. */
export function formatNearDay(locale: Locale, day: string): string {
  return format(locale, new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', month: 'long', day: 'numeric' });
}

/** A month `YYYY-MM` in words: 2027年6月, June 2027. */
export function formatMonth(locale: Locale, month: string): string {
  return format(locale, new Date(`${month}-01T00:00:00Z`), { timeZone: 'UTC', year: 'numeric', month: 'long' });
}

/** The day on which an instant falls in the agency's time zone, in words. */
export function formatInstantDay(locale: Locale, instant: string, timeZone: string): string {
  return format(locale, new Date(instant), { timeZone, year: 'numeric', month: 'long', day: 'numeric' });
}

/** Day and time of an instant in the agency's time zone. */
export function formatInstant(locale: Locale, instant: string, timeZone: string): string {
  return format(locale, new Date(instant), {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}
