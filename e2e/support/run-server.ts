import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = resolve(import.meta.dirname, '..', '..');

/** Time for a first start: migrations, the built-in models' conversion, demonstration data. */
const startTimeoutMs = 150_000;

export type RunningServer = {
  readonly url: string;
  readonly dataFolder: string;
  /** What the server has printed so far. */
  output(): string;
  /** Ends it as an operator would, and waits until it is gone. */
  stop(): Promise<void>;
  /** Holds it still, as a machine that hangs; `wake` lets it go on. */
  freeze(): void;
  wake(): void;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function waitUntilReady(url: string, process: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    if (process.exitCode !== null) throw new Error(`the server stopped while starting:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(200);
  }
  throw new Error(`the server was not ready in time:\n${output()}`);
}

/** The product as a user starts it, on a port and a data folder of its own. */
export async function runServer(env: Record<string, string> = {}, dataFolder?: string): Promise<RunningServer> {
  const port = await findFreePort();
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'anzai-e2e-'));
  const child = spawn(join(root, 'node_modules/.bin/node'), ['apps/server/src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      ANZAI_DATA: folder,
      ANZAI_MODELS: process.env['ANZAI_MODELS'] ?? join(root, '.cache', 'models-builtin'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
    if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  await waitUntilReady(url, child, () => text);
  return {
    url,
    dataFolder: folder,
    output: () => text,
    stop: () => end('SIGTERM'),
    freeze: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    kill: () => end('SIGKILL'),
  };
}
