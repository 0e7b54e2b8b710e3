import '../../old-browsers.ts';
import '@anzai/ui/tokens.css';
import '@anzai/ui/base.css';
import '@anzai/ui/components.css';
import './verify.css';
import { render } from 'preact';
import { registerWorker } from '../../register-worker.ts';
import { VerifyScreen } from './verify-screen.tsx';

const root = document.getElementById('app');
if (root !== null) render(<VerifyScreen />, root);
registerWorker();
