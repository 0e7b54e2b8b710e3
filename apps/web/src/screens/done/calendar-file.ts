export type CalendarEntry = {
  /** The day itself, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** When the file is made, UTC instant. */
  readonly madeAt: string;
};

const LINE_BYTES_MAX = 75;

function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');
}

/** Lines longer than 75 bytes go on behind a space (RFC 5545 §3.1), never cut within a character. */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE_BYTES_MAX) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** An all-day entry with reminders a month and a week before, as any calendar reads it (RFC 5545). */
export function renderCalendarFile(entry: CalendarEntry): string {
  const compact = (day: string): string => day.replaceAll('-', '');
  const alarm = (days: number): readonly string[] => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(entry.title)}`,
    `TRIGGER:-P${days}D`,
    'END:VALARM',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Anzai//Certification//EN',
    'BEGIN:VEVENT',
    `UID:certification-${entry.dueOn}@anzai`,
    `DTSTAMP:${entry.madeAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${compact(entry.dueOn)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(entry.dueOn))}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `URL:${entry.url}`,
    'TRANSP:TRANSPARENT',
    ...alarm(30),
    ...alarm(7),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
