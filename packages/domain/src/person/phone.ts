import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** A telephone that can receive a message, in international form `+8613800000000`. */
export type Phone = string;

const NATIONAL_FORMS: Readonly<Record<string, RegExp>> = {
  '86': /^1[3-9]\d{9}$/,
  '852': /^[4-9]\d{7}$/,
  '853': /^6\d{7}$/,
  '886': /^9\d{8}$/,
};

/** A number without country code is a mainland one. Countries whose form is not known here are taken by length (E.164). */
export function parsePhone(typed: string): Result<Phone, 'account.phone_invalid'> {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[\s\-().]/g, '')
    .replace(/^00/, '+');
  const full = text.startsWith('+') ? text : `+86${text.replace(/^86(?=1\d{10}$)/, '')}`;
  if (!/^\+[1-9]\d{6,14}$/.test(full)) return refuse('account.phone_invalid');
  for (const [code, form] of Object.entries(NATIONAL_FORMS)) {
    if (full.startsWith(`+${code}`))
      return form.test(full.slice(code.length + 1)) ? ok(full) : refuse('account.phone_invalid');
  }
  return ok(full);
}
