/**
 * The platform's own housekeeping. Called by nobody; state: none of its own.
 */
import { deleteOldKeys } from '../../platform/http/idempotency.ts';
import type { Host } from '../../platform/http/host.ts';
import { defineSweep } from '../../platform/jobs/job.ts';
import { deleteFinishedJobs } from '../../platform/jobs/job-store.ts';
import { deleteOldLockouts } from '../../platform/limits/lockout.ts';
import { deleteOldRates } from '../../platform/limits/take-rate.ts';
import { forgetOldMessages } from '../../platform/outbox/outbox-sender.ts';
import { deleteExpiredSessions } from '../../platform/session/sessions.ts';

const hourMs = 3_600_000;

const housekeeping = defineSweep({
  name: 'housekeeping',
  everyMs: hourMs,
  async run(deps) {
    await deleteExpiredSessions(deps);
    await deleteOldKeys(deps);
    await deleteOldRates(deps);
    await deleteOldLockouts(deps);
    await deleteFinishedJobs(deps);
    await forgetOldMessages(deps);
  },
});

export function registerOps(host: Host): void {
  host.sweeps.push(housekeeping);
}
