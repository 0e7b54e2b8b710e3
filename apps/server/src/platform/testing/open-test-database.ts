import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { createDb, openPostgres } from '../db/open-database.ts';
import { pgliteParsers } from '../db/pglite-options.ts';

export type TestDatabase = { readonly db: Db; readonly kind: 'pglite' | 'postgres'; close(): Promise<void> };

/** Address of a server on which tests may create databases; unset: the embedded one. */
export const testDatabaseUrl: string | undefined = process.env['ANZAI_TEST_DATABASE_URL'];

function toTemplatePath(): string {
  const hash = createHash('sha256');
  for (const migration of readMigrations()) hash.update(migration.sha256);
  return join(tmpdir(), `anzai-test-template-${hash.digest('hex').slice(0, 16)}.tar`);
}

async function makeTemplate(path: string): Promise<void> {
  const pglite = await PGlite.create({ parsers: pgliteParsers });
  await migrate(createDb(new PGliteDialect({ pglite })));
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
  renameSync(draft, path);
}

/** Loading a migrated dump takes a fraction of migrating anew; the file's name follows the migrations. */
async function readTemplate(): Promise<Buffer<ArrayBuffer>> {
  const path = toTemplatePath();
  try {
    return readFileSync(path);
  } catch {
    await makeTemplate(path);
    return readFileSync(path);
  }
}

async function openEmbedded(): Promise<TestDatabase> {
  const loadDataDir = new Blob([await readTemplate()]);
  const db = createDb(new PGliteDialect({ pglite: await PGlite.create({ loadDataDir, parsers: pgliteParsers }) }));
  return { db, kind: 'pglite', close: () => db.destroy() };
}

async function openOnServer(url: string): Promise<TestDatabase> {
  const name = `anzai_test_${randomBytes(8).toString('hex')}`;
  const admin = openPostgres(url);
  await sql`create database ${sql.id(name)}`.execute(admin);
  const address = new URL(url);
  address.pathname = `/${name}`;
  const db = openPostgres(address.href);
  await migrate(db);
  const close = async (): Promise<void> => {
    await db.destroy();
    await sql`drop database ${sql.id(name)} with (force)`.execute(admin);
    await admin.destroy();
  };
  return { db, kind: 'postgres', close };
}

/** A migrated, empty database of its own. */
export async function openTestDatabase(url: string | undefined = testDatabaseUrl): Promise<TestDatabase> {
  return url === undefined ? openEmbedded() : openOnServer(url);
}

/** Empties every table but the migrations' and the keys'. */
export async function emptyDatabase(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('schema_migration', 'secret_key')`.execute(db);
  await db.transaction().execute(async (tx) => {
    await sql`alter table audit_entry disable trigger user`.execute(tx);
    await sql`truncate ${sql.join(rows.map((row) => sql.id(row.name)))}`.execute(tx);
    await sql`alter table audit_entry enable trigger user`.execute(tx);
  });
}
