import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from './database.ts';

const migrationLock = 4_201_966;
const folder = new URL('../../migrations/', import.meta.url);

export type Migration = { readonly name: string; readonly text: string; readonly sha256: string };

/** The SQL files in order. Their checksums stand in `migrations/checksums.json`, and a test keeps them true. */
export function readMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .toSorted()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return { name: file.slice(0, -4), text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

/** Statements of one file, apart, because the wire protocol with parameters takes one at a time. `$$` bodies stay whole. */
export function splitStatements(text: string): readonly string[] {
  const statements: string[] = [];
  let current = '';
  let quoted = false;
  for (const line of text.split('\n')) {
    if (!quoted && /^\s*(--.*)?$/.test(line)) continue;
    if ((line.match(/\$\$/g) ?? []).length % 2 === 1) quoted = !quoted;
    current += `${line}\n`;
    if (!quoted && /;\s*$/.test(line)) {
      statements.push(current.trim());
      current = '';
    }
  }
  if (current.trim() !== '') throw new Error(`unfinished statement: ${current.trim().slice(0, 80)}`);
  return statements;
}

/** Asked first whether its table is there, so that the servers' role needs no right to create anything. */
async function readApplied(db: Db): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ present: boolean }>`select to_regclass('schema_migration') is not null as present`.execute(
    db,
  );
  if (found.rows[0]?.present !== true) {
    await sql`create table schema_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`.execute(db);
  }
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migration`.execute(db);
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

/** Throws when the database went through a file that is missing here or reads differently now. */
export function checkApplied(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((each) => [each.name, each.sha256]));
  for (const [name, sha256] of applied) {
    const present = known.get(name);
    if (present === undefined) throw new Error(`The database is newer than this server: it has migration ${name}.`);
    if (present !== sha256) throw new Error(`Migration ${name} was changed after it was applied.`);
  }
}

/** Applies what is missing, all in one transaction and one server at a time; answers the names applied now. */
export async function migrate(db: Db, migrations: readonly Migration[] = readMigrations()): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
    const applied = await readApplied(tx);
    checkApplied(applied, migrations);
    const missing = migrations.filter((each) => !applied.has(each.name));
    for (const migration of missing) {
      for (const statement of splitStatements(migration.text)) await sql.raw(statement).execute(tx);
      await sql`insert into schema_migration (name, sha256) values (${migration.name}, ${migration.sha256})`.execute(
        tx,
      );
    }
    return missing.map((each) => each.name);
  });
}

/** Whether every migration of this server is applied. */
export async function isMigrated(db: Db): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(db);
  const applied = new Set(rows.map((row) => row.name));
  return readMigrations().every((each) => applied.has(each.name));
}
