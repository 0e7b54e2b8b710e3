import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Failure } from './api.ts';

export type Resource<T> = {
  /** The last good answer; kept while it is read again, so that a list does not flicker. */
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly reload: () => void;
  /** Puts a newer value in place without asking again. */
  readonly replace: (value: T) => void;
};

/** Reads something whenever `key` changes; a late answer to an earlier question is dropped. */
export function useResource<T>(key: string, read: () => Promise<Answer<T>>): Resource<T> {
  const [state, setState] = useState<{ value: T | null; failure: Failure | null; loading: boolean; key: string }>({
    value: null,
    failure: null,
    loading: true,
    key,
  });
  const [round, setRound] = useState(0);
  const asked = useRef(0);
  useEffect(() => {
    const mine = ++asked.current;
    setState((before) => ({ ...before, loading: true, failure: null }));
    void read().then((answer) => {
      if (mine !== asked.current) return;
      setState((before) =>
        answer.ok
          ? { value: answer.value, failure: null, loading: false, key }
          : { ...before, failure: answer.failure, loading: false },
      );
    });
    return () => void asked.current++;
  }, [key, round]);
  return {
    value: state.value,
    failure: state.failure,
    loading: state.loading,
    reload: () => setRound((before) => before + 1),
    replace: (value) => setState({ value, failure: null, loading: false, key }),
  };
}
