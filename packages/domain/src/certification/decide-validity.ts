import { addDays, addMonths, endOfMonth, nextMonth, toMonth, yearOf } from '../plain-date.ts';
import type { PlainDate, PlainMonth } from '../plain-date.ts';
import type { FixedWindow, Period, RollingPeriod } from '../policy/policy.ts';

export type Validity = {
  /** Names what one certification may be had of: the year of a window, or the day in rolling mode. */
  readonly cycleKey: string;
  readonly validUntil: PlainDate;
};

export function rollingValidUntil(period: RollingPeriod, certifiedOn: PlainDate): PlainDate {
  switch (period.expiry) {
    case 'INCLUSIVE_MONTH':
      return endOfMonth(addMonths(`${toMonth(certifiedOn)}-01`, period.months - 1));
    case 'MONTH_END':
      return endOfMonth(addMonths(`${toMonth(certifiedOn)}-01`, period.months));
    case 'EXACT_DATE':
      return addMonths(certifiedOn, period.months);
  }
}

/** The month after the one in which the last day, grace included, lies. */
export function rollingSuspensionMonth(period: RollingPeriod, validUntil: PlainDate): PlainMonth {
  return nextMonth(toMonth(addDays(validUntil, period.graceDays)));
}

/** The year whose window has opened last. */
export function windowYear(period: FixedWindow, today: PlainDate): number {
  const year = yearOf(today);
  return today.slice(5) >= period.opensOn ? year : year - 1;
}

/** What a certification on this day is good for. */
export function decideValidity(period: Period, certifiedOn: PlainDate): Validity {
  if (period.mode === 'rolling') {
    return { cycleKey: certifiedOn, validUntil: rollingValidUntil(period, certifiedOn) };
  }
  const year = windowYear(period, certifiedOn);
  return { cycleKey: String(year), validUntil: `${year + 1}-${period.closesOn}` };
}
