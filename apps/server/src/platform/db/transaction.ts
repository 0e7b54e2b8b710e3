import { writeAudit } from '../audit/write-audit.ts';
import type { Deps, Tx, UnitOfWork } from '../deps.ts';

function isTx(deps: Deps | Tx): deps is Tx {
  return 'unit' in deps;
}

/**
 * Runs `work` in one transaction: state, audit entries and outgoing messages are kept together or not at all. Called
 * with a `Tx` it joins the transaction that is open. A returned refusal commits (a wrong code must be counted);
 * a thrown fault rolls back. `work` must use only the `Tx` it is given: the embedded database has one connection, and
 * the outer one would wait for this transaction for ever.
 */
export async function transaction<T>(deps: Deps | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTx(deps)) return work(deps);
  const unit: UnitOfWork = { audit: [], afterCommit: [] };
  const result = await deps.db.transaction().execute(async (db) => {
    const tx: Tx = { ...deps, db, unit };
    const value = await work(tx);
    await writeAudit(tx);
    return value;
  });
  for (const callback of new Set(unit.afterCommit)) callback();
  return result;
}
