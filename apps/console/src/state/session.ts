import { discardCaptures } from '@anzai/capture';
import { staff as staffEndpoints } from '@anzai/contract';
import type { Permission } from '@anzai/domain';
import { effect, signal } from '@preact/signals';
import { call, client, sessionLost, type Failure } from './api.ts';
import type { StaffSession } from './wire.ts';

/** `null` while the first question is under way. */
export const session = signal<StaffSession | null>(null);
export const sessionFailure = signal<Failure | null>(null);
/** True when a session ended by itself: sign-in then says so, and leads back to the same place. */
export const expired = signal(false);

/** Takes over what the server says about who is signed in, with the token that later calls must carry. */
export function adoptSession(next: StaffSession): void {
  client.setCsrfToken(next.csrfToken);
  session.value = next;
  if (isSignedIn(next)) expired.value = false;
}

export function isSignedIn(candidate: StaffSession | null): boolean {
  return candidate !== null && candidate.signedIn && candidate.pending === 'none' && candidate.staff !== null;
}

export async function loadSession(): Promise<void> {
  sessionFailure.value = null;
  const answer = await call(staffEndpoints.getStaffSession, {});
  if (answer.ok) adoptSession(answer.value);
  else sessionFailure.value = answer.failure;
}

export async function signOut(): Promise<void> {
  await call(staffEndpoints.staffSignOut, {});
  await discardCaptures();
  await loadSession();
  // Between the two factors there may be nothing to sign out of; the next password replaces what is left.
  const left = session.value;
  if (left !== null && left.pending !== 'none') session.value = { ...left, pending: 'none', staff: null };
}

/** Who is signed in. Screens behind the sign-in may rely on it. */
export function getStaff(): NonNullable<StaffSession['staff']> {
  const found = session.value?.staff ?? null;
  if (found === null) throw new Error('A screen was drawn with nobody signed in');
  return found;
}

export function may(permission: Permission): boolean {
  return session.value?.staff?.permissions.includes(permission) ?? false;
}

export function watchSession(): void {
  effect(() => {
    if (sessionLost.value === 0) return;
    if (!isSignedIn(session.peek())) return;
    expired.value = true;
    void loadSession();
  });
}
