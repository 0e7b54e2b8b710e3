/** The only source of the time. `now` is a UTC instant in ISO form; `today` is the day in the agency's time zone. */
export interface Clock {
  now(): string;
  today(): string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs far more than using it. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formatters.get(timeZone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

/** Day `YYYY-MM-DD` that `instant` falls on in `timeZone` (IANA name). */
export function toDay(instant: string, timeZone: string): string {
  const parts = formatterOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function createSystemClock(timeZone: string): Clock {
  return {
    now: () => new Date().toISOString(),
    today: () => toDay(new Date().toISOString(), timeZone),
  };
}

/** `instant` moved by `milliseconds`, which may be negative. */
export function addMs(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
