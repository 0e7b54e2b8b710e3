import { createClient, type CallInput, type CallResult, type Endpoint, type Problem } from '@anzai/contract';
import { signal } from '@preact/signals';
import { v7 as uuidv7 } from 'uuid';

export const client = createClient({ baseUrl: '', newKey: newId });

/** Counts how often the server said that nobody is signed in; the session listens to it. */
export const sessionLost = signal(0);

export type Failure = { readonly kind: 'problem'; readonly problem: Problem } | { readonly kind: 'offline' };

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Ids are made here, before anything is sent, so that a repeated request names the same thing. */
export function newId(): string {
  return uuidv7();
}

type Value<E extends Endpoint> = Extract<CallResult<E>, { ok: true }>['value'];

export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<Value<E>>> {
  const result: CallResult<E> = await client.call(endpoint, input);
  if (result.ok) return { ok: true, value: result.value };
  if (!('problem' in result)) return { ok: false, failure: { kind: 'offline' } };
  if (result.problem.code === 'staff.signed_out') sessionLost.value += 1;
  return { ok: false, failure: { kind: 'problem', problem: result.problem } };
}

export function problemCode(failure: Failure | null): string | null {
  return failure?.kind === 'problem' ? failure.problem.code : null;
}
