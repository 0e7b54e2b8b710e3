import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { isMigrated } from '../db/migrate.ts';
import { renderOpenapi } from './render-openapi.ts';
import type { ServerParts } from './server-parts.ts';

type Check = { readonly name: string; readonly ok: boolean };

async function check(name: string, probe: () => Promise<boolean>): Promise<Check> {
  try {
    return { name, ok: await probe() };
  } catch {
    return { name, ok: false };
  }
}

async function checkAll({ deps, stopping }: ServerParts): Promise<readonly Check[]> {
  return [
    await check('database', async () => (await sql`select 1`.execute(deps.db)).rows.length === 1),
    await check('migrations', () => isMigrated(deps.db)),
    { name: 'engine', ok: deps.engine.info.threads > 0 },
    { name: 'running', ok: !stopping.aborted },
  ];
}

/** Sizes of the queues, read when someone asks. */
async function measureQueues(deps: Deps): Promise<void> {
  const { queue } = deps.metrics;
  queue.reset();
  const jobs = await deps.db
    .selectFrom('job')
    .select(({ fn }) => ['state', fn.countAll<bigint>().as('count')])
    .where('state', '!=', 'done')
    .groupBy('state')
    .execute();
  const messages = await deps.db
    .selectFrom('outboxMessage')
    .select(({ fn }) => ['state', fn.countAll<bigint>().as('count')])
    .where('state', '!=', 'sent')
    .groupBy('state')
    .execute();
  for (const row of jobs) queue.set({ queue: 'jobs', state: row.state }, Number(row.count));
  for (const row of messages) queue.set({ queue: 'outbox', state: row.state }, Number(row.count));
}

/** What operators and machines ask: alive, ready, measures, and the description of the interface. */
export function addOperations(app: FastifyInstance, parts: ServerParts): void {
  const { deps } = parts;
  let openapi: string | undefined;
  app.get('/healthz', { config: { endpointId: 'healthz' } }, async () => ({ ok: true }));
  app.get('/readyz', { config: { endpointId: 'readyz' } }, async (_request, reply) => {
    const checks = await checkAll(parts);
    const ok = checks.every((each) => each.ok);
    return reply.code(ok ? 200 : 503).send({ ok, checks });
  });
  app.get('/metrics', { config: { endpointId: 'metrics' } }, async (_request, reply) => {
    await measureQueues(deps);
    return reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
  });
  app.get('/openapi.json', { config: { endpointId: 'openapi' } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((openapi ??= JSON.stringify(renderOpenapi()))),
  );
}
