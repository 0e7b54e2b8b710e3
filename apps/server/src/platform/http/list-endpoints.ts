import { account, agency, attempt, counter, staff, verify, type Endpoint } from '@anzai/contract';

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'access' in value;
}

/** Every endpoint of the contract, in the order of its files. */
export function listEndpoints(): readonly Endpoint[] {
  const areas: readonly object[] = [account, agency, attempt, counter, staff, verify];
  return areas.flatMap((area) => Object.values(area).filter(isEndpoint));
}
