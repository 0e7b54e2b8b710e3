import type { staff as contract } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Tx } from '../../../platform/deps.ts';
import type { Call, Handler, ResultOf } from '../../../platform/http/call.ts';
import { endSession, startSession } from '../../../platform/session/sessions.ts';
import { countGuess, findLock, forgiveLogin, queueGuesses } from '../lockouts.ts';
import { renderStaffSession } from '../render-session.ts';
import { findStep, makeSecret, toOtpauthUrl } from '../second-factor.ts';
import { changeStaff, lockStaff, openTotpSecret, toTotpPlace, type StaffRow } from '../store.ts';

type Show = typeof contract.showSecondFactor;

/** Secret for the authenticator app, for someone who has none yet. Asking again makes a new one until one was confirmed. */
export const beginSecondFactor: Handler<typeof contract.beginSecondFactor> = async (tx, call) => {
  const { staff } = call.actors;
  if (staff === null || staff.pending !== 'second-factor-setup') return refuse({ code: 'staff.signed_out' });
  const row = await lockStaff(tx, staff.id);
  if (row === undefined || row.totpConfirmedAt !== null) return refuse({ code: 'staff.signed_out' });
  const secret = makeSecret();
  await changeStaff(tx, row.id, { totpSealed: tx.vault.sealText(toTotpPlace(row.id), secret), totpStep: null });
  return ok({ otpauthUrl: toOtpauthUrl(secret, row.login), secret });
};

async function enter(tx: Tx, call: Call<Show>, entry: { row: StaffRow; step: bigint }): Promise<ResultOf<Show>> {
  const { row, step } = entry;
  const now = tx.clock.now();
  const first = row.totpConfirmedAt === null;
  await changeStaff(tx, row.id, { totpStep: step, lastSignInAt: now, ...(first ? { totpConfirmedAt: now } : {}) });
  await forgiveLogin(tx, row.login);
  const sessionId = call.actors.staff?.sessionId;
  if (sessionId !== undefined) await endSession(tx, call, { kind: 'staff', sessionId });
  await startSession(tx, call, { kind: 'staff', ownerId: row.id });
  const entered = { actor: { kind: 'staff', id: row.id }, subject: { kind: 'staff', id: row.id } } as const;
  if (first) recordAudit(tx, { ...entered, action: 'staff.second-factor-set' });
  recordAudit(tx, { ...entered, action: 'staff.signed-in' });
  return ok(await renderStaffSession(tx, { actor: { id: row.id, pending: 'none' }, csrfToken: call.csrfToken }));
}

/** Second factor: confirms the authenticator at the first sign-in and opens the full session, with a new token. */
export const showSecondFactor: Handler<Show> = async (tx, call) => {
  const { staff } = call.actors;
  if (staff === null || staff.pending === 'none') return refuse({ code: 'staff.signed_out' });
  const row = await lockStaff(tx, staff.id);
  if (row === undefined) return refuse({ code: 'staff.signed_out' });
  const guesser = { login: row.login, address: call.address };
  await queueGuesses(tx, row.login);
  const lock = await findLock(tx, guesser);
  if (lock !== undefined) return refuse(lock);
  const secret = openTotpSecret(tx, row);
  const shown = { code: call.body.code, now: tx.clock.now(), lastStep: row.totpStep };
  const step = secret === undefined ? undefined : findStep({ secret, ...shown });
  if (step !== undefined) return enter(tx, call, { row, step });
  await countGuess(tx, guesser);
  const subject = { kind: 'staff', id: row.id };
  recordAudit(tx, { actor: { kind: 'system', id: null }, action: 'staff.second-factor-refused', subject });
  return refuse({ code: 'staff.second_factor_wrong' });
};
