import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Keys that never reach a log line, wherever a careless caller puts them. */
const redacted = [
  'name',
  'phone',
  'number',
  'document',
  'documentNumber',
  'password',
  'code',
  'text',
  'to',
  'token',
  'cookie',
  'authorization',
  'body',
  'query',
  'template',
  'picture',
  'score',
];

export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redacted.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
    serializers: { err: renderFault },
  });
}

/** A fault as logged: database drivers put row values into `detail` and `where`, so only type, code, message and stack stay. */
export function renderFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const code = 'code' in fault ? fault.code : undefined;
  return { type: fault.name, code, message: fault.message, stack: fault.stack };
}
