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

/** SQLSTATE. Messages of the database may repeat a value, so of those only the code and the constraint are kept. */
const sqlState = /^[0-9A-Z]{5}$/;

/** A fault as logged: what it is and where it arose, never the data it arose from. */
export function renderFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  const constraint = 'constraint' in fault ? fault.constraint : undefined;
  const message = code !== undefined && sqlState.test(code) ? undefined : fault.message.slice(0, 500);
  const stack = fault.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return { type: fault.name, code, constraint, message, stack };
}
