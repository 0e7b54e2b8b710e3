import { writeAudit } from '../audit/write-audit.ts';
import type { Context, Deps, Tx, UnitOfWork } from '../deps.ts';

function isTx(deps: Context): deps is Tx {
  return 'unit' in deps;
}

/** Serialisation failure and deadlock: nothing was kept, and the same work may succeed at once. */
const repeatable = new Set(['40001', '40P01']);
const triesMax = 4;

function isRepeatable(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && repeatable.has(String(fault.code));
}

async function runUnit<T>(deps: Deps, work: (tx: Tx) => Promise<T>): Promise<T> {
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

/**
 * Runs `work` in one transaction: state, audit entries and outgoing messages are kept together or not at all. Called
 * with a `Tx` it joins the transaction that is open. A returned refusal commits (a wrong code must be counted);
 * a thrown fault rolls back. `work` must use only the `Tx` it is given: the embedded database has one connection, and
 * the outer one would wait for this transaction for ever. It may run again after a deadlock, so it changes nothing outside.
 */
export async function transaction<T>(deps: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTx(deps)) return work(deps);
  for (let tries = 1; ; tries += 1) {
    try {
      return await runUnit(deps, work);
    } catch (fault) {
      if (tries >= triesMax || !isRepeatable(fault)) throw fault;
    }
  }
}
