import type { TestProject } from 'vitest/node';
import { runServer, type RunningServer } from './run-server.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- declaration merging works on interfaces only
  interface ProvidedContext {
    readonly serverUrl: string;
  }
}

let server: RunningServer | undefined;

/**
 * One server with demonstration data for all journeys; each journey has people of its own. With `ANZAI_E2E_URL` it is one that runs
 * already, which saves its start while a journey is being written; there a journey may run once only.
 */
export async function setup(project: TestProject): Promise<void> {
  const running = process.env['ANZAI_E2E_URL'];
  if (running !== undefined) return project.provide('serverUrl', running);
  server = await runServer();
  project.provide('serverUrl', server.url);
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
