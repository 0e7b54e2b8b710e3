/** PostgreSQL's text of a timestamptz as an ISO instant in UTC, to the millisecond. */
export function toInstant(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}
