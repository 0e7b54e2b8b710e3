import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../deps.ts';
import type { AuditEntry, AuditFacts } from './audit-entry.ts';

/** Key of the advisory lock under which the chain grows by one writer at a time. */
const chainLock = 4_201_967;

/** Hash before the first entry. */
export const genesisHash: Uint8Array = new Uint8Array(32);

export type ChainedEntry = {
  readonly sequence: bigint;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly facts: AuditFacts;
};

function sortFacts(facts: AuditFacts): [string, string | number | boolean | null][] {
  return Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** SHA-256 over the previous hash and the entry as a JSON array with sorted facts, so that key order cannot matter. */
export function hashEntry(previous: Uint8Array, entry: ChainedEntry): Uint8Array {
  const canonical = JSON.stringify([
    entry.sequence.toString(),
    entry.at,
    entry.actorKind,
    entry.actorId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    sortFacts(entry.facts),
  ]);
  return createHash('sha256').update(previous).update(canonical).digest();
}

function toChained(entry: AuditEntry, tail: { sequence: bigint; at: string }): ChainedEntry {
  return {
    sequence: tail.sequence,
    at: tail.at,
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    facts: entry.facts ?? {},
  };
}

/** Appends what `recordAudit` noted. The lock is taken last in every transaction, so it cannot take part in a deadlock. */
export async function writeAudit(tx: Tx): Promise<void> {
  if (tx.unit.audit.length === 0) return;
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(tx.db);
  const last = await tx.db
    .selectFrom('auditEntry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  let sequence = last?.sequence ?? 0n;
  let previousHash: Uint8Array = last?.hash ?? genesisHash;
  const at = tx.clock.now();
  const rows = tx.unit.audit.map((entry) => {
    sequence += 1n;
    const chained = toChained(entry, { sequence, at });
    const hash = hashEntry(previousHash, chained);
    const row = { ...chained, facts: JSON.stringify(chained.facts), previousHash, hash };
    previousHash = hash;
    return row;
  });
  await tx.db.insertInto('auditEntry').values(rows).execute();
}
