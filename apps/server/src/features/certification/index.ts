/**
 * Certifications: the decision that a person is alive and entitled for a cycle, from whatever evidence.
 * Called by attempt, enrolment, review, dossier. State: certification.
 * Law: 社会保险经办条例 arts. 26, 29–31, 38; the policy pack's rows.
 */
import { account, counter } from '@anzai/contract';
import { ok, refuse } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { certifyByDocument } from './commands/certify-by-document.ts';
import { revokeCertificate } from './commands/revoke-certificate.ts';
import { printCertificate } from './print-certificate.ts';

export { certifyPerson, type Certified, type CertifyPerson } from './commands/certify-person.ts';
export { getStanding, listCertificates, listStandings, toCertificateSummary } from './queries.ts';
export {
  countByChannel,
  findCertificationRow,
  insertCertification,
  listCertificationRows,
  type CertificationRow,
} from './store.ts';

export function registerCertification(host: Host): void {
  bind(host, counter.certifyByDocument, async (deps, call) =>
    certifyByDocument(deps, { ...call.params, ...call.body, staff: call.actor }),
  );
  bind(host, counter.revokeCertificate, async (deps, call) =>
    revokeCertificate(deps, { ...call.params, ...call.body, staff: call.actor }),
  );
  bind(host, account.getCertificatePdf, async (deps, call) => {
    const printed = await printCertificate(deps, { ...call.params, ...call.query, baseUrl: call.origin });
    return printed === undefined ? refuse({ code: 'request.not_found' as const }) : ok(printed);
  });
  bind(host, counter.getStaffCertificatePdf, async (deps, call) => {
    const printed = await printCertificate(deps, {
      ...call.params,
      ...call.query,
      staff: call.actor,
      baseUrl: call.origin,
    });
    return printed === undefined ? refuse({ code: 'request.not_found' as const }) : ok(printed);
  });
}
