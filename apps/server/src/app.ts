import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { LateKicks } from './deps.ts';
import { accessPorts, registrars } from './features/index.ts';
import { buildHttp, type HttpOptions } from './platform/http/build-http.ts';
import { checkComplete } from './platform/http/check-complete.ts';
import { createHost } from './platform/http/host.ts';
import { createJobWorker } from './platform/jobs/job-worker.ts';
import { createOutboxSender } from './platform/outbox/outbox-sender.ts';
import type { Deps } from './platform/deps.ts';

const appsFolder = new URL('../../', import.meta.url);

/** The web applications as Vite built them. */
export const builtFolders = {
  web: fileURLToPath(new URL('web/dist', appsFolder)),
  console: fileURLToPath(new URL('console/dist', appsFolder)),
} as const;

/** One server: its HTTP side and its background work. */
export type App = {
  readonly http: FastifyInstance;
  /** Begins background work; the caller then listens. */
  start(): Promise<void>;
  /** Takes no more requests, lets those in flight and the running jobs end. */
  stop(): Promise<void>;
};

/** Puts all features together; throws when an endpoint of the contract is not served. */
export async function buildApp(deps: Deps, kicks: LateKicks, options: HttpOptions = {}): Promise<App> {
  const host = createHost();
  for (const register of registrars) register(host);
  checkComplete(host);
  const stopping = new AbortController();
  const http = await buildHttp({ deps, host, ports: accessPorts, stopping: stopping.signal }, options);
  const jobs = createJobWorker(deps, host);
  const outbox = createOutboxSender(deps);
  kicks.set({ jobs: jobs.kick, outbox: outbox.kick });
  return {
    http,
    async start() {
      await jobs.start();
      outbox.start();
    },
    async stop() {
      stopping.abort();
      await http.close();
      await Promise.all([jobs.stop(), outbox.stop()]);
    },
  };
}
