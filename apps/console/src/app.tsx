import type { JSX } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from './components/button.tsx';
import { FailureNotice } from './components/failure-notice.tsx';
import { Notice } from './components/notice.tsx';
import { Shell } from './screens/shell/shell.tsx';
import { SignInScreen } from './screens/sign-in/sign-in-screen.tsx';
import { isSignedIn, loadSession, session, sessionFailure } from './state/session.ts';
import { texts } from './state/texts.ts';

function Crashed({ error }: { readonly error: unknown }): JSX.Element {
  const words = texts().failure;
  return (
    <main class="alone">
      <Notice
        tone="danger"
        live
        title={words.crashTitle}
        actions={<Button onPress={() => window.location.reload()}>{words.reload}</Button>}
      >
        <p>{words.crashText}</p>
        <p class="small-code">{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</p>
      </Notice>
    </main>
  );
}

/** Sign-in stands at whatever address was asked for; whoever signs in is then simply there. */
export function App(): JSX.Element {
  const [error] = useErrorBoundary();
  if (error !== undefined) return <Crashed error={error} />;
  if (session.value === null) {
    const failure = sessionFailure.value;
    return (
      <main class="alone">
        {failure === null ? (
          <p class="loading">{texts().common.loading}</p>
        ) : (
          <FailureNotice failure={failure} onRetry={() => void loadSession()} />
        )}
      </main>
    );
  }
  return isSignedIn(session.value) ? <Shell key={session.value.staff?.id} /> : <SignInScreen />;
}
