import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpochMs, startOfDay, toEpochMs, toPlainDate } from './instant.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  fromEpochDay,
  parsePlainDate,
  toEpochDay,
} from './plain-date.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(fromEpochDay);

describe('a plain date', () => {
  it('agrees with the calendar of the runtime on every day of five centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (epochDay) => {
        expect(fromEpochDay(epochDay)).toBe(new Date(epochDay * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('is the same after going to a number and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(fromEpochDay(toEpochDay(day))).toBe(day);
      }),
    );
  });

  it('refuses days that do not stand in the calendar', () => {
    expect(parsePlainDate('1958-02-29')).toBeUndefined();
    expect(parsePlainDate('1900-02-29')).toBeUndefined();
    expect(parsePlainDate('2000-02-29')).toBe('2000-02-29');
    expect(parsePlainDate('2024-13-01')).toBeUndefined();
    expect(parsePlainDate('2024-1-1')).toBeUndefined();
  });

  it('clamps to the end of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
    expect(endOfMonth('2025-02-15')).toBe('2025-02-28');
  });

  it('adds and counts days as inverses', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('skips Saturdays and Sundays when counting working days', () => {
    expect(dayOfWeek('2026-11-23')).toBe(1);
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-23', 5)).toBe('2026-11-30');
  });

  it('counts completed years', () => {
    expect(ageOn('1950-06-20', '2026-06-19')).toBe(75);
    expect(ageOn('1950-06-20', '2026-06-20')).toBe(76);
  });
});

describe('an instant', () => {
  it('agrees with the runtime both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (ms) => {
        expect(fromEpochMs(ms)).toBe(new Date(ms).toISOString());
        expect(toEpochMs(fromEpochMs(ms))).toBe(ms);
      }),
    );
  });

  it('falls on the next day in Guangzhou after 16:00 UTC', () => {
    expect(toPlainDate('2026-06-20T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-06-20');
    expect(toPlainDate('2026-06-20T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-06-21');
  });

  it('begins a day when the wall clock shows midnight', () => {
    expect(startOfDay('2026-06-20', 'Asia/Shanghai')).toBe('2026-06-19T16:00:00.000Z');
    expect(startOfDay('2026-03-29', 'Europe/Lisbon')).toBe('2026-03-29T00:00:00.000Z');
    expect(startOfDay('2026-03-30', 'Europe/Lisbon')).toBe('2026-03-29T23:00:00.000Z');
  });
});
