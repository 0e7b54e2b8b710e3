import type { AccessPorts, Host } from '../platform/http/host.ts';
import { registerAgency } from './agency/index.ts';
import { registerAudit } from './audit/index.ts';
import { registerCertification } from './certification/index.ts';
import { registerEnrolment } from './enrolment/index.ts';
import { registerOps } from './ops/index.ts';
import { registerOutbox } from './outbox/index.ts';
import { registerPeople } from './people/index.ts';
import { registerStaff } from './staff/index.ts';

/** Everything that is served and run, feature by feature. */
export const registrars: readonly ((host: Host) => void)[] = [
  registerAgency,
  registerAudit,
  registerCertification,
  registerEnrolment,
  registerOps,
  registerOutbox,
  registerPeople,
  registerStaff,
];

/** Who may act for whom, asked by the platform before a handler runs. */
export const accessPorts: AccessPorts = {
  findPrincipal: async () => undefined,
  findCapturer: async () => undefined,
};
