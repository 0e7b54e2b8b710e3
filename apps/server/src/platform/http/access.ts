import type { Access, Refusal } from '@anzai/contract';
import { hasPermission, ok, permissions, refuse, type Permission, type Result } from '@anzai/domain';
import type { Deps } from '../deps.ts';
import type { AccountActor, Actors, StaffActor } from '../session/actor.ts';
import type { Principal } from './call.ts';
import type { AccessPorts } from './host.ts';

export type Admission = { readonly actor: AccountActor | StaffActor | null; readonly principal: Principal | null };

type AccessRequest = {
  readonly access: Access;
  readonly actors: Actors;
  readonly params: Readonly<Record<string, unknown>>;
  readonly ports: AccessPorts;
};

function admit(actor: Admission['actor'], principal: Principal | null = null): Result<Admission, Refusal> {
  return ok({ actor, principal });
}

function checkAccount(actors: Actors): Result<Admission, Refusal> {
  return actors.account === null ? refuse({ code: 'account.signed_out' }) : admit(actors.account);
}

function checkStaff(actors: Actors): Result<Admission, Refusal> {
  const { staff } = actors;
  if (staff === null) return refuse({ code: 'staff.signed_out' });
  if (staff.pending === 'second-factor') return refuse({ code: 'staff.second_factor_needed' });
  if (staff.pending === 'second-factor-setup') return refuse({ code: 'staff.second_factor_setup' });
  return admit(staff);
}

function checkPermission(actors: Actors, permission: Permission): Result<Admission, Refusal> {
  const admitted = checkStaff(actors);
  if (!admitted.ok || actors.staff === null) return admitted;
  return hasPermission(actors.staff.role, permission) ? admitted : refuse({ code: 'staff.forbidden' });
}

async function checkPrincipal(deps: Deps, request: AccessRequest): Promise<Result<Admission, Refusal>> {
  const { account } = request.actors;
  if (account === null) return refuse({ code: 'account.signed_out' });
  const link = { accountId: account.id, personId: String(request.params['personId']) };
  const principal = await request.ports.findPrincipal(deps, link);
  return principal === undefined ? refuse({ code: 'identity.not_linked' }) : admit(account, principal);
}

/** A stranger's capture is answered like one that does not exist. */
async function checkCapturer(deps: Deps, request: AccessRequest): Promise<Result<Admission, Refusal>> {
  const { account, staff } = request.actors;
  const ready: Actors = { account, staff: staff?.pending === 'none' ? staff : null };
  if (ready.account === null && ready.staff === null) {
    return refuse({ code: staff === null ? 'account.signed_out' : 'staff.second_factor_needed' });
  }
  const capture = { attemptId: String(request.params['attemptId']), actors: ready };
  const side = await request.ports.findCapturer(deps, capture);
  const actor = side === undefined ? null : ready[side];
  return actor === null ? refuse({ code: 'request.not_found' }) : admit(actor);
}

function isPermission(access: Access): access is Permission {
  return (permissions as readonly string[]).includes(access);
}

/** Who may call, as the contract says; the only place that decides it. */
export async function checkAccess(deps: Deps, request: AccessRequest): Promise<Result<Admission, Refusal>> {
  const { access, actors } = request;
  if (isPermission(access)) return checkPermission(actors, access);
  switch (access) {
    case 'public':
      return admit(null);
    case 'account':
      return checkAccount(actors);
    case 'staff':
      return checkStaff(actors);
    case 'principal':
      return checkPrincipal(deps, request);
    case 'capturer':
      return checkCapturer(deps, request);
  }
}
