import { readFileSync } from 'node:fs';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '../audit/record-audit.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { openTestSite, type TestSite } from '../testing/open-test-site.ts';
import { FolderLockedError, lockFolder } from './folder-lock.ts';
import { checkApplied, isMigrated, migrate, readMigrations, splitStatements } from './migrate.ts';
import { toInstant } from './parsers.ts';
import { renderSchema } from './render-schema.ts';
import { transaction } from './transaction.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('values from the database', () => {
  it('are bigint, a day as text and an instant in UTC, on either driver', async () => {
    const { rows } = await sql`
      select 5::int8 as small, 9007199254740993::int8 as large, '2026-01-01'::date as day,
        '2026-01-01 00:00:00+08'::timestamptz as moment, '{"snakeCase": {"a_b": 1}}'::jsonb as json_value,
        array['a', 'b'] as words, '\\x0102'::bytea as bytes`.execute(site.deps.db);
    expect(rows[0]).toMatchObject({
      small: 5n,
      large: 9007199254740993n,
      day: '2026-01-01',
      moment: '2025-12-31T16:00:00.000Z',
      jsonValue: { snakeCase: { a_b: 1 } },
      words: ['a', 'b'],
    });
    expect(Buffer.from((rows[0] as { bytes: Uint8Array }).bytes)).toEqual(Buffer.from([1, 2]));
  });

  it('keep instants with half-hour zones and fractions', () => {
    expect(toInstant('2026-03-01 10:00:00.5+05:30')).toBe('2026-03-01T04:30:00.500Z');
    expect(toInstant('2026-03-01 10:00:00+00')).toBe('2026-03-01T10:00:00.000Z');
  });
});

describe('migrations', () => {
  it('are the files that were written down, without gaps inside a block of ten and unchanged', () => {
    const written: unknown = JSON.parse(
      readFileSync(new URL('../../migrations/checksums.json', import.meta.url), 'utf8'),
    );
    expect(Object.fromEntries(readMigrations().map((each) => [each.name, each.sha256]))).toEqual(written);
  });

  it('do nothing the second time', async () => {
    expect(await migrate(site.deps.db)).toEqual([]);
    expect(await isMigrated(site.deps.db)).toBe(true);
  });

  it('stop a server that is older than its database, or whose files were changed', () => {
    const migrations = [{ name: '0001-a', text: '', sha256: 'x' }];
    expect(() => checkApplied(new Map([['0002-b', 'y']]), migrations)).toThrow('newer than this server');
    expect(() => checkApplied(new Map([['0001-a', 'y']]), migrations)).toThrow('changed after');
    expect(() => checkApplied(new Map([['0001-a', 'x']]), migrations)).not.toThrow();
  });

  it('leave nothing of a failed one', async () => {
    const broken = {
      name: '9999-broken',
      text: 'create table half (id int);\nselect no_such_function();\n',
      sha256: '',
    };
    await expect(migrate(site.deps.db, [...readMigrations(), broken])).rejects.toThrow('no_such_function');
    const { rows } = await sql`select 1 from information_schema.tables where table_name = 'half'`.execute(site.deps.db);
    expect(rows).toEqual([]);
  });

  it('give the row types that the code is compiled against', async () => {
    const committed = readFileSync(new URL('./schema.ts', import.meta.url), 'utf8');
    expect(await renderSchema(site.deps.db)).toBe(committed);
  });

  it('are taken apart at statements, not inside functions', () => {
    const text = '-- note;\ncreate table a (\n  b int\n);\ncreate function f() as $$\nbegin;\nend;\n$$;\n';
    expect(splitStatements(text)).toHaveLength(2);
    expect(() => splitStatements('create table a (')).toThrow('unfinished');
  });
});

describe('a transaction', () => {
  it('joins the one that is open, and runs what waits for the commit once', async () => {
    await site.reset();
    const done: string[] = [];
    const callback = (): void => void done.push('committed');
    await transaction(site.deps, async (tx) => {
      tx.unit.afterCommit.push(callback);
      await transaction(tx, async (inner) => {
        expect(inner).toBe(tx);
        inner.unit.afterCommit.push(callback);
      });
      expect(done).toEqual([]);
    });
    expect(done).toEqual(['committed']);
  });

  it('keeps neither state nor trail nor callbacks when it breaks', async () => {
    await site.reset();
    const done: string[] = [];
    const broken = transaction(site.deps, async (tx) => {
      recordAudit(tx, { actor: { kind: 'system', id: null }, action: 'a', subject: { kind: 's', id: '1' } });
      tx.unit.afterCommit.push(() => void done.push('committed'));
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(done).toEqual([]);
    expect(await verifyChain(site.deps)).toMatchObject({ entries: 0 });
  });

  it('chains the entries of forty writers at once without a gap', async () => {
    await site.reset();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        transaction(site.deps, async (tx) => {
          const entry = { actor: { kind: 'system', id: null }, action: 'a.b', subject: { kind: 's', id: `${index}` } };
          recordAudit(tx, { ...entry, actor: { kind: 'system', id: null }, facts: { z: 1, a: index } });
          recordAudit(tx, { ...entry, actor: { kind: 'staff', id: 'x' } });
          await sql`select pg_sleep(0.001)`.execute(tx.db);
        }),
      ),
    );
    expect(await verifyChain(site.deps)).toMatchObject({ intact: true, entries: 80 });
  });

  it('runs again after the database chose it as a deadlock’s victim', async () => {
    let tries = 0;
    const value = await transaction(site.deps, async () => {
      tries += 1;
      if (tries === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      return 'done';
    });
    expect([value, tries]).toEqual(['done', 2]);
  });
});

describe('the folder of the embedded database', () => {
  it('is taken by one process, and told so to the next; a dead one’s lock is no obstacle', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anzai-lock-'));
    // The parent of this process is alive and is not this process.
    writeFileSync(join(folder, 'server.lock'), `${process.ppid}\n`);
    expect(() => lockFolder(folder)).toThrow(FolderLockedError);
    writeFileSync(join(folder, 'server.lock'), '999999999\n');
    const lock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['server.lock']);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
