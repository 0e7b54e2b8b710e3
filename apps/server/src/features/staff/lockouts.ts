import type { Refusal } from '@anzai/contract';
import type { Context, Tx } from '../../platform/deps.ts';
import {
  clearFailures,
  findLockoutSeconds,
  queueFailures,
  recordFailure,
  type LockoutPolicy,
} from '../../platform/limits/lockout.ts';

/** A login is known to colleagues, so its lock stays short enough that nobody can be kept out for a day. */
const loginPolicy: LockoutPolicy = { freeFailures: 4, firstWaitSeconds: 30, longestWaitSeconds: 900 };
/** An office shares one address: more room, longer wait. */
const addressPolicy: LockoutPolicy = { freeFailures: 30, firstWaitSeconds: 60, longestWaitSeconds: 3600 };

type Guesser = { readonly login: string; readonly address: string };

function toLoginSubject(login: string): string {
  return `staff-login:${login.toLowerCase()}`;
}

function toAddressSubject(address: string): string {
  return `staff-address:${address}`;
}

/** Guesses at one login are judged one after the other, so that a hundred at once count as a hundred. */
export async function queueGuesses(tx: Tx, login: string): Promise<void> {
  await queueFailures(tx, toLoginSubject(login));
}

export async function findLock(context: Context, guesser: Guesser): Promise<Refusal<'staff.locked'> | undefined> {
  const byLogin = await findLockoutSeconds(context, toLoginSubject(guesser.login));
  const byAddress = await findLockoutSeconds(context, toAddressSubject(guesser.address));
  const retryAfterSeconds = Math.max(byLogin, byAddress);
  return retryAfterSeconds === 0 ? undefined : { code: 'staff.locked', facts: { retryAfterSeconds } };
}

/** Counts a wrong guess for the login and for the address. */
export async function countGuess(tx: Tx, guesser: Guesser): Promise<void> {
  await recordFailure(tx, toLoginSubject(guesser.login), loginPolicy);
  await recordFailure(tx, toAddressSubject(guesser.address), addressPolicy);
}

export async function forgiveLogin(tx: Tx, login: string): Promise<void> {
  await clearFailures(tx, toLoginSubject(login));
}
