import type { Db } from '../../platform/db/database.ts';

const pageMax = 500;

export type RetentionDays = {
  /** Instants before which attempts of each kind must have ended for their frames to go. */
  readonly passedBefore: string;
  readonly otherBefore: string;
  readonly caseBefore: string;
};

/** Ended attempts whose pictures have served their purpose. Those of a case wait until it is closed, and longer. */
export async function listDestroyable(db: Db, days: RetentionDays): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('attempt')
    .select('attempt.id')
    .where('attempt.framesDestroyedAt', 'is', null)
    .where('attempt.endedAt', 'is not', null)
    .where((eb) => {
      const inCase = eb.exists(
        eb.selectFrom('caseAttempt').select('caseAttempt.caseId').whereRef('caseAttempt.attemptId', '=', 'attempt.id'),
      );
      const inRecentCase = eb.exists(
        eb
          .selectFrom('caseAttempt')
          .innerJoin('reviewCase', 'reviewCase.id', 'caseAttempt.caseId')
          .select('reviewCase.id')
          .whereRef('caseAttempt.attemptId', '=', 'attempt.id')
          .where((or) =>
            or.or([or('reviewCase.closedAt', 'is', null), or('reviewCase.closedAt', '>=', days.caseBefore)]),
          ),
      );
      const isPassed = eb('attempt.decision', '=', 'passed');
      return eb.or([
        eb.and([eb.not(inCase), isPassed, eb('attempt.endedAt', '<', days.passedBefore)]),
        eb.and([
          eb.not(inCase),
          eb.or([eb('attempt.decision', 'is', null), eb('attempt.decision', '<>', 'passed')]),
          eb('attempt.endedAt', '<', days.otherBefore),
        ]),
        eb.and([inCase, eb.not(inRecentCase)]),
      ]);
    })
    .orderBy('attempt.endedAt')
    .limit(pageMax)
    .execute();
  return rows.map((row) => row.id);
}

export async function destroyPictures(
  db: Db,
  change: { readonly attemptIds: readonly string[]; readonly at: string },
): Promise<void> {
  if (change.attemptIds.length === 0) return;
  const ids = [...change.attemptIds];
  await db.updateTable('attemptFrame').set({ pictureSealed: null }).where('attemptId', 'in', ids).execute();
  await db.updateTable('attempt').set({ framesDestroyedAt: change.at }).where('id', 'in', ids).execute();
}

export async function destroyFingerprintsBefore(db: Db, before: string): Promise<void> {
  await db
    .updateTable('attemptFrame')
    .set({ fingerprint: null })
    .where('receivedAt', '<', before)
    .where('fingerprint', 'is not', null)
    .execute();
}
