import type { Db } from '../../platform/db/database.ts';

export async function insertCaseAttempts(db: Db, caseId: string, attemptIds: readonly string[]): Promise<void> {
  if (attemptIds.length === 0) return;
  await db
    .insertInto('caseAttempt')
    .values(attemptIds.map((attemptId) => ({ caseId, attemptId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listCaseAttemptIds(db: Db, caseId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('caseAttempt').select('attemptId').where('caseId', '=', caseId).execute();
  return rows.map((row) => row.attemptId);
}

export type CaseOther = {
  readonly caseId: string;
  readonly personId: string;
  readonly enrolmentId: string;
  readonly scoreSealed: Uint8Array;
};

export async function insertCaseOthers(db: Db, others: readonly CaseOther[]): Promise<void> {
  if (others.length === 0) return;
  await db
    .insertInto('caseOther')
    .values([...others])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listCaseOthers(db: Db, caseId: string): Promise<readonly CaseOther[]> {
  return db.selectFrom('caseOther').selectAll().where('caseId', '=', caseId).execute();
}

export type DecisionRow = {
  readonly id: string;
  readonly caseId: string;
  readonly staffId: string;
  readonly decision: string;
  readonly reasonSealed: Uint8Array;
  readonly createdAt: string;
};

export async function insertDecision(db: Db, decision: DecisionRow): Promise<void> {
  await db.insertInto('caseDecision').values(decision).execute();
}

export async function listDecisions(db: Db, caseIds: readonly string[]): Promise<readonly DecisionRow[]> {
  if (caseIds.length === 0) return [];
  return db
    .selectFrom('caseDecision')
    .selectAll()
    .where('caseId', 'in', [...caseIds])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
