import { ok, refuse, type Result } from '@anzai/domain';

/** A key-encryption key of 32 bytes. `version` stands in front of everything it wrapped. */
export type MasterKey = { readonly version: number; readonly key: Uint8Array };

function parseMasterKey(text: string): MasterKey | undefined {
  const match = /^(?:(\d{1,9}):)?([A-Za-z0-9+/_-]{43}=?)$/.exec(text);
  if (match?.[2] === undefined) return undefined;
  const key = Buffer.from(match[2], 'base64');
  return key.length === 32 ? { version: Number(match[1] ?? '1'), key } : undefined;
}

/**
 * `version:base64` entries between commas or on lines of their own, the current one first; a bare key has version 1.
 * Lines that begin with `#` are notes. The refusal is a sentence for the operator that repeats no key.
 */
export function parseMasterKeys(text: string): Result<readonly MasterKey[], string> {
  const entries = text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('#'));
  if (entries.length === 0) return refuse('holds no key');
  const keys: MasterKey[] = [];
  for (const [index, entry] of entries.entries()) {
    const key = parseMasterKey(entry);
    if (key === undefined) return refuse(`entry ${index + 1} is not "version:base64" of 32 bytes`);
    if (keys.some((other) => other.version === key.version)) return refuse(`version ${key.version} stands there twice`);
    keys.push(key);
  }
  return ok(keys);
}
