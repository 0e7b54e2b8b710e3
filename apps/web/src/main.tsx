import './old-browsers.ts';
import '@anzai/ui/tokens.css';
import '@anzai/ui/base.css';
import '@anzai/ui/components.css';
import './styles/frame.css';
import './styles/screens.css';
import './styles/print.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { registerWorker } from './register-worker.ts';
import { loadAgency } from './state/agency.ts';
import { applyTextSize } from './state/preferences.ts';
import { startRouting } from './state/route.ts';
import { loadSession } from './state/session.ts';
import { startTexts } from './state/texts.ts';

async function start(): Promise<void> {
  applyTextSize();
  startRouting();
  void loadAgency();
  void loadSession();
  await startTexts();
  const root = document.getElementById('app');
  if (root === null) return;
  root.textContent = '';
  render(<App />, root);
  registerWorker();
}

void start();
