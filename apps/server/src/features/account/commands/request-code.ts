import { randomInt } from 'node:crypto';
import type { Refusal } from '@anzai/contract';
import { addMs, msBetween, ok, parsePhone, refuse, type Locale, type Result } from '@anzai/domain';
import { renderMessage } from '@anzai/i18n/messages';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import { takeRate } from '../../../platform/limits/take-rate.ts';
import { enqueueMessage } from '../../../platform/outbox/enqueue-message.ts';
import { getAgencyRow } from '../../agency/index.ts';
import { toPhoneHash } from '../phone.ts';
import { keepCode, lockCode } from '../store.ts';

export const codeRules = { resendSeconds: 30, validSeconds: 600, triesMax: 5, perHourMax: 5 } as const;

type Refused = Refusal<'account.phone_invalid' | 'account.code_too_soon' | 'account.code_locked'>;
type Sent = { readonly resendAfterSeconds: number; readonly validForSeconds: number };

export function toCodeHash(context: Context, phone: string, code: string): Uint8Array {
  return context.vault.lookupHash('code', `${phone} ${code}`);
}

/** Sends six figures. A telephone gets few an hour, whoever asks: messages cost money and codes can be guessed. */
export async function requestCode(
  context: Context,
  command: { readonly phone: string; readonly locale: Locale },
): Promise<Result<Sent, Refused>> {
  const phone = parsePhone(command.phone);
  if (!phone.ok) return refuse({ code: phone.refusal });
  return transaction(context, async (tx) => {
    const phoneHash = toPhoneHash(tx, phone.value);
    const now = tx.clock.now();
    const before = await lockCode(tx.db, phoneHash);
    const waited = before === undefined ? Infinity : msBetween(before.sentAt, now) / 1000;
    if (waited < codeRules.resendSeconds) {
      const retryAfterSeconds = Math.ceil(codeRules.resendSeconds - waited);
      return refuse({ code: 'account.code_too_soon', facts: { retryAfterSeconds } });
    }
    const rate = { name: 'code', subject: phone.value, limit: codeRules.perHourMax, windowSeconds: 3600 };
    const taken = await takeRate(tx, rate);
    if (!taken.ok) {
      return refuse({ code: 'account.code_locked', facts: { retryAfterSeconds: taken.retryAfterSeconds } });
    }
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await keepCode(tx.db, {
      phoneHash,
      codeHash: toCodeHash(tx, phone.value, code),
      triesLeft: codeRules.triesMax,
      sentAt: now,
      expiresAt: addMs(now, codeRules.validSeconds * 1000),
      usedAt: null,
    });
    const agency = (await getAgencyRow(tx)).name[command.locale];
    const facts = { code, minutes: codeRules.validSeconds / 60, agency };
    const text = renderMessage({ kind: 'sign-in-code', facts }, command.locale);
    await enqueueMessage(tx, { kind: 'sign-in-code', to: phone.value, text });
    return ok({ resendAfterSeconds: codeRules.resendSeconds, validForSeconds: codeRules.validSeconds });
  });
}
