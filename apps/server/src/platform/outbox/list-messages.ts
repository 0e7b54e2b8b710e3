import type { Deps } from '../deps.ts';

export type ShownMessage = {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly kind: string;
  readonly text: string;
};

/** The newest messages in plain text, for the development page only. */
export async function listMessages(deps: Deps, limit: number): Promise<readonly ShownMessage[]> {
  const rows = await deps.db
    .selectFrom('outboxMessage')
    .select(['id', 'createdAt', 'kind', 'toSealed', 'textSealed'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const open = (row: string, field: string, sealed: Uint8Array | null): string =>
    sealed === null ? '' : deps.vault.openText({ table: 'outbox_message', row, field }, sealed);
  return rows.map(({ id, createdAt, kind, toSealed, textSealed }) => ({
    id,
    at: createdAt,
    kind,
    to: open(id, 'to', toSealed),
    text: open(id, 'text', textSealed),
  }));
}
