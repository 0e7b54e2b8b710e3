/**
 * The development outbox: what the embedded gateway would have sent, for people who try the product without one.
 * Called by the development page. State: none of its own. Absent in production and with a real gateway.
 */
import { counter } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { listMessages } from '../../platform/outbox/list-messages.ts';

const shownMax = 50;

export function registerOutbox(host: Host): void {
  bind(host, counter.listOutbox, async (deps) => {
    const { production, sms } = deps.config;
    if (production || sms.kind !== 'embedded') return refuse({ code: 'request.not_found' });
    return ok({ messages: [...(await listMessages(deps, shownMax))] });
  });
}
