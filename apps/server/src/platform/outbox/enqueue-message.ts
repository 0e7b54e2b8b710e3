import type { Tx } from '../deps.ts';

/** `kind` is a stable name for counts and the development page, e.g. `sign-in-code`; `to` is E.164. */
export type OutgoingMessage = { readonly kind: string; readonly to: string; readonly text: string };

/** Puts a message into the outbox within the command's transaction; it leaves after the commit. Answers its id. */
export async function enqueueMessage(tx: Tx, message: OutgoingMessage): Promise<string> {
  const id = tx.ids.uuid();
  const now = tx.clock.now();
  await tx.db
    .insertInto('outboxMessage')
    .values({
      id,
      kind: message.kind,
      toSealed: tx.vault.sealText({ table: 'outbox_message', row: id, field: 'to' }, message.to),
      textSealed: tx.vault.sealText({ table: 'outbox_message', row: id, field: 'text' }, message.text),
      state: 'queued',
      nextAt: now,
      createdAt: now,
    })
    .execute();
  tx.unit.afterCommit.push(tx.kicks.outbox);
  return id;
}
