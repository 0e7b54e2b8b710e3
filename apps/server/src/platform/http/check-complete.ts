import type { Host } from './host.ts';
import { listEndpoints } from './list-endpoints.ts';

/** Throws unless every endpoint of the contract has a handler and every handler an endpoint. */
export function checkComplete(host: Host): void {
  const endpoints = new Set(listEndpoints().map((endpoint) => endpoint.id));
  const missing = [...endpoints].filter((id) => !host.routes.has(id));
  const unknown = [...host.routes.keys()].filter((id) => !endpoints.has(id));
  const lines = [
    ...missing.map((id) => `endpoint ${id} has no handler`),
    ...unknown.map((id) => `handler ${id} has no endpoint`),
  ];
  if (lines.length > 0) throw new Error(`The server is not complete:\n${lines.join('\n')}`);
}
