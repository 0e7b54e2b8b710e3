/**
 * The audit trail as the console reads it, and the check of its hash chain.
 * Called by auditors and administrators. State: none of its own; the platform writes the trail.
 */
import { counter } from '@anzai/contract';
import { ok } from '@anzai/domain';
import type { z } from 'zod';
import { listEntries, type EntryRow } from '../../platform/audit/list-entries.ts';
import { verifyChain } from '../../platform/audit/verify-chain.ts';
import { bind, type Host } from '../../platform/http/host.ts';

type AuditRow = z.infer<typeof counter.AuditRow>;

function toAuditRow(row: EntryRow): AuditRow {
  return {
    sequence: row.sequence.toString(),
    at: row.at,
    actorKind: row.actorKind as AuditRow['actorKind'],
    actorName: row.staffName ?? '',
    action: row.action,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    hash: Buffer.from(row.hash).toString('hex'),
  };
}

function toSequence(after: string | undefined): { before?: bigint } {
  return after !== undefined && /^\d{1,18}$/.test(after) ? { before: BigInt(after) } : {};
}

export function registerAudit(host: Host): void {
  bind(host, counter.listAudit, async (deps, { query }) => {
    const { after, limit, action, subjectId } = query;
    const rows = await listEntries(deps.db, {
      ...toSequence(after),
      limit: limit + 1,
      ...(action === undefined ? {} : { action }),
      ...(subjectId === undefined ? {} : { subjectId }),
    });
    const entries = rows.slice(0, limit).map(toAuditRow);
    return ok({ entries, next: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null });
  });
  bind(host, counter.verifyAudit, async (deps) => {
    const { intact, entries, brokenAt } = await verifyChain(deps);
    return ok({ intact, entries, brokenAt });
  });
}
