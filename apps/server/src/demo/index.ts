/**
 * Demonstration data: an agency that does not exist, with counters, staff and three hundred people who do not exist.
 * Called by main at the first start of a server that is not in production. State: none of its own; made by the commands.
 * Its rules: the same people at every start, numbers that belong to nobody, published passwords that production refuses.
 */
import type { Deps } from '../platform/deps.ts';
import { findAgency } from '../features/agency/index.ts';
import { describeDemonstration, type Demonstration } from './describe-demonstration.ts';
import { DemonstrationRefusedError, makeDemonstrationData } from './make-demonstration-data.ts';

export { describeDemonstration, type Demonstration } from './describe-demonstration.ts';
export { DemonstrationRefusedError, makeDemonstrationData } from './make-demonstration-data.ts';
export { staffAccounts, type StaffAccount } from './staff-accounts.ts';

/**
 * Makes the data when the database is empty. Answers what to print, or null when the agency is a real one. Refuses in
 * production even when there is nothing to make.
 */
export async function ensureDemonstration(deps: Deps): Promise<Demonstration | null> {
  if (deps.config.production) {
    throw new DemonstrationRefusedError('Demonstration accounts are never shown on a production server.');
  }
  await makeDemonstrationData(deps);
  const agency = await findAgency(deps.db);
  return agency?.demonstration === true ? describeDemonstration(deps.clock.now()) : null;
}
