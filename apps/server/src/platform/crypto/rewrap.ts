import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { readKeyVersion, rewrapEnvelope } from './envelope.ts';
import type { MasterKey } from './master-keys.ts';

const batchSize = 200;

type SealedColumn = { readonly tableName: string; readonly columnName: string };

/** Every encrypted column, known by its name's ending. */
export async function listSealedColumns(db: Db): Promise<readonly SealedColumn[]> {
  const { rows } = await sql<SealedColumn>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and column_name like '%\\_sealed' and udt_name = 'bytea'
    order by table_name, column_name`.execute(db);
  return rows;
}

function toVersionBytes(version: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(version);
  return bytes;
}

/** Re-wraps one batch and answers its size; rows in use are locked for the moment and never skipped. */
async function rewrapBatch(db: Db, column: SealedColumn, masterKeys: readonly MasterKey[]): Promise<number> {
  const table = sql.table(column.tableName);
  const sealed = sql.ref(column.columnName);
  const current = toVersionBytes(masterKeys[0]?.version ?? 0);
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ place: string; sealed: Uint8Array }>`
      select ctid::text as place, ${sealed} as sealed from ${table}
      where ${sealed} is not null and substring(${sealed} from 2 for 4) <> ${current}
      limit ${sql.lit(batchSize)} for update`.execute(tx);
    for (const row of rows) {
      const next = rewrapEnvelope(masterKeys, row.sealed);
      await sql`update ${table} set ${sealed} = ${next} where ctid = ${row.place}::tid`.execute(tx);
    }
    return rows.length;
  });
}

export type RewrapReport = { readonly column: string; readonly rewrapped: number };

/**
 * Wraps every data key by the current master key, batch by batch while servers run. Afterwards the older master keys may
 * be taken out of the configuration. Values themselves are not decrypted.
 */
export async function rewrapAll(db: Db, masterKeys: readonly MasterKey[]): Promise<readonly RewrapReport[]> {
  const reports: RewrapReport[] = [];
  for (const column of await listSealedColumns(db)) {
    let rewrapped = 0;
    for (let size = batchSize; size === batchSize; rewrapped += size) size = await rewrapBatch(db, column, masterKeys);
    reports.push({ column: `${column.tableName}.${column.columnName}`, rewrapped });
  }
  return reports;
}

/** Versions of master keys under which anything is still wrapped, for the check after a rotation. */
export async function listKeyVersions(db: Db): Promise<readonly number[]> {
  const versions = new Set<number>();
  for (const column of await listSealedColumns(db)) {
    const sealed = sql.ref(column.columnName);
    const { rows } = await sql<{ head: Uint8Array }>`
      select distinct on (substring(${sealed} from 1 for 5)) substring(${sealed} from 1 for 65) as head
      from ${sql.table(column.tableName)} where ${sealed} is not null`.execute(db);
    for (const row of rows) versions.add(readKeyVersion(row.head));
  }
  return [...versions].toSorted((a, b) => a - b);
}
