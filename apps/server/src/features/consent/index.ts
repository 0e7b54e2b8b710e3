/**
 * Deciding about the face: giving, refusing and withdrawing, at home and at a counter.
 * Called over the wire only. State: none of its own; consent-record, enrolment and attempt keep it.
 * Law: 个人信息保护法 arts. 15 (withdrawal), 29 (separate consent), 47 (deletion).
 */
import { account, counter } from '@anzai/contract';
import { bind, type Host } from '../../platform/http/host.ts';
import { findPersonForStaff } from '../people/index.ts';
import { recordConsent } from './commands/record-consent.ts';

export { recordConsent } from './commands/record-consent.ts';

export function registerConsent(host: Host): void {
  bind(host, account.recordConsent, async (deps, call) =>
    recordConsent(deps, { ...call.params, ...call.body, actor: { kind: 'account', id: call.actor.id } }),
  );
  bind(host, counter.recordCounterConsent, async (deps, call) => {
    const person = await findPersonForStaff(deps, { ...call.params, staff: call.actor });
    if (!person.ok) return person;
    return recordConsent(deps, { ...call.params, ...call.body, actor: { kind: 'staff', id: call.actor.id } });
  });
}
