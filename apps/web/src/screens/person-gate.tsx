import type { Home } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ProblemScreen } from '../shell/fault-screen.tsx';
import { LoadingScreen } from '../shell/loading-screen.tsx';
import { home, loadHome } from '../state/person.ts';
import { principal } from '../state/session.ts';

type PersonGateProps = {
  readonly children: (home: Home) => JSX.Element;
  /** Ask the server again even when something is known already. */
  readonly fresh?: boolean;
};

/** Shows a screen once what is known of the person is there. */
export function PersonGate({ children, fresh = false }: PersonGateProps): JSX.Element {
  const personId = principal.value?.personId;
  const loaded = home.value;
  const isKnown = loaded.state === 'ready' && loaded.value.principal.personId === personId;
  useEffect(() => {
    if (personId !== undefined && (fresh || !isKnown)) void loadHome(personId);
  }, [personId]);
  if (isKnown) return children(loaded.value);
  if (loaded.state === 'failed') {
    return <ProblemScreen problem={loaded.problem} onAgain={() => personId !== undefined && void loadHome(personId)} />;
  }
  return <LoadingScreen />;
}
