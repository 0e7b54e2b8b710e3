import { agency as agencyEndpoints, type Agency, type Outlet } from '@anzai/contract';
import { signal } from '@preact/signals';
import { call } from './api.ts';

/** Null until it is known; screens show themselves without it. */
export const agency = signal<Agency | null>(null);
export const outlets = signal<readonly Outlet[]>([]);

export async function loadAgency(): Promise<void> {
  const [found, listed] = await Promise.all([
    call(agencyEndpoints.getAgency, {}),
    call(agencyEndpoints.listOutlets, {}),
  ]);
  if (found.ok) agency.value = found.value;
  if (listed.ok) outlets.value = listed.value.outlets;
}
