import { msBetween } from '@anzai/domain';
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { getPolicy } from '../../agency/index.ts';
import { settleAttempt } from '../commands/settle-attempt.ts';
import { judge } from '../judge.ts';
import { findAttemptRow } from '../store.ts';

/** An engine in trouble is asked again for this long; then the person is told to try once more, at no cost to them. */
const patienceMs = 45_000;

/** Judges one submitted attempt. Run twice, by two servers or after a crash, it settles the attempt once. */
export const judgeAttemptJob = defineJob({
  name: 'judge-attempt',
  payload: z.strictObject({ attemptId: z.uuid() }),
  // Short, because a person waits: when a server dies another one takes over within seconds.
  leaseMs: 15_000,
  triesMax: 8,
  run: async (deps, { attemptId }) => {
    const attempt = await findAttemptRow(deps.db, attemptId);
    if (attempt === undefined || attempt.state !== 'submitted' || attempt.submittedAt === null) return;
    const judged = await judge(deps, attempt, await getPolicy(deps));
    const { judgement } = judged;
    if ('liveness' in judgement) {
      for (const [stage, ms] of Object.entries(judgement.stagesMs)) deps.metrics.stageMs.observe({ stage }, ms);
    } else if (msBetween(attempt.submittedAt, deps.clock.now()) < patienceMs) {
      throw new Error(`The face engine could not answer: ${judgement.code}`);
    }
    await settleAttempt(deps, attemptId, judged);
  },
});
