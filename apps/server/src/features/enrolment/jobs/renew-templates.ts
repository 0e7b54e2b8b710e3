import { z } from 'zod';
import { transaction } from '../../../platform/db/transaction.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { defineJob, defineSweep } from '../../../platform/jobs/job.ts';
import { renewTemplate } from '../commands/renew-template.ts';
import { listOutdated } from '../store.ts';

const pageMax = 200;

export const renewOneTemplate = defineJob({
  name: 'renew-template',
  payload: z.strictObject({ enrolmentId: z.uuid() }),
  leaseMs: 60_000,
  triesMax: 3,
  run: async (deps, payload) => {
    await renewTemplate(deps, payload.enrolmentId);
  },
});

/** After a change of the model pack: one job per template that waits. A key per embedder lets a failed one rest. */
export const renewTemplates = defineSweep({
  name: 'renew-templates',
  everyMs: 300_000,
  run: async (deps) => {
    const { embedder } = deps.engine.info;
    const ids = await listOutdated(deps.db, { embedder, limit: pageMax });
    if (ids.length === 0) return;
    await transaction(deps, async (tx) => {
      for (const enrolmentId of ids) {
        const key = `${enrolmentId}/${embedder.id}/${embedder.version}`;
        await enqueueJob(tx, { job: renewOneTemplate, payload: { enrolmentId }, key });
      }
    });
  },
});
