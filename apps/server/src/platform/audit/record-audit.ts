import type { Tx } from '../deps.ts';
import type { AuditEntry } from './audit-entry.ts';

/**
 * Notes an entry, written when the transaction ends: the chain has one tail, which is locked for as short as can be.
 */
export function recordAudit(tx: Tx, entry: AuditEntry): void {
  tx.unit.audit.push(entry);
}
