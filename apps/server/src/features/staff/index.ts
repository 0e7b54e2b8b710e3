/**
 * Members of staff: sign-in with password and authenticator, sessions, and their management by administrators.
 * Called by the console; other features know staff only as an actor.
 * State: staff; sessions and lock-outs belong to the platform.
 */
import { staff as contract } from '@anzai/contract';
import { ok } from '@anzai/domain';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context, Tx } from '../../platform/deps.ts';
import { bind, type Host } from '../../platform/http/host.ts';
import { toAuditActor } from '../../platform/session/actor.ts';
import { endSession } from '../../platform/session/sessions.ts';
import { changePassword } from './commands/change-password.ts';
import { createStaff, toStaffMember, updateStaff } from './commands/manage-staff.ts';
import { beginSecondFactor, showSecondFactor } from './commands/show-second-factor.ts';
import { signIn } from './commands/sign-in.ts';
import { renderStaffSession } from './render-session.ts';
import { changeStaff, findStaff, insertStaff, listStaffRows, toTotpPlace, type NewStaff } from './store.ts';

export { hashPassword, isStrongPassword } from './password.ts';
export { toCode } from './second-factor.ts';
export type { NewStaff } from './store.ts';

/**
 * For seeding and the first administrator: with an authenticator already set up when `totpSecret` (base32) is given.
 * Answers false, changing nothing, when id or login is taken.
 */
export async function addStaff(tx: Tx, staff: NewStaff, totpSecret?: string): Promise<boolean> {
  const isNew = await insertStaff(tx, staff);
  if (!isNew || totpSecret === undefined) return isNew;
  const totpSealed = tx.vault.sealText(toTotpPlace(staff.id), totpSecret);
  await changeStaff(tx, staff.id, { totpSealed, totpConfirmedAt: tx.clock.now() });
  return true;
}

/** The name to show beside what a member of staff did. */
export async function findStaffName(context: Pick<Context, 'db'>, staffId: string): Promise<string | undefined> {
  return (await findStaff(context.db, staffId))?.name;
}

export function registerStaff(host: Host): void {
  bind(host, contract.getStaffSession, async (deps, call) =>
    ok(await renderStaffSession(deps, { actor: call.actors.staff, csrfToken: call.csrfToken })),
  );
  bind(host, contract.staffSignIn, signIn);
  bind(host, contract.beginSecondFactor, beginSecondFactor);
  bind(host, contract.showSecondFactor, showSecondFactor);
  bind(host, contract.staffSignOut, async (tx, call) => {
    await endSession(tx, call, { kind: 'staff', sessionId: call.actor.sessionId });
    const subject = { kind: 'staff', id: call.actor.id };
    recordAudit(tx, { actor: toAuditActor(call.actor), action: 'staff.signed-out', subject });
    return ok({ ok: true });
  });
  bind(host, contract.changePassword, changePassword);
  bind(host, contract.listStaff, async (deps) => ok({ staff: (await listStaffRows(deps.db)).map(toStaffMember) }));
  bind(host, contract.createStaff, createStaff);
  bind(host, contract.updateStaff, updateStaff);
}
