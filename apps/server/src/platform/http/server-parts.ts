import type { Deps } from '../deps.ts';
import type { AccessPorts, Host } from './host.ts';

/** What the HTTP side is built from. */
export type ServerParts = {
  readonly deps: Deps;
  readonly host: Host;
  readonly ports: AccessPorts;
  /** Aborted when the server begins to stop; long polls answer at once then. */
  readonly stopping: AbortSignal;
};
