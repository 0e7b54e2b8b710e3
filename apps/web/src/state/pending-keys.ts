import { v7 } from 'uuid';
import { readStoredJson, removeStored, writeStored } from './storage.ts';

type Pending = { readonly text: string; readonly key: string };

const pending = new Map<string, Pending>();

/** Calls whose bodies hold nothing of the person; their keys survive a reload. The others' live with the page. */
const storable: ReadonlySet<string> = new Set(['recordConsent', 'chooseWay']);

function readPending(endpointId: string): Pending | undefined {
  const known = pending.get(endpointId);
  if (known !== undefined || !storable.has(endpointId)) return known;
  const stored = readStoredJson('tab', `key.${endpointId}`);
  const isPending = typeof stored === 'object' && stored !== null && 'text' in stored && 'key' in stored;
  return isPending ? (stored as Pending) : undefined;
}

/**
 * The idempotency key under which a call goes out. The same call again, while its answer is unknown, gets the same key, so
 * that what the server has already done is not done twice. Stored before sending.
 */
export function keepKey(endpointId: string, text: string): string {
  const known = readPending(endpointId);
  const kept = known !== undefined && known.text === text ? known : { text, key: v7() };
  pending.set(endpointId, kept);
  if (storable.has(endpointId)) writeStored('tab', `key.${endpointId}`, JSON.stringify(kept));
  return kept.key;
}

/** Once the answer is known, the next call is a new one. */
export function forgetKey(endpointId: string): void {
  pending.delete(endpointId);
  removeStored('tab', `key.${endpointId}`);
}
