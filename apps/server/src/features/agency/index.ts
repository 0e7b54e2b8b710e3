/**
 * The agency, its counters and the policy it decides by.
 * Called by every feature. State: agency, outlet; policy packs are files.
 * Law: each row of a pack names its document.
 */
import { agency } from '@anzai/contract';
import { ok } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { listOutlets, readAgency } from './queries.ts';

export { findOutlet, getAgencyRow, getPolicy, getPolicyPack, listOutlets } from './queries.ts';
export { insertAgency, insertOutlets, findAgency, type AgencyRow, type NewOutlet, type Words } from './store.ts';

export function registerAgency(host: Host): void {
  bind(host, agency.getAgency, async (deps) => ok(await readAgency(deps)));
  bind(host, agency.listOutlets, async (deps, call) =>
    ok({ outlets: [...(await listOutlets(deps, call.query.service))] }),
  );
}
