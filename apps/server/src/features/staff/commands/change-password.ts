import type { staff as contract } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { PreparedHandler } from '../../../platform/http/call.ts';
import { toAuditActor } from '../../../platform/session/actor.ts';
import { endSessionsOf } from '../../../platform/session/sessions.ts';
import { countGuess, findLock } from '../lockouts.ts';
import { hashPassword, isPassword, isStrongPassword } from '../password.ts';
import { changeStaff, findStaff } from '../store.ts';

type Prepared = { readonly login: string; readonly right: boolean; readonly nextHash: string | undefined };

/** Changes the own password and signs the person out everywhere else. */
export const changePassword: PreparedHandler<typeof contract.changePassword, Prepared> = {
  async prepare(deps, call) {
    const row = await findStaff(deps.db, call.actor.id);
    const login = row?.login ?? '';
    const locked = (await findLock(deps, { login, address: call.address })) !== undefined;
    const right = !locked && (await isPassword(call.body.current, row?.passwordHash));
    const strong = isStrongPassword(call.body.next, login);
    return { login, right, nextHash: right && strong ? await hashPassword(call.body.next) : undefined };
  },
  async handle(tx, call, { login, right, nextHash }) {
    if (!right) {
      await countGuess(tx, { login, address: call.address });
      return refuse({ code: 'staff.credentials_wrong' });
    }
    if (nextHash === undefined) return refuse({ code: 'staff.password_weak' });
    const { id, sessionId } = call.actor;
    await changeStaff(tx, id, { passwordHash: nextHash });
    await endSessionsOf(tx, { kind: 'staff', ownerId: id, exceptId: sessionId });
    const subject = { kind: 'staff', id };
    recordAudit(tx, { actor: toAuditActor(call.actor), action: 'staff.password-changed', subject });
    return ok({ ok: true });
  },
};
