import { pino, stdTimeFunctions, type Logger, type LoggerOptions } from 'pino';

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

export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: redacted.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
    serializers: { err: renderFault },
  };
}

/** Lines of JSON on standard output. */
export function createLog(level: string): Log {
  return pino(logOptions(level));
}

/** SQLSTATE. Messages of the database may repeat a value, so of those only the code and the constraint are kept. */
const sqlState = /^[0-9A-Z]{5}$/;

export type RenderedFault = {
  readonly type: string;
  readonly faultCode?: string | undefined;
  readonly constraint?: unknown;
  readonly message?: string | undefined;
  readonly stack?: string | undefined;
};

/** A fault as logged: what it is and where it arose, never the data it arose from. */
export function renderFault(fault: unknown): RenderedFault {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  const constraint = 'constraint' in fault ? fault.constraint : undefined;
  const message = code !== undefined && sqlState.test(code) ? undefined : fault.message.slice(0, 500);
  const stack = fault.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  // Not `code`: that name is redacted, for the codes that people receive.
  return { type: fault.name, faultCode: code, constraint, message, stack };
}
