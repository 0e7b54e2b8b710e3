import { addMs, toDay, type Clock } from '../clock.ts';

export interface FakeClock extends Clock {
  advance(milliseconds: number): void;
  set(instant: string): void;
}

export const testTimeZone = 'Asia/Shanghai';

/** Stands still until it is moved. */
export function createFakeClock(start = '2026-11-23T01:00:00.000Z'): FakeClock {
  let now = start;
  return {
    now: () => now,
    today: () => toDay(now, testTimeZone),
    advance: (milliseconds) => void (now = addMs(now, milliseconds)),
    set: (instant) => void (now = new Date(instant).toISOString()),
  };
}
