import type { Selectable } from 'kysely';
import type { AuditEntryTable } from '../db/schema.ts';
import type { Context } from '../deps.ts';
import type { AuditFacts } from './audit-entry.ts';
import { genesisHash, hashEntry } from './write-audit.ts';

const pageSize = 1000;

export type ChainReport = { readonly intact: boolean; readonly entries: number; readonly brokenAt: string | null };

type AuditRow = Selectable<AuditEntryTable>;

async function readPage(context: Context, after: bigint): Promise<readonly AuditRow[]> {
  return context.db
    .selectFrom('auditEntry')
    .selectAll()
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(pageSize)
    .execute();
}

function follows(row: AuditRow, tail: { readonly sequence: bigint; readonly hash: Uint8Array }): boolean {
  const hash = hashEntry(tail.hash, { ...row, facts: row.facts as AuditFacts });
  return (
    row.sequence === tail.sequence + 1n &&
    Buffer.compare(row.previousHash, tail.hash) === 0 &&
    Buffer.compare(row.hash, hash) === 0
  );
}

/**
 * Recomputes every hash from the first entry on. A changed, removed or inserted entry breaks the chain at its place; entries
 * cut off at the end show only against a tail hash that was written down elsewhere (`npm run audit:verify` prints it).
 */
export async function verifyChain(context: Context): Promise<ChainReport & { readonly tailHash: string }> {
  let tail = { sequence: 0n, hash: genesisHash };
  for (;;) {
    const rows = await readPage(context, tail.sequence);
    for (const row of rows) {
      if (!follows(row, tail)) {
        return { intact: false, entries: Number(tail.sequence), brokenAt: row.sequence.toString(), tailHash: '' };
      }
      tail = { sequence: row.sequence, hash: row.hash };
    }
    if (rows.length < pageSize) break;
  }
  const tailHash = Buffer.from(tail.hash).toString('hex');
  return { intact: true, entries: Number(tail.sequence), brokenAt: null, tailHash };
}
