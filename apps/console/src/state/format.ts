import type { PersonRow } from './wire.ts';
import { agency } from './agency.ts';
import { locale, texts } from './texts.ts';

function intlLocale(): string {
  return locale.value === 'en' ? 'en-GB' : locale.value;
}

function timeZone(): string {
  return agency.value?.timeZone ?? 'Asia/Shanghai';
}

/** `2027-06-30` → 2027年6月30日. A day has no zone, so it is read and written in UTC. */
export function formatDay(day: string): string {
  const format = new Intl.DateTimeFormat(intlLocale(), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

export function formatWeekday(day: string): string {
  const format = new Intl.DateTimeFormat(intlLocale(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** `2027-07` → 2027年7月. */
export function formatMonth(month: string): string {
  const format = new Intl.DateTimeFormat(intlLocale(), { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** An instant on the agency's clock, to the minute. */
export function formatInstant(instant: string): string {
  const format = new Intl.DateTimeFormat(intlLocale(), {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: timeZone(),
  });
  return format.format(new Date(instant));
}

/** For tables and lists: the shortest unambiguous form, digits in columns. */
export function formatStamp(instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: timeZone() });
  return format.format(new Date(instant));
}

export function formatTime(instant: string): string {
  const format = new Intl.DateTimeFormat(intlLocale(), {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: timeZone(),
  });
  return format.format(new Date(instant));
}

/** The agency's day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: string | number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone() }).format(new Date(instant));
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat(intlLocale()).format(count);
}

/** `digits` after the point; 0.99134 → 99.1%. */
export function formatShare(share: number, digits = 1): string {
  const format = new Intl.NumberFormat(intlLocale(), {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(share);
}

/** bigint fen as a decimal string → ¥3,250.00; never through a float. */
export function formatMoney(fen: string): string {
  const negative = fen.startsWith('-');
  const digits = (negative ? fen.slice(1) : fen).padStart(3, '0');
  const yuan = new Intl.NumberFormat(intlLocale()).format(BigInt(digits.slice(0, -2)));
  return `${negative ? '−' : ''}¥${yuan}.${digits.slice(-2)}`;
}

/** Whole days from one day to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function ageOn(birthOn: string, day: string): number {
  const age = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return day.slice(5) < birthOn.slice(5) ? age - 1 : age;
}

/** One sentence on where a person stands, and what follows. */
export function standingSentences(standing: PersonRow['standing']): string[] {
  const words = texts().sentence;
  const { state, validUntil, dueOn, daysLeft, opensOn, suspensionMonth } = standing;
  switch (state) {
    case 'certified':
      return [
        validUntil === null ? texts().standing.certified : words.certified(formatDay(validUntil)),
        ...(opensOn === null ? [] : [words.opens(formatDay(opensOn))]),
        ...(dueOn === null ? [] : [words.next(formatDay(dueOn))]),
      ];
    case 'due':
    case 'overdue': {
      const suspends = suspensionMonth === null ? [] : [words.suspends(formatMonth(suspensionMonth))];
      if (dueOn === null) return [texts().standing[state], ...suspends];
      const days = Math.abs(daysLeft ?? 0);
      return [words[state](formatDay(dueOn), days), ...suspends];
    }
    case 'in-review':
      return [words.inReview];
    case 'not-subject':
      return [words.notSubject];
  }
}
