import type { Config } from '../../config.ts';
import type { SmsGateway, SmsMessage, SmsResult } from './sms-gateway.ts';

const timeoutMs = 10_000;

/** Development: the message stays in the outbox, where the development page shows it. */
const embedded: SmsGateway = { kind: 'embedded', send: async () => ({ ok: true }) };

/** Whether the gateway may answer otherwise later. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

async function post(gateway: { url: string; token: string }, message: SmsMessage): Promise<SmsResult> {
  try {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${gateway.token}`,
        'content-type': 'application/json',
        'idempotency-key': message.id,
      },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return { ok: true };
    return { ok: false, reason: `status ${response.status}`, retry: isPassing(response.status) };
  } catch (fault) {
    return { ok: false, reason: fault instanceof Error ? fault.name : 'fault', retry: true };
  }
}

/** Embedded, or an operator's HTTP gateway: `POST {id, to, text}` with a bearer token, any 2xx meaning "accepted". */
export function createSmsGateway(config: Config['sms']): SmsGateway {
  if (config.kind === 'embedded') return embedded;
  return { kind: 'webhook', send: (message) => post(config, message) };
}
