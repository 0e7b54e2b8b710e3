import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's second set for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;
const phcForm = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const passwordCharsMin = 12;
const distinctCharsMin = 6;
/** Beginnings of what people choose when a rule asks for twelve characters. */
const common =
  /^(password|passw0rd|administrator|qwertyuiop|1qaz2wsx|abcdefgh|12345678|letmein|welcome|iloveyou|changeme)/i;

/** The same password however the keyboard composes it. */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** A PHC string with its own salt and cost, so that the cost may grow later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltBytes);
  const hash = await derive('argon2id', { message: normalise(password), nonce, tagLength: hashBytes, ...cost });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(nonce)}$${encode(hash)}`;
}

/** A hash that no password has, at the usual cost: whoever guesses logins must not see by the time which exist. */
const decoyHash = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(
  Buffer.alloc(saltBytes),
)}$${encode(Buffer.alloc(hashBytes))}`;

/** Takes as long when there is nobody (`stored` undefined) as when the password is wrong. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const match = phcForm.exec(stored ?? decoyHash);
  if (match === null) throw new Error('The stored password hash cannot be read');
  const [, memory, passes, parallelism, salt = '', expected = ''] = match;
  const tag = Buffer.from(expected, 'base64');
  const hash = await derive('argon2id', {
    message: normalise(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: tag.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(hash, tag) && stored !== undefined;
}

/** Long, not made of a few characters, not the login and nothing that everybody tries. */
export function isStrongPassword(password: string, login: string): boolean {
  const text = normalise(password);
  const lower = text.toLowerCase();
  return (
    text.length >= passwordCharsMin &&
    new Set(lower).size >= distinctCharsMin &&
    !lower.includes(login.toLowerCase()) &&
    !common.test(text)
  );
}
