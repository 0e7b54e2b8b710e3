import type { CallInput, CallResult, Endpoint } from '@anzai/contract';
import { useRef, useState } from 'preact/hooks';
import { call, newId, type Answer, type Failure } from './api.ts';

type Value<E extends Endpoint> = Extract<CallResult<E>, { ok: true }>['value'];

export type Command<E extends Endpoint> = {
  readonly run: (input: CallInput<E>) => Promise<Answer<Value<E>> | null>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
};

function mayHaveArrived(failure: Failure): boolean {
  return failure.kind === 'offline' || failure.problem.status >= 500;
}

/**
 * Sends a command once. A second press while it runs does nothing (null); a repeat of the same input after a lost
 * connection carries the same key, so that the server does it once.
 */
export function useCommand<E extends Endpoint>(endpoint: E): Command<E> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const unsettled = useRef<{ print: string; key: string } | null>(null);

  async function run(input: CallInput<E>): Promise<Answer<Value<E>> | null> {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setFailure(null);
    const print = JSON.stringify([input.params, input.body]);
    const key = unsettled.current?.print === print ? unsettled.current.key : newId();
    const answer = await call(endpoint, { ...input, idempotencyKey: key });
    unsettled.current = !answer.ok && mayHaveArrived(answer.failure) ? { print, key } : null;
    running.current = false;
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    return answer;
  }
  return { run, busy, failure, clear: () => setFailure(null) };
}
