import { PGlite } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, PGliteDialect, PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import type { Db } from './database.ts';
import { toInstant } from './parsers.ts';
import { pgliteParsers } from './pglite-options.ts';
import type { Database } from './schema.ts';

const connectionsMax = 10;
const statementTimeoutMs = 30_000;

/** A database over either dialect. Columns are snake_case in SQL and camelCase here; JSON inside columns is left as it is. */
export function createDb(dialect: Dialect): Db {
  return new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}

function createPgTypes(): pg.CustomTypesConfig {
  const parsers = new Map<number, (text: string) => unknown>([
    [pg.types.builtins.INT8, BigInt],
    [pg.types.builtins.DATE, (text) => text],
    [pg.types.builtins.TIMESTAMPTZ, toInstant],
  ]);
  return {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      parsers.get(oid) ?? (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown),
  };
}

/** A pool on PostgreSQL 15 or newer. */
export function openPostgres(url: string): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    types: createPgTypes(),
    options: '-c TimeZone=UTC',
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
  });
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return createDb(new PostgresDialect({ pool }));
}

/** The embedded database; `dataDir` undefined keeps it in memory. The caller holds the folder's lock. */
export async function openPglite(dataDir: string | undefined): Promise<Db> {
  const pglite = await PGlite.create({ ...(dataDir === undefined ? {} : { dataDir }), parsers: pgliteParsers });
  return createDb(new PGliteDialect({ pglite }));
}
