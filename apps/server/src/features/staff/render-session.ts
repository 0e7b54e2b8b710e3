import type { z } from 'zod';
import type { staff as contract } from '@anzai/contract';
import { permissionsByRole, type Role } from '@anzai/domain';
import type { Context } from '../../platform/deps.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import { findOutletName, findStaff } from './store.ts';

export type StaffSession = z.infer<typeof contract.StaffSession>;
type Names = NonNullable<StaffSession['staff']>['outletName'];

type Who = { readonly actor: Pick<StaffActor, 'id' | 'pending'> | null; readonly csrfToken: string };

/** What the console knows of its user. Until the second factor was shown there is no name in it. */
export async function renderStaffSession(context: Context, who: Who): Promise<StaffSession> {
  const { actor, csrfToken } = who;
  const row = actor === null ? undefined : await findStaff(context.db, actor.id);
  if (actor === null || row === undefined) return { signedIn: false, pending: 'none', csrfToken, staff: null };
  if (actor.pending !== 'none') return { signedIn: false, pending: actor.pending, csrfToken, staff: null };
  const role = row.role as Role;
  const outletName = row.outletId === null ? null : await findOutletName(context.db, row.outletId);
  return {
    signedIn: true,
    pending: 'none',
    csrfToken,
    staff: {
      id: row.id,
      login: row.login,
      name: row.name,
      role,
      outletId: row.outletId,
      outletName: (outletName ?? null) as Names,
      permissions: [...permissionsByRole[role]],
    },
  };
}
