import type { Role } from '@anzai/domain';
import type { AuditActor } from '../audit/audit-entry.ts';

export type AccountActor = {
  readonly kind: 'account';
  readonly id: string;
  readonly sessionId: string;
  readonly deviceId: string | null;
};

export type StaffActor = {
  readonly kind: 'staff';
  readonly id: string;
  readonly role: Role;
  readonly outletId: string | null;
  readonly sessionId: string;
  /** Anything but `none` may only finish signing in. */
  readonly pending: 'none' | 'second-factor' | 'second-factor-setup';
};

export type Actors = { readonly account: AccountActor | null; readonly staff: StaffActor | null };

/** For an audit entry; without an actor it was the system. */
export function toAuditActor(actor: AccountActor | StaffActor | null): AuditActor {
  return actor === null ? { kind: 'system', id: null } : { kind: actor.kind, id: actor.id };
}
