import { addDays, startOfDay } from '@anzai/domain';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { defineSweep } from '../../../platform/jobs/job.ts';
import { findAgency, getPolicyPack } from '../../agency/index.ts';
import { destroyReplacedBefore } from '../../enrolment/index.ts';
import { destroyFingerprintsBefore, destroyPictures, listDestroyable } from '../retention-store.ts';

/** Pictures go as soon as the policy's days are over; that they went is on record. */
export const destroyFrames = defineSweep({
  name: 'destroy-frames',
  everyMs: 3_600_000,
  run: async (deps) => {
    const agency = await findAgency(deps.db);
    if (agency === undefined) return;
    const { retention, timeZone } = getPolicyPack(agency.policyId);
    const before = (days: number): string => startOfDay(addDays(deps.clock.today(), -days), timeZone);
    await transaction(deps, async (tx) => {
      const attemptIds = await listDestroyable(tx.db, {
        passedBefore: before(retention.passedFramesDays),
        otherBefore: before(retention.otherFramesDays),
        caseBefore: before(retention.caseFramesDays),
      });
      await destroyPictures(tx.db, { attemptIds, at: tx.clock.now() });
      await destroyFingerprintsBefore(tx.db, before(retention.fingerprintDays));
      await destroyReplacedBefore(tx.db, before(retention.caseFramesDays));
      for (const id of attemptIds) {
        recordAudit(tx, {
          actor: { kind: 'system', id: null },
          action: 'frames.destroyed',
          subject: { kind: 'attempt', id },
        });
      }
    });
  },
});
