import { account, createClient } from '@anzai/contract';
import type { CallInput, CallResult, Endpoint } from '@anzai/contract';
import { v7 } from 'uuid';
import { connection, retriesMax, waitForConnection } from './connection.ts';
import { forgetKey, keepKey } from './pending-keys.ts';

export const client = createClient({ baseUrl: '', newKey: () => v7() });

const listeners = new Set<() => void>();

/** Called when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener);
}

async function renewCsrfToken(): Promise<void> {
  const session = await client.call(account.getSession, {});
  if (session.ok) client.setCsrfToken(session.value.csrfToken);
}

function isOffline(result: CallResult<Endpoint>): boolean {
  return !result.ok && 'offline' in result;
}

function hasCode(result: CallResult<Endpoint>, code: string): boolean {
  return !result.ok && 'problem' in result && result.problem.code === code;
}

/** Sends until the network answers or the retries are used up; every repetition carries the same key. */
async function sendPatiently<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<CallResult<E>> {
  let csrfRenewed = false;
  for (let retry = 0; ; retry += 1) {
    const result = await client.call(endpoint, input);
    if (hasCode(result, 'request.csrf') && !csrfRenewed) {
      csrfRenewed = true;
      await renewCsrfToken();
      continue;
    }
    const mayCome = isOffline(result) || hasCode(result, 'server.busy');
    if (!mayCome || retry >= retriesMax || input.signal?.aborted === true) return result;
    if (isOffline(result)) connection.value = 'lost';
    await waitForConnection(retry);
  }
}

/** One call to the server, repeated while the connection is lost. */
export async function callApi<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<CallResult<E>> {
  const byKey = endpoint.idempotent === 'by-key';
  const text = JSON.stringify([input.params ?? null, input.body ?? null]);
  const keyed = byKey ? { ...input, idempotencyKey: keepKey(endpoint.id, text) } : input;
  const result = await sendPatiently(endpoint, keyed);
  if (isOffline(result)) return result;
  connection.value = 'fine';
  if (byKey) forgetKey(endpoint.id);
  if (hasCode(result, 'account.signed_out')) for (const listener of listeners) listener();
  return result;
}
