import type { FaceEngine } from '@anzai/face';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { createSystemClock } from './platform/clock.ts';
import { openVault } from './platform/crypto/open-vault.ts';
import { lockFolder } from './platform/db/folder-lock.ts';
import { migrate } from './platform/db/migrate.ts';
import { openPglite, openPostgres } from './platform/db/open-database.ts';
import type { Db } from './platform/db/database.ts';
import type { Deps, Kicks } from './platform/deps.ts';
import { createIds } from './platform/ids.ts';
import { createLog } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { createSmsGateway } from './platform/outbox/create-sms-gateway.ts';

export type { Context, Deps, Tx } from './platform/deps.ts';

/** Kicks whose targets are set once the workers exist; the workers themselves need the deps. */
export type LateKicks = Kicks & { readonly set: (kicks: Kicks) => void };

function createLateKicks(): LateKicks {
  let target: Kicks = { jobs: () => undefined, outbox: () => undefined };
  return { jobs: () => target.jobs(), outbox: () => target.outbox(), set: (kicks) => void (target = kicks) };
}

type OpenDb = { readonly db: Db; readonly close: () => Promise<void> };

async function openDb(config: Config): Promise<OpenDb> {
  if (config.databaseUrl !== null) {
    const db = openPostgres(config.databaseUrl);
    return { db, close: () => db.destroy() };
  }
  const lock = lockFolder(config.dataDir);
  try {
    const db = await openPglite(join(config.dataDir, 'database'));
    const close = async (): Promise<void> => {
      await db.destroy();
      lock.release();
    };
    return { db, close };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

export type OpenDeps = { readonly deps: Deps; readonly kicks: LateKicks; readonly close: () => Promise<void> };

/** Opens the database, brings it up to date, and then everything that stands on it. The engine comes up meanwhile. */
export async function openDeps(config: Config, openEngine: () => Promise<FaceEngine>): Promise<OpenDeps> {
  const { db, close } = await openDb(config);
  try {
    const engineOpening = openEngine();
    // Awaited below; a failure before that must not count as unhandled.
    engineOpening.catch(() => undefined);
    await migrate(db);
    const clock = createSystemClock(config.timeZone);
    const vault = await openVault({ db, clock, masterKeys: config.masterKeys });
    const engine = await engineOpening;
    const kicks = createLateKicks();
    const deps: Deps = {
      config,
      db,
      clock,
      ids: createIds(),
      vault,
      engine,
      sms: createSmsGateway(config.sms),
      kicks,
      log: createLog(config.logLevel),
      metrics: createMetrics(),
    };
    const closeAll = async (): Promise<void> => {
      await engine.close();
      await close();
    };
    return { deps, kicks, close: closeAll };
  } catch (fault) {
    await close();
    throw fault;
  }
}
