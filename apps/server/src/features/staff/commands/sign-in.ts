import type { staff as contract } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Call, PreparedHandler, ResultOf } from '../../../platform/http/call.ts';
import type { Deps, Tx } from '../../../platform/deps.ts';
import { endSession, startSession } from '../../../platform/session/sessions.ts';
import { countGuess, findLock, queueGuesses } from '../lockouts.ts';
import { isPassword } from '../password.ts';
import { renderStaffSession } from '../render-session.ts';
import { findStaffByLogin, type StaffRow } from '../store.ts';

type SignIn = typeof contract.staffSignIn;
type Checked = { readonly row: StaffRow | undefined; readonly right: boolean };

/** A demonstration account exists on a production server only if its database came from a demonstration. */
function mayEnter(deps: Deps | Tx, row: StaffRow): boolean {
  return row.active && !(deps.config.production && row.demonstration);
}

async function checkPassword(deps: Deps, call: Call<SignIn>): Promise<Checked> {
  const { login, password } = call.body;
  if ((await findLock(deps, { login, address: call.address })) !== undefined) return { row: undefined, right: false };
  const row = await findStaffByLogin(deps.db, login);
  const right = await isPassword(password, row?.passwordHash);
  return { row, right: right && row !== undefined && mayEnter(deps, row) };
}

async function refuseSignIn(tx: Tx, call: Call<SignIn>, row: StaffRow | undefined): Promise<ResultOf<SignIn>> {
  await countGuess(tx, { login: call.body.login, address: call.address });
  if (row !== undefined) {
    const subject = { kind: 'staff', id: row.id };
    recordAudit(tx, { actor: { kind: 'system', id: null }, action: 'staff.sign-in-refused', subject });
  }
  return refuse({ code: 'staff.credentials_wrong' });
}

/** First factor. The session it opens may only show or set up the second one. */
export const signIn: PreparedHandler<SignIn, Checked> = {
  prepare: checkPassword,
  async handle(tx, call, { row, right }) {
    await queueGuesses(tx, call.body.login);
    const lock = await findLock(tx, { login: call.body.login, address: call.address });
    if (lock !== undefined) return refuse(lock);
    if (!right || row === undefined) return refuseSignIn(tx, call, row);
    const old = call.actors.staff;
    if (old !== null) await endSession(tx, call, { kind: 'staff', sessionId: old.sessionId });
    const pending = row.totpConfirmedAt === null ? 'second-factor-setup' : 'second-factor';
    await startSession(tx, call, { kind: 'staff', ownerId: row.id, pending });
    return ok(await renderStaffSession(tx, { actor: { id: row.id, pending }, csrfToken: call.csrfToken }));
  },
};
