import { z } from 'zod';
import { addMs } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { transaction } from '../db/transaction.ts';
import { renderFault } from '../log.ts';
import { decideBackoffMs, Pump } from '../queue/pump.ts';
import { insertJob, type JobDefinition, type SweepDefinition } from './job.ts';
import { claimJob, endJob, renewLease, type ClaimedJob } from './job-store.ts';

const concurrencyMax = 4;
const pollMs = 1000;
const backoff = { firstMs: 2000, longestMs: 3_600_000 } as const;
const sweepLeaseMs = 120_000;
const sweepPrefix = 'sweep:';

type Runnable = JobDefinition & { readonly everyMs?: number };

type Work = { readonly jobs: readonly JobDefinition[]; readonly sweeps: readonly SweepDefinition[] };

function toRunnable(sweep: SweepDefinition): Runnable {
  return {
    name: sweepPrefix + sweep.name,
    payload: z.strictObject({}),
    leaseMs: sweepLeaseMs,
    triesMax: 1,
    everyMs: sweep.everyMs,
    run: (deps) => sweep.run(deps),
  };
}

function indexByName(work: Work): ReadonlyMap<string, Runnable> {
  const byName = new Map<string, Runnable>();
  for (const runnable of [...work.jobs, ...work.sweeps.map(toRunnable)]) {
    if (byName.has(runnable.name)) throw new Error(`Job ${runnable.name} is defined twice`);
    byName.set(runnable.name, runnable);
  }
  return byName;
}

function toErrorText(fault: unknown): string {
  const { type, faultCode } = renderFault(fault);
  return [type, faultCode].filter((part) => typeof part === 'string').join(' ');
}

type Run = { readonly runnable: Runnable; readonly job: ClaimedJob };

async function endRun(deps: Deps, { runnable, job }: Run, fault: unknown): Promise<void> {
  const now = deps.clock.now();
  const error = fault === undefined ? null : toErrorText(fault);
  deps.metrics.jobs.inc({ job: runnable.name, result: error === null ? 'done' : 'fault' });
  if (runnable.everyMs !== undefined) {
    await endJob(deps, job, { state: 'queued', runAt: addMs(now, runnable.everyMs), error, tries: 0 });
  } else if (error === null) {
    await endJob(deps, job, { state: 'done' });
  } else if (job.tries >= job.triesMax) {
    await endJob(deps, job, { state: 'failed', error });
  } else {
    const runAt = addMs(now, decideBackoffMs(job.tries, backoff));
    await endJob(deps, job, { state: 'queued', runAt, error, tries: job.tries });
  }
}

async function runJob(deps: Deps, run: Run): Promise<void> {
  const { runnable, job } = run;
  const renewal = setInterval(() => {
    renewLease(deps, job, runnable.leaseMs).catch((fault: unknown) =>
      deps.log.warn({ err: fault, job: runnable.name, jobId: job.id }, 'could not renew the lease'),
    );
  }, runnable.leaseMs / 3);
  let fault: unknown;
  try {
    // Taken from a server that died each time: such a job may itself be what kills.
    if (job.tries > job.triesMax && runnable.everyMs === undefined) throw new Error('tries used up');
    await runnable.run(deps, runnable.payload.parse(job.payload));
  } catch (thrown) {
    fault = thrown ?? new Error('nothing was thrown');
    deps.log.error({ err: fault, job: runnable.name, jobId: job.id, tries: job.tries }, 'job failed');
  } finally {
    clearInterval(renewal);
  }
  await endRun(deps, run, fault);
}

/** The background work of one server: a pump over the job table. */
export type JobWorker = {
  /** Enqueues recurring work that is not there yet, and begins. */
  readonly start: () => Promise<void>;
  readonly kick: () => void;
  readonly stop: () => Promise<void>;
  /** Runs what is due now, one by one, and answers how many; for tests and commands without a server. */
  readonly runDue: () => Promise<number>;
};

export function createJobWorker(deps: Deps, work: Work): JobWorker {
  const byName = indexByName(work);
  const leases = new Map([...byName].map(([name, runnable]) => [name, runnable.leaseMs]));
  const claim = async (): Promise<(() => Promise<void>) | undefined> => {
    const job = await claimJob(deps, leases);
    const runnable = job === undefined ? undefined : byName.get(job.name);
    return job === undefined || runnable === undefined ? undefined : () => runJob(deps, { runnable, job });
  };
  const pump = new Pump({ name: 'jobs', claim, concurrencyMax, pollMs, log: deps.log });
  return {
    async start() {
      await transaction(deps, async (tx) => {
        for (const { name } of work.sweeps.map(toRunnable)) {
          await insertJob(tx, { name, payload: {}, triesMax: 1, options: { key: 'recurring' } });
        }
      });
      pump.start();
    },
    kick: () => pump.kick(),
    stop: () => pump.stop(),
    async runDue() {
      let count = 0;
      for (let run = await claim(); run !== undefined; run = await claim()) {
        await run();
        count += 1;
      }
      return count;
    },
  };
}
