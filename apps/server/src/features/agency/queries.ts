import type { Agency, Outlet } from '@anzai/contract';
import type { Policy } from '@anzai/domain';
import type { Context } from '../../platform/deps.ts';
import { readPolicyPacks } from './policy-pack.ts';
import { findAgency, listOutletRows, type AgencyRow } from './store.ts';

/** Files of the release, read once and never changed while the server runs. */
let packs: ReadonlyMap<string, Policy> | undefined;

export function getPolicyPack(id: string): Policy {
  packs ??= readPolicyPacks();
  const policy = packs.get(id);
  if (policy === undefined) throw new Error(`There is no policy pack ${id}`);
  return policy;
}

export async function getAgencyRow(context: Context): Promise<AgencyRow> {
  const agency = await findAgency(context.db);
  if (agency === undefined) throw new Error('No agency has been set up');
  return agency;
}

/** The policy by which this agency decides. */
export async function getPolicy(context: Context): Promise<Policy> {
  return getPolicyPack((await getAgencyRow(context)).policyId);
}

/** What anyone may know of the agency. */
export async function readAgency(context: Context): Promise<Agency> {
  const agency = await getAgencyRow(context);
  const policy = getPolicyPack(agency.policyId);
  return {
    name: agency.name,
    address: agency.address,
    hours: agency.hours,
    phone: agency.phone,
    timeZone: policy.timeZone,
    rule: { id: policy.id, title: policy.title, summary: policy.summary },
    consentVersion: policy.consent.version,
    triesMax: policy.tries.max,
    demonstration: agency.demonstration,
  };
}

export async function listOutlets(context: Context, service?: Outlet['services'][number]): Promise<readonly Outlet[]> {
  const outlets = await listOutletRows(context.db);
  return service === undefined ? outlets : outlets.filter((outlet) => outlet.services.includes(service));
}

export async function findOutlet(context: Context, id: string | null): Promise<Outlet | undefined> {
  if (id === null) return undefined;
  return (await listOutletRows(context.db)).find((outlet) => outlet.id === id);
}
