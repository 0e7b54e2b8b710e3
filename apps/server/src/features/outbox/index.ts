/**
 * The development outbox: what the embedded gateway would have sent, and what the demonstration staff's authenticators show,
 * for people who try the product with neither. Called by the development page. State: none of its own. Absent in production
 * and with a real gateway.
 */
import { counter } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { staffAccounts } from '../../demo/staff-accounts.ts';
import { bind, type Host } from '../../platform/http/host.ts';
import { listMessages } from '../../platform/outbox/list-messages.ts';
import { findAgency } from '../agency/index.ts';
import { toCode } from '../staff/index.ts';

const shownMax = 50;

export function registerOutbox(host: Host): void {
  bind(host, counter.listOutbox, async (deps) => {
    const { production, sms } = deps.config;
    if (production || sms.kind !== 'embedded') return refuse({ code: 'request.not_found' });
    const agency = await findAgency(deps.db);
    const shown = agency?.demonstration === true ? staffAccounts : [];
    const staff = shown.map(({ login, name, role, password, totpSecret }) => {
      return { login, name, role, password, figures: toCode(totpSecret, deps.clock.now()) };
    });
    return ok({ messages: [...(await listMessages(deps, shownMax))], staff });
  });
}
