import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const SecretsFile = z.strictObject({ masterKey: z.string(), sessionSecret: z.string() });
type SecretsFile = z.infer<typeof SecretsFile>;

export function readKeyFile(path: string): string {
  return readFileSync(path, 'utf8');
}

function makeSecrets(): SecretsFile {
  return { masterKey: `1:${randomBytes(32).toString('base64')}`, sessionSecret: randomBytes(32).toString('base64') };
}

/**
 * Secrets of a development server, made once and readable by its user only. The file appears whole or not at all, and
 * when two servers start at once both read the one that came first.
 */
export function readOrMakeDevelopmentSecrets(dataDir: string): SecretsFile {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'development-secrets.json');
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    return SecretsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    if (!isMissing(fault)) throw fault;
  }
  writeFileSync(draft, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  } finally {
    rmSync(draft, { force: true });
  }
  return SecretsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function isMissing(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
}
