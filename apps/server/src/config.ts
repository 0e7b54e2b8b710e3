import { z } from 'zod';
import { parseMasterKeys, type MasterKey } from './platform/crypto/master-keys.ts';
import { readKeyFile, readOrMakeDevelopmentSecrets } from './platform/crypto/secret-files.ts';

/** Everything the server is told from outside. The only reader of the environment. */
export type Config = {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Serve TLS with a self-made certificate, so that a phone on the local network may use its camera. */
  readonly https: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly modelsDir: string;
  /** Where people reach this server, without a slash at the end; null: taken from the address it listens on. */
  readonly publicUrl: string | null;
  readonly timeZone: string;
  readonly logLevel: string;
  /** Current one first; the others only open what they once sealed. */
  readonly masterKeys: readonly MasterKey[];
  readonly sessionSecret: Uint8Array;
  readonly sms:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'webhook'; readonly url: string; readonly token: string };
  /** Origins that may show the web application in a frame, e.g. an agency's official account. */
  readonly frameAncestors: readonly string[];
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly faceThreads: number | null;
  /** A pack's id or folder; null: the best one present. */
  readonly modelPack: string | null;
};

/** Told to the operator in one line per problem; never a stack. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text.trim()));

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  ANZAI_DATA: z.string().min(1).default('./data'),
  ANZAI_MODELS: z.string().min(1).default('./models'),
  DATABASE_URL: optionalText.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  ANZAI_PUBLIC_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  ANZAI_TIME_ZONE: z.string().default('Asia/Shanghai').refine(isTimeZone, 'is not an IANA time zone'),
  ANZAI_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  ANZAI_MASTER_KEY: optionalText,
  ANZAI_KEY_FILE: optionalText,
  ANZAI_SESSION_SECRET: optionalText,
  ANZAI_SMS_WEBHOOK_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  ANZAI_SMS_WEBHOOK_TOKEN: optionalText,
  ANZAI_FRAME_ANCESTORS: list.pipe(z.array(z.url({ protocol: /^https$/ }))),
  ANZAI_TRUSTED_PROXIES: list,
  ANZAI_MODEL_PACK: optionalText,
  ANZAI_FACE_THREADS: z.coerce.number().int().min(1).max(64).optional(),
});
type Environment = z.infer<typeof Environment>;

function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = Environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}`);
}

/** Over plain HTTP only the machine itself may be reached. */
function isSafeAddress(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** What a production server must be told, by name, as far as it was not. */
function listMissing(env: Environment): readonly string[] {
  const missing: string[] = [];
  if (env.ANZAI_MASTER_KEY === undefined && env.ANZAI_KEY_FILE === undefined) {
    missing.push('ANZAI_MASTER_KEY or ANZAI_KEY_FILE (32 random bytes as base64)');
  }
  if (env.ANZAI_SESSION_SECRET === undefined) missing.push('ANZAI_SESSION_SECRET (32 random bytes as base64)');
  if (env.ANZAI_SMS_WEBHOOK_URL === undefined) missing.push('ANZAI_SMS_WEBHOOK_URL (the gateway that sends codes)');
  if (env.ANZAI_SMS_WEBHOOK_TOKEN === undefined) missing.push('ANZAI_SMS_WEBHOOK_TOKEN (its bearer token)');
  if (env.ANZAI_PUBLIC_URL === undefined) missing.push('ANZAI_PUBLIC_URL (the address people open)');
  else if (!isSafeAddress(env.ANZAI_PUBLIC_URL))
    missing.push('ANZAI_PUBLIC_URL with https: (cookies cross no open line)');
  return missing;
}

type Secrets = { readonly masterKey: string; readonly sessionSecret: string };

function readSecrets(env: Environment): Secrets {
  const masterKey =
    env.ANZAI_MASTER_KEY ?? (env.ANZAI_KEY_FILE === undefined ? undefined : readKeyFile(env.ANZAI_KEY_FILE));
  const sessionSecret = env.ANZAI_SESSION_SECRET;
  if (masterKey !== undefined && sessionSecret !== undefined) return { masterKey, sessionSecret };
  const made = readOrMakeDevelopmentSecrets(env.ANZAI_DATA);
  return { masterKey: masterKey ?? made.masterKey, sessionSecret: sessionSecret ?? made.sessionSecret };
}

function parseSessionSecret(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < 32) throw new ConfigError('ANZAI_SESSION_SECRET: must be at least 32 bytes as base64');
  return bytes;
}

function readMasterKeys(text: string): readonly MasterKey[] {
  const parsed = parseMasterKeys(text);
  if (parsed.ok) return parsed.value;
  throw new ConfigError(`ANZAI_MASTER_KEY or ANZAI_KEY_FILE: ${parsed.refusal}`);
}

/** Reads environment and flags; throws `ConfigError` naming every variable that is missing or wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, flags: readonly string[]): Config {
  const parsed = parseEnvironment(env);
  const production = parsed.NODE_ENV === 'production';
  const missing = production ? listMissing(parsed) : [];
  if (missing.length > 0) {
    throw new ConfigError(`In production these must be set:\n${missing.map((line) => `  ${line}`).join('\n')}`);
  }
  const secrets = readSecrets(parsed);
  const smsUrl = parsed.ANZAI_SMS_WEBHOOK_URL;
  return {
    production,
    host: parsed.HOST,
    port: parsed.PORT,
    https: flags.includes('--https'),
    dataDir: parsed.ANZAI_DATA,
    databaseUrl: parsed.DATABASE_URL ?? null,
    modelsDir: parsed.ANZAI_MODELS,
    publicUrl: parsed.ANZAI_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    timeZone: parsed.ANZAI_TIME_ZONE,
    // At a developer's terminal the addresses and accounts printed at the start should stay in sight.
    logLevel: parsed.ANZAI_LOG_LEVEL ?? (production ? 'info' : 'warn'),
    masterKeys: readMasterKeys(secrets.masterKey),
    sessionSecret: parseSessionSecret(secrets.sessionSecret),
    sms:
      smsUrl === undefined
        ? { kind: 'embedded' }
        : { kind: 'webhook', url: smsUrl, token: parsed.ANZAI_SMS_WEBHOOK_TOKEN ?? '' },
    frameAncestors: parsed.ANZAI_FRAME_ANCESTORS,
    trustedProxies: parsed.ANZAI_TRUSTED_PROXIES,
    modelPack: parsed.ANZAI_MODEL_PACK ?? null,
    faceThreads: parsed.ANZAI_FACE_THREADS ?? null,
  };
}
