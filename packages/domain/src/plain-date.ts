/** A civil day `YYYY-MM-DD` without time or zone. Days compare as strings. */
export type PlainDate = string;
/** A civil month `YYYY-MM`. */
export type PlainMonth = string;

type Parts = { readonly year: number; readonly month: number; readonly day: number };

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day if it stands in the calendar (`1958-02-29` does not). */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = DAY_FORM.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12) return undefined;
  return day >= 1 && day <= daysInMonth(year, month) ? text : undefined;
}

function partsOf(day: PlainDate): Parts {
  if (parsePlainDate(day) === undefined) throw new RangeError('not a calendar day');
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function toPlainDateFromParts(parts: Parts): PlainDate {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, counted in 400-year eras that begin on 1 March. */
export function toEpochDay(day: PlainDate): number {
  const parts = partsOf(day);
  const year = parts.month <= 2 ? parts.year - 1 : parts.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((parts.month + 9) % 12) + 2) / 5) + parts.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function fromEpochDay(epochDay: number): PlainDate {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return toPlainDateFromParts({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  });
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(day) + days);
}

/** The same day of the month some months on, or that month's last day where it is shorter. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const parts = partsOf(day);
  const count = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return toPlainDateFromParts({ year, month, day: Math.min(parts.day, daysInMonth(year, month)) });
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

export function toMonth(day: PlainDate): PlainMonth {
  return day.slice(0, 7);
}

export function nextMonth(month: PlainMonth): PlainMonth {
  return toMonth(addMonths(`${month}-01`, 1));
}

export function endOfMonth(day: PlainDate): PlainDate {
  const { year, month } = partsOf(day);
  return toPlainDateFromParts({ year, month, day: daysInMonth(year, month) });
}

export function yearOf(day: PlainDate): number {
  return partsOf(day).year;
}

/** Completed years of age on `today`. */
export function ageOn(birthOn: PlainDate, today: PlainDate): number {
  const years = yearOf(today) - yearOf(birthOn);
  return today.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** 0 is Sunday. 1970-01-01 was a Thursday. */
export function dayOfWeek(day: PlainDate): number {
  return (((toEpochDay(day) + 4) % 7) + 7) % 7;
}

/**
 * The day on which `count` Mondays to Fridays have passed after `from`. Public holidays are data of a calendar that the
 * policy may carry; without one the answer errs early, in the person's favour.
 */
export function addWorkingDays(from: PlainDate, count: number): PlainDate {
  let day = from;
  let left = count;
  while (left > 0) {
    day = addDays(day, 1);
    const weekday = dayOfWeek(day);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
