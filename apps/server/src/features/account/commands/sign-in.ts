import { timingSafeEqual } from 'node:crypto';
import type { Refusal } from '@anzai/contract';
import { msBetween, ok, parsePhone, refuse, type Result } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context, Tx } from '../../../platform/deps.ts';
import type { CookieJar } from '../../../platform/session/cookies.ts';
import { startSession } from '../../../platform/session/sessions.ts';
import { findOrMakeAccount, toPhoneHash } from '../phone.ts';
import { changeCode, lockCode, touchAccount, type CodeRow } from '../store.ts';
import { codeRules, toCodeHash } from './request-code.ts';

export type SignIn = {
  readonly phone: string;
  readonly code: string;
  readonly deviceId: string;
  readonly cookies: CookieJar;
};

type CodeRefusal = Refusal<'account.code_wrong' | 'account.code_expired' | 'account.code_locked'>;

function lockedUntilResend(tx: Tx, row: CodeRow): CodeRefusal {
  const waited = msBetween(row.sentAt, tx.clock.now()) / 1000;
  const retryAfterSeconds = Math.max(1, Math.ceil(codeRules.resendSeconds - waited));
  return { code: 'account.code_locked', facts: { retryAfterSeconds } };
}

/** A code serves once, for some minutes, and survives five slips. */
async function useCode(tx: Tx, phone: string, code: string): Promise<CodeRefusal | undefined> {
  const row = await lockCode(tx.db, toPhoneHash(tx, phone));
  if (row === undefined || row.usedAt !== null || row.expiresAt <= tx.clock.now()) {
    return { code: 'account.code_expired' };
  }
  if (row.triesLeft === 0) return lockedUntilResend(tx, row);
  const { phoneHash } = row;
  if (timingSafeEqual(row.codeHash, toCodeHash(tx, phone, code))) {
    await changeCode(tx.db, { phoneHash, usedAt: tx.clock.now() });
    return undefined;
  }
  const triesLeft = row.triesLeft - 1;
  await changeCode(tx.db, { phoneHash, triesLeft });
  return triesLeft === 0 ? lockedUntilResend(tx, row) : { code: 'account.code_wrong', facts: { triesLeft } };
}

/** Opens the session of an account, whatever proved who it is. */
export async function openAccountSession(
  tx: Tx,
  input: {
    readonly accountId: string;
    readonly deviceId: string;
    readonly cookies: CookieJar;
    readonly by: 'code' | 'passkey';
  },
): Promise<void> {
  const { accountId, deviceId, cookies, by } = input;
  await startSession(tx, { cookies }, { kind: 'account', ownerId: accountId, deviceId });
  await touchAccount(tx.db, { id: accountId, at: tx.clock.now() });
  recordAudit(tx, {
    actor: { kind: 'account', id: accountId },
    action: 'account.signed-in',
    subject: { kind: 'account', id: accountId },
    facts: { by },
  });
}

/** Signs in by the code; the first time makes the account. Answers its id. */
export async function signIn(
  context: Context,
  command: SignIn,
): Promise<Result<string, CodeRefusal | Refusal<'account.phone_invalid'>>> {
  const phone = parsePhone(command.phone);
  if (!phone.ok) return refuse({ code: phone.refusal });
  return transaction(context, async (tx) => {
    const refused = await useCode(tx, phone.value, command.code);
    if (refused !== undefined) return refuse(refused);
    const accountId = await findOrMakeAccount(tx, phone.value);
    await openAccountSession(tx, { ...command, accountId, by: 'code' });
    return ok(accountId);
  });
}
