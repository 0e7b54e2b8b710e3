import type { Problem } from '@anzai/contract';
import { useRef, useState } from 'preact/hooks';
import { problemOf } from '../state/render-problem.ts';

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false };

export type Action = {
  readonly busy: boolean;
  /** Present after a call that failed; `problem` is undefined when the network did not answer. */
  readonly failure: { readonly problem: Problem | undefined } | undefined;
  readonly run: <Value>(call: () => Promise<Answer<Value>>, then: (value: Value) => void) => void;
  readonly clear: () => void;
};

/** One press, one call: a second press while it runs does nothing. */
export function useAction(): Action {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Action['failure']>(undefined);
  const run: Action['run'] = (call, then) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    void call()
      .then((answer) => {
        if (answer.ok) then(answer.value);
        else setFailure({ problem: problemOf(answer) });
      })
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  };
  return { busy, failure, run, clear: () => setFailure(undefined) };
}
