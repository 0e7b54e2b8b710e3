import type { z } from 'zod';
import type { Tx } from '../deps.ts';
import { insertJob, type EnqueueOptions, type JobDefinition } from './job.ts';

type JobOrder<P extends z.ZodType> = {
  readonly job: JobDefinition<P>;
  readonly payload: z.input<P>;
} & EnqueueOptions;

/** Enqueues within the command's transaction; the own process is woken at the commit. */
export async function enqueueJob<P extends z.ZodType>(tx: Tx, order: JobOrder<P>): Promise<boolean> {
  const { job, payload, ...options } = order;
  return insertJob(tx, { name: job.name, payload: job.payload.parse(payload), triesMax: job.triesMax, options });
}
