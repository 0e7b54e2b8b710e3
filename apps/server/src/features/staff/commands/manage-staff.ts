import type { staff as contract } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Tx } from '../../../platform/deps.ts';
import type { Handler, PreparedHandler } from '../../../platform/http/call.ts';
import { toAuditActor } from '../../../platform/session/actor.ts';
import { endSessionsOf } from '../../../platform/session/sessions.ts';
import { hashPassword, isStrongPassword } from '../password.ts';
import {
  changeStaff,
  findOutletName,
  findStaff,
  insertStaff,
  lockAdministrators,
  lockStaff,
  type StaffChange,
  type StaffRow,
} from '../store.ts';

type StaffMember = z.infer<typeof contract.StaffMember>;

export function toStaffMember(row: StaffRow): StaffMember {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role as StaffMember['role'],
    outletId: row.outletId,
    active: row.active,
    secondFactor: row.totpConfirmedAt !== null,
    lastSignInAt: row.lastSignInAt,
  };
}

async function getStaff(tx: Tx, id: string): Promise<StaffRow> {
  const row = await findStaff(tx.db, id);
  if (row === undefined) throw new Error('A member of staff vanished within a transaction');
  return row;
}

async function isOutlet(tx: Tx, outletId: string | null | undefined): Promise<boolean> {
  return outletId === null || outletId === undefined || (await findOutletName(tx.db, outletId)) !== undefined;
}

/** A new member of staff; they set up their authenticator at the first sign-in. */
export const createStaff: PreparedHandler<typeof contract.createStaff, string | undefined> = {
  prepare: async (_deps, { body }) =>
    isStrongPassword(body.password, body.login) ? hashPassword(body.password) : undefined,
  async handle(tx, call, passwordHash) {
    const { id, login, name, role, outletId } = call.body;
    if (passwordHash === undefined) return refuse({ code: 'staff.password_weak' });
    if (!(await isOutlet(tx, outletId))) return refuse({ code: 'request.not_found' });
    const isNew = await insertStaff(tx, { id, login, name, role, outletId, passwordHash, demonstration: false });
    const row = await findStaff(tx.db, id);
    if (row?.login !== login) return refuse({ code: 'staff.login_taken' });
    if (isNew) {
      const subject = { kind: 'staff', id };
      recordAudit(tx, { actor: toAuditActor(call.actor), action: 'staff.created', subject, facts: { role } });
    }
    return ok(toStaffMember(row));
  },
};

type Update = z.infer<typeof contract.updateStaff.body>;

function toChange(update: Update): StaffChange {
  return {
    ...(update.role === undefined ? {} : { role: update.role }),
    ...(update.outletId === undefined ? {} : { outletId: update.outletId }),
    ...(update.active === undefined ? {} : { active: update.active }),
    ...(update.resetSecondFactor === true ? { totpSealed: null, totpConfirmedAt: null, totpStep: null } : {}),
  };
}

async function leavesNoAdministrator(tx: Tx, row: StaffRow, update: Update): Promise<boolean> {
  const staysAdministrator = (update.role ?? row.role) === 'administrator' && (update.active ?? row.active);
  if (staysAdministrator) return false;
  const administrators = await lockAdministrators(tx);
  return administrators.length === 1 && administrators[0] === row.id;
}

/** Changes role, outlet, right to sign in or second factor, and ends the sessions that were opened before. */
export const updateStaff: Handler<typeof contract.updateStaff> = async (tx, call) => {
  const { staffId } = call.params;
  const row = await findStaff(tx.db, staffId);
  if (row === undefined || !(await isOutlet(tx, call.body.outletId))) return refuse({ code: 'request.not_found' });
  if (await leavesNoAdministrator(tx, row, call.body)) return refuse({ code: 'staff.last_administrator' });
  await lockStaff(tx, staffId);
  await changeStaff(tx, staffId, toChange(call.body));
  await endSessionsOf(tx, { kind: 'staff', ownerId: staffId, exceptId: call.actor.sessionId });
  const { role, active, resetSecondFactor } = call.body;
  const facts = { role: role ?? null, active: active ?? null, secondFactorReset: resetSecondFactor ?? false };
  recordAudit(tx, {
    actor: toAuditActor(call.actor),
    action: 'staff.updated',
    subject: { kind: 'staff', id: staffId },
    facts,
  });
  return ok(toStaffMember(await getStaff(tx, staffId)));
};
