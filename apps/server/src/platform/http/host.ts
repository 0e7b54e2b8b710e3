import type { Endpoint, Refusal } from '@anzai/contract';
import type { Result } from '@anzai/domain';
import type { Context, Deps } from '../deps.ts';
import type { JobDefinition, SweepDefinition } from '../jobs/job.ts';
import type { Actors } from '../session/actor.ts';
import type { Call, Handler, PreparedHandler, Principal } from './call.ts';

/** A handler with its types put away; `bind` has checked them. */
export type BoundRoute = {
  readonly endpoint: Endpoint;
  prepare(deps: Deps, call: Call): Promise<unknown>;
  handle(deps: Context, call: Call, prepared: unknown): Promise<Result<unknown, Refusal>>;
};

/** What features know about who may act for whom; the platform asks before a handler runs. */
export type AccessPorts = {
  findPrincipal(
    deps: Deps,
    link: { readonly accountId: string; readonly personId: string },
  ): Promise<Principal | undefined>;
  /** Which of the signed-in actors began this capture. */
  findCapturer(
    deps: Deps,
    capture: { readonly attemptId: string; readonly actors: Actors },
  ): Promise<'account' | 'staff' | undefined>;
};

/** Where features register what they serve and what they run. */
export type Host = {
  readonly routes: Map<string, BoundRoute>;
  readonly jobs: JobDefinition[];
  readonly sweeps: SweepDefinition[];
};

export function createHost(): Host {
  return { routes: new Map(), jobs: [], sweeps: [] };
}

/** Serves an endpoint of the contract. Twice for one endpoint is a programming error. */
export function bind<const E extends Endpoint, P = undefined>(
  host: Host,
  endpoint: E,
  handler: Handler<E> | PreparedHandler<E, P>,
): void {
  if (host.routes.has(endpoint.id)) throw new Error(`Endpoint ${endpoint.id} has two handlers`);
  const prepared = typeof handler === 'function' ? { prepare: async () => undefined, handle: handler } : handler;
  // The types of `handler` were checked against `endpoint` above, and `run-call` builds the call by the same endpoint.
  host.routes.set(endpoint.id, { endpoint, ...(prepared as unknown as Omit<BoundRoute, 'endpoint'>) });
}
