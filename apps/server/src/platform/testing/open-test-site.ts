import { randomBytes } from 'node:crypto';
import type { FaceEngine } from '@anzai/face';
import type { FastifyInstance } from 'fastify';
import { readConfig, type Config } from '../../config.ts';
import { openVault } from '../crypto/open-vault.ts';
import type { Deps } from '../deps.ts';
import { buildHttp } from '../http/build-http.ts';
import { createHost, type AccessPorts, type Host } from '../http/host.ts';
import { createIds } from '../ids.ts';
import { createJobWorker } from '../jobs/job-worker.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { createSmsGateway } from '../outbox/create-sms-gateway.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeEngine } from './fake-engine.ts';
import { emptyDatabase, openTestDatabase } from './open-test-database.ts';

export type TestMessage = { readonly kind: string; readonly to: string; readonly text: string };

/** A server's insides over a real database, with a clock that stands still. */
export type TestSite = {
  readonly deps: Deps;
  readonly clock: FakeClock;
  readonly databaseKind: 'pglite' | 'postgres';
  /** Empties all tables. */
  reset(): Promise<void>;
  close(): Promise<void>;
  /** Runs the jobs that are due, as a server would; answers how many. */
  runJobs(host: Pick<Host, 'jobs' | 'sweeps'>): Promise<number>;
  /** Everything in the outbox, oldest first. */
  messages(): Promise<readonly TestMessage[]>;
};

export type TestSiteOptions = {
  readonly engine?: FaceEngine;
  readonly config?: Partial<Config>;
  readonly databaseUrl?: string;
};

function readTestConfig(overrides: Partial<Config>): Config {
  const secret = randomBytes(32).toString('base64');
  const env = { NODE_ENV: 'test', ANZAI_MASTER_KEY: secret, ANZAI_SESSION_SECRET: secret, ANZAI_LOG_LEVEL: 'silent' };
  return { ...readConfig(env, []), ...overrides };
}

async function listMessages(deps: Deps): Promise<readonly TestMessage[]> {
  const rows = await deps.db
    .selectFrom('outboxMessage')
    .select(['id', 'kind', 'toSealed', 'textSealed'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const open = (id: string, field: string, sealed: Uint8Array | null): string =>
    sealed === null ? '' : deps.vault.openText({ table: 'outbox_message', row: id, field }, sealed);
  return rows.map((row) => ({
    kind: row.kind,
    to: open(row.id, 'to', row.toSealed),
    text: open(row.id, 'text', row.textSealed),
  }));
}

export async function openTestSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const config = readTestConfig(options.config ?? {});
  const database = await openTestDatabase(options.databaseUrl);
  const { db } = database;
  const clock = createFakeClock();
  const deps: Deps = {
    config,
    db,
    clock,
    ids: createIds(),
    vault: await openVault({ db, clock, masterKeys: config.masterKeys }),
    engine: options.engine ?? createFakeEngine(),
    sms: createSmsGateway(config.sms),
    kicks: { jobs: () => undefined, outbox: () => undefined },
    log: createLog('silent'),
    metrics: createMetrics(),
  };
  return {
    deps,
    clock,
    databaseKind: database.kind,
    reset: () => emptyDatabase(db),
    close: () => database.close(),
    runJobs: (host) => createJobWorker(deps, host).runDue(),
    messages: () => listMessages(deps),
  };
}

/** Ports of a test that serves no principal and no capture. */
export const closedPorts: AccessPorts = {
  findPrincipal: async () => undefined,
  findCapturer: async () => undefined,
};

type Registrar = (host: Host) => void;

/** The HTTP side with the given features only; call it by `inject`. */
export async function buildTestApp(
  site: TestSite,
  registrars: readonly Registrar[],
  ports: AccessPorts = closedPorts,
): Promise<FastifyInstance> {
  const host = createHost();
  for (const register of registrars) register(host);
  return buildHttp({ deps: site.deps, host, ports, stopping: new AbortController().signal });
}
