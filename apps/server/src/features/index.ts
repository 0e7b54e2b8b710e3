import type { AccessPorts, Host } from '../platform/http/host.ts';
import { findPrincipal, registerAccount } from './account/index.ts';
import { registerAgency } from './agency/index.ts';
import { findCapturer, registerAttempt } from './attempt/index.ts';
import { registerAudit } from './audit/index.ts';
import { registerCertification } from './certification/index.ts';
import { registerConsent } from './consent/index.ts';
import { registerDossier } from './dossier/index.ts';
import { registerEnrolment } from './enrolment/index.ts';
import { registerOps } from './ops/index.ts';
import { registerOutbox } from './outbox/index.ts';
import { registerPeople } from './people/index.ts';
import { registerReview } from './review/index.ts';
import { registerStaff } from './staff/index.ts';
import { registerVerify } from './verify/index.ts';
import { registerWays } from './ways/index.ts';

/** Everything that is served and run, feature by feature. */
export const registrars: readonly ((host: Host) => void)[] = [
  registerAccount,
  registerAgency,
  registerAttempt,
  registerAudit,
  registerCertification,
  registerConsent,
  registerDossier,
  registerEnrolment,
  registerOps,
  registerOutbox,
  registerPeople,
  registerReview,
  registerStaff,
  registerVerify,
  registerWays,
];

/** Who may act for whom, asked by the platform before a handler runs. */
export const accessPorts: AccessPorts = { findPrincipal, findCapturer };
