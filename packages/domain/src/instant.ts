import { fromEpochDay, parsePlainDate, toEpochDay } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. Instants compare as strings. */
export type Instant = string;

const INSTANT_FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?Z$/;
const DAY_MS = 86_400_000;

/** Milliseconds since the epoch. Throws on anything but a UTC instant. */
export function toEpochMs(instant: Instant): number {
  const match = INSTANT_FORM.exec(instant);
  const day = match?.[1];
  if (match === null || day === undefined || parsePlainDate(day) === undefined) throw new RangeError('not an instant');
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]);
  return toEpochDay(day) * DAY_MS + seconds * 1000 + Number((match[5] ?? '').padEnd(3, '0'));
}

export function fromEpochMs(epochMs: number): Instant {
  const epochDay = Math.floor(epochMs / DAY_MS);
  const rest = epochMs - epochDay * DAY_MS;
  const pad = (value: number, length: number): string => String(Math.floor(value)).padStart(length, '0');
  const time = `${pad(rest / 3_600_000, 2)}:${pad((rest / 60_000) % 60, 2)}:${pad((rest / 1000) % 60, 2)}`;
  return `${fromEpochDay(epochDay)}T${time}.${pad(rest % 1000, 3)}Z`;
}

export function addMs(instant: Instant, ms: number): Instant {
  return fromEpochMs(toEpochMs(instant) + ms);
}

export function msBetween(from: Instant, to: Instant): number {
  return toEpochMs(to) - toEpochMs(from);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

/** What the wall clock of a zone shows, as milliseconds since the epoch of a clock without zone. */
function wallMs(epochMs: number, timeZone: string): number {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(epochMs)
      .map((part) => [part.type, part.value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const day = `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}`;
  return toEpochMs(`${day}T${get('hour')}:${get('minute')}:${get('second')}Z`);
}

/** The civil day of an instant in a zone such as `Asia/Shanghai`. */
export function toPlainDate(instant: Instant, timeZone: string): PlainDate {
  return fromEpochDay(Math.floor(wallMs(toEpochMs(instant), timeZone) / DAY_MS));
}

/** The first moment of a civil day in a zone. Two steps settle the offset on days when clocks change. */
export function startOfDay(day: PlainDate, timeZone: string): Instant {
  const wanted = toEpochDay(day) * DAY_MS;
  const guess = wanted - (wallMs(wanted, timeZone) - wanted);
  return fromEpochMs(wanted - (wallMs(guess, timeZone) - guess));
}
