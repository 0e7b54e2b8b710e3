import { createHmac, randomBytes } from 'node:crypto';
import type { Role } from '@anzai/domain';
import { addMs } from '../clock.ts';
import type { Context, Deps, Tx } from '../deps.ts';
import type { AccountActor, StaffActor } from './actor.ts';
import type { CookieJar } from './cookies.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How long a session lives without use, and at all. A telephone stays signed in; a counter's computer does not. */
export const sessionLifeMs = {
  account: { idle: 30 * dayMs, absolute: 180 * dayMs },
  staff: { idle: 30 * minuteMs, absolute: 10 * 60 * minuteMs },
  pending: { idle: 10 * minuteMs, absolute: 10 * minuteMs },
} as const;

/** `seen_at` is written at most this often. */
const touchMs = minuteMs;

export type StartSession = {
  readonly kind: 'account' | 'staff';
  readonly ownerId: string;
  readonly pending?: StaffActor['pending'];
  readonly deviceId?: string | null;
};

type WithCookies = { readonly cookies: CookieJar };

function hashToken(deps: Context, token: string): Uint8Array {
  return createHmac('sha256', deps.config.sessionSecret).update(`session\0${token}`).digest();
}

function toLife(order: StartSession): { readonly idle: number; readonly absolute: number } {
  return (order.pending ?? 'none') === 'none' ? sessionLifeMs[order.kind] : sessionLifeMs.pending;
}

/** Makes a session and hands its cookie to the browser. A new token each time: signing in never keeps an old one. */
export async function startSession(tx: Tx, call: WithCookies, order: StartSession): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const id = tx.ids.uuid();
  const now = tx.clock.now();
  const life = toLife(order);
  await tx.db
    .insertInto('session')
    .values({
      id,
      kind: order.kind,
      accountId: order.kind === 'account' ? order.ownerId : null,
      staffId: order.kind === 'staff' ? order.ownerId : null,
      tokenHash: hashToken(tx, token),
      pending: order.pending ?? 'none',
      deviceId: order.deviceId ?? null,
      createdAt: now,
      seenAt: now,
      idleUntil: addMs(now, life.idle),
      expiresAt: addMs(now, life.absolute),
    })
    .execute();
  call.cookies.set(order.kind, token, Math.floor(life.absolute / 1000));
  return id;
}

type EndSession = { readonly kind: 'account' | 'staff'; readonly sessionId: string };

export async function endSession(tx: Tx, call: WithCookies, session: EndSession): Promise<void> {
  await tx.db.deleteFrom('session').where('id', '=', session.sessionId).execute();
  call.cookies.clear(session.kind);
}

/** Signs someone out everywhere, e.g. after a password change; `exceptId` stays. */
export async function endSessionsOf(
  tx: Tx,
  owner: { readonly kind: 'account' | 'staff'; readonly ownerId: string; readonly exceptId?: string },
): Promise<void> {
  let query = tx.db.deleteFrom('session').where(owner.kind === 'account' ? 'accountId' : 'staffId', '=', owner.ownerId);
  if (owner.exceptId !== undefined) query = query.where('id', '!=', owner.exceptId);
  await query.execute();
}

type SeenSession = {
  readonly id: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  readonly pending: string;
};

async function touch(deps: Deps, session: SeenSession, kind: 'account' | 'staff'): Promise<void> {
  const now = deps.clock.now();
  if (session.pending !== 'none' || now < addMs(session.seenAt, touchMs)) return;
  const idleUntil = addMs(now, sessionLifeMs[kind].idle);
  await deps.db
    .updateTable('session')
    .set({ seenAt: now, idleUntil: idleUntil < session.expiresAt ? idleUntil : session.expiresAt })
    .where('id', '=', session.id)
    .execute();
}

export async function findAccountActor(deps: Deps, token: string): Promise<AccountActor | null> {
  const now = deps.clock.now();
  const row = await deps.db
    .selectFrom('session')
    .select(['id', 'accountId', 'deviceId', 'seenAt', 'expiresAt', 'pending'])
    .where('tokenHash', '=', hashToken(deps, token))
    .where('kind', '=', 'account')
    .where('idleUntil', '>', now)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (row === undefined || row.accountId === null) return null;
  await touch(deps, row, 'account');
  return { kind: 'account', id: row.accountId, sessionId: row.id, deviceId: row.deviceId };
}

/** Sessions of demonstration staff do not count on a production server. */
export async function findStaffActor(deps: Deps, token: string): Promise<StaffActor | null> {
  const now = deps.clock.now();
  const demonstrations = deps.config.production ? [false] : [false, true];
  const row = await deps.db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staffId')
    .select(['session.id', 'session.seenAt', 'session.expiresAt', 'session.pending'])
    .select(['staff.id as staffId', 'staff.role', 'staff.outletId'])
    .where('tokenHash', '=', hashToken(deps, token))
    .where('staff.active', '=', true)
    .where('staff.demonstration', 'in', demonstrations)
    .where('idleUntil', '>', now)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  await touch(deps, row, 'staff');
  return {
    kind: 'staff',
    id: row.staffId,
    role: row.role as Role,
    outletId: row.outletId,
    sessionId: row.id,
    pending: row.pending as StaffActor['pending'],
  };
}

/** Forgets sessions that can no longer be used. */
export async function deleteExpiredSessions(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db
    .deleteFrom('session')
    .where((where) => where.or([where('expiresAt', '<=', now), where('idleUntil', '<=', now)]))
    .execute();
}
