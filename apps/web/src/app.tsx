import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { decideEntry } from './decide-entry.ts';
import { findPlace } from './screens/screen-table.tsx';
import { ConnectionBanner } from './shell/connection-banner.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { ProblemScreen } from './shell/fault-screen.tsx';
import { LoadingScreen } from './shell/loading-screen.tsx';
import { OfficeBlock } from './shell/office-block.tsx';
import { SidePanel } from './shell/side-panel.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { draft } from './state/draft.ts';
import { navigate, path } from './state/route.ts';
import { loadSession, principal, session, sessionFailed } from './state/session.ts';
import { getWords, words } from './state/texts.ts';

function Redirect({ to }: { readonly to: string }): JSX.Element {
  useEffect(() => navigate(to, 'replace'), [to]);
  return <LoadingScreen />;
}

function Content(): JSX.Element {
  const known = session.value;
  const hasPerson = principal.value !== undefined;
  const place = findPlace(path.value, hasPerson);
  if (known === undefined) {
    if (sessionFailed.value) return <ProblemScreen problem={undefined} onAgain={() => void loadSession()} />;
    return <LoadingScreen />;
  }
  const hasPhone = draft.value.phone !== undefined;
  const entry = decideEntry({ path: path.value, need: place.need, session: known, hasPerson, hasPhone });
  return entry === undefined ? <div key={path.value}>{place.show()}</div> : <Redirect to={entry} />;
}

/** The frame around every screen: bar, the screen itself, the agency. */
export function App(): JSX.Element | null {
  if (words.value === undefined) return null;
  const isBare = findPlace(path.value, principal.value !== undefined).bare === true && principal.value !== undefined;
  const content = (
    <ErrorBoundary place={path.value}>
      <Content />
    </ErrorBoundary>
  );
  if (isBare) {
    return (
      <>
        <ConnectionBanner />
        <main class="bare">{content}</main>
      </>
    );
  }
  return (
    <>
      <a class="skip" href="#main">
        {getWords().web.common.skip}
      </a>
      <div class="frame">
        <SidePanel />
        <div class="column">
          <TopBar />
          <ConnectionBanner />
          <main id="main" tabIndex={-1}>
            {content}
          </main>
          <OfficeBlock />
        </div>
      </div>
    </>
  );
}
