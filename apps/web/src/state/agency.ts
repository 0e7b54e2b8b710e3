import { agency as endpoints } from '@anzai/contract';
import type { Agency } from '@anzai/contract';
import { signal } from '@preact/signals';
import { callApi } from './api.ts';
import { readStoredJson, writeStored } from './storage.ts';

/** Public facts: kept on the device so that the telephone number stands on the screen without a network too. */
function readKept(): Agency | undefined {
  const kept = readStoredJson('device', 'agency');
  const isAgency = typeof kept === 'object' && kept !== null && 'name' in kept && 'phone' in kept;
  return isAgency ? (kept as Agency) : undefined;
}

export const agency = signal<Agency | undefined>(readKept());

export async function loadAgency(): Promise<void> {
  const result = await callApi(endpoints.getAgency, {});
  if (!result.ok) return;
  agency.value = result.value;
  writeStored('device', 'agency', JSON.stringify(result.value));
}
