import { render } from 'preact';
import { App } from './app.tsx';
import { loadAgency } from './state/agency.ts';
import { startRouting } from './state/route.ts';
import { loadSession, watchSession } from './state/session.ts';
import { startShortcuts } from './state/shortcuts.ts';
import { startTexts } from './state/texts.ts';
import { startTheme } from './state/theme.ts';
import './styles/index.css';

async function start(): Promise<void> {
  startTheme();
  startRouting();
  startShortcuts();
  watchSession();
  void loadAgency();
  await Promise.all([startTexts(), loadSession()]);
  const root = document.getElementById('app');
  if (root !== null) render(<App />, root);
}

void start();
