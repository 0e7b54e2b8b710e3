/**
 * What people decided about their face: the record alone, which features that use a face ask first.
 * Called by consent, attempt, enrolment, dossier. State: consent.
 * Law: 个人信息保护法 arts. 14–16, 29 (separate consent, as easy to withdraw as to give).
 */
import type { Refusal } from '@anzai/contract';
import { ok, refuse, type Policy, type Result } from '@anzai/domain';
import type { Context } from '../../platform/deps.ts';
import { findLastConsent, type ConsentRow } from './store.ts';

export { findLastConsent, insertConsent, listConsents, type ConsentRow } from './store.ts';

export type ConsentState = 'none' | 'given' | 'refused' | 'withdrawn' | 'old-version';

export function toConsentState(last: ConsentRow | undefined, policy: Policy): ConsentState {
  if (last === undefined) return 'none';
  if (last.decision !== 'given') return last.decision;
  return last.textVersion === policy.consent.version ? 'given' : 'old-version';
}

/** The consent on which a face may be used today. */
export async function requireConsent(
  context: Context,
  wanted: { readonly personId: string; readonly policy: Policy },
): Promise<Result<ConsentRow, Refusal<'consent.missing' | 'consent.version_old'>>> {
  const last = await findLastConsent(context.db, wanted.personId);
  const state = toConsentState(last, wanted.policy);
  if (state === 'given' && last !== undefined) return ok(last);
  if (state !== 'old-version') return refuse({ code: 'consent.missing' });
  return refuse({ code: 'consent.version_old', facts: { currentVersion: wanted.policy.consent.version } });
}
