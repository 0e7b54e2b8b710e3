import { addMs } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { transaction } from '../db/transaction.ts';
import { decideBackoffMs, Pump } from '../queue/pump.ts';
import type { SmsMessage, SmsResult } from './sms-gateway.ts';

const concurrencyMax = 4;
const pollMs = 2000;
const leaseMs = 60_000;
const triesMax = 12;
const backoff = { firstMs: 5000, longestMs: 3_600_000 } as const;
/** Telephone and text are forgotten after this; the fact that a message went out stays. */
const keepTextMs = 30 * 24 * 3_600_000;

type Claimed = { readonly id: string; readonly kind: string; readonly tries: number; readonly message: SmsMessage };

function openText(deps: Deps, field: 'to' | 'text', row: { id: string; sealed: Uint8Array | null }): string {
  if (row.sealed === null) throw new Error('The message was already forgotten');
  return deps.vault.openText({ table: 'outbox_message', row: row.id, field }, row.sealed);
}

/** Takes the message that waits longest. A sender that died leaves its lease behind, and the message is sent again. */
async function claimMessage(deps: Deps): Promise<Claimed | undefined> {
  return transaction(deps, async (tx) => {
    const now = tx.clock.now();
    const row = await tx.db
      .selectFrom('outboxMessage')
      .select(['id', 'kind', 'tries', 'toSealed', 'textSealed'])
      .where((where) =>
        where.or([
          where.and([where('state', '=', 'queued'), where('nextAt', '<=', now)]),
          where.and([where('state', '=', 'sending'), where('leaseUntil', '<', now)]),
        ]),
      )
      .orderBy('nextAt')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const tries = row.tries + 1;
    await tx.db
      .updateTable('outboxMessage')
      .set({ state: 'sending', tries, leaseUntil: addMs(now, leaseMs) })
      .where('id', '=', row.id)
      .execute();
    const to = openText(deps, 'to', { id: row.id, sealed: row.toSealed });
    const text = openText(deps, 'text', { id: row.id, sealed: row.textSealed });
    return { id: row.id, kind: row.kind, tries, message: { id: row.id, to, text } };
  });
}

function toState(
  deps: Deps,
  claimed: Claimed,
  result: SmsResult,
): { state: string; nextAt?: string; error: string | null } {
  if (result.ok) return { state: 'sent', error: null };
  if (!result.retry || claimed.tries >= triesMax) return { state: 'failed', error: result.reason };
  const nextAt = addMs(deps.clock.now(), decideBackoffMs(claimed.tries, backoff));
  return { state: 'queued', nextAt, error: result.reason };
}

async function sendMessage(deps: Deps, claimed: Claimed): Promise<void> {
  const result = await deps.sms.send(claimed.message);
  const next = toState(deps, claimed, result);
  deps.metrics.messages.inc({ kind: claimed.kind, result: next.state });
  if (!result.ok)
    deps.log.warn({ messageId: claimed.id, kind: claimed.kind, reason: result.reason }, 'message not sent');
  await deps.db
    .updateTable('outboxMessage')
    .set({ ...next, leaseUntil: null, finishedAt: next.state === 'queued' ? null : deps.clock.now() })
    .where('id', '=', claimed.id)
    .where('state', '=', 'sending')
    .where('tries', '=', claimed.tries)
    .execute();
}

export type OutboxSender = {
  readonly start: () => void;
  readonly kick: () => void;
  readonly stop: () => Promise<void>;
  readonly sendDue: () => Promise<number>;
};

/** Sends what commands put into the outbox, at least once; the gateway recognises repetitions by the message's id. */
export function createOutboxSender(deps: Deps): OutboxSender {
  const claim = async (): Promise<(() => Promise<void>) | undefined> => {
    const claimed = await claimMessage(deps);
    return claimed === undefined ? undefined : () => sendMessage(deps, claimed);
  };
  const pump = new Pump({ name: 'outbox', claim, concurrencyMax, pollMs, log: deps.log });
  return {
    start: () => pump.start(),
    kick: () => pump.kick(),
    stop: () => pump.stop(),
    async sendDue() {
      let count = 0;
      for (let send = await claim(); send !== undefined; send = await claim()) {
        await send();
        count += 1;
      }
      return count;
    },
  };
}

export async function forgetOldMessages(deps: Deps): Promise<void> {
  await deps.db
    .updateTable('outboxMessage')
    .set({ toSealed: null, textSealed: null })
    .where('finishedAt', '<', addMs(deps.clock.now(), -keepTextMs))
    .where('textSealed', 'is not', null)
    .execute();
}
