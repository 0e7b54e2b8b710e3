/**
 * The agency, its counters and the policy it decides by.
 * Called by every feature. State: agency, outlet; policy packs are files.
 * Law: each row of a pack names its document.
 */
import { renderPosterPdf } from '@anzai/certificate';
import { agency, counter } from '@anzai/contract';
import { ok } from '@anzai/domain';
import { bind, type Host } from '../../platform/http/host.ts';
import { getAgencyRow, listOutlets, readAgency } from './queries.ts';

export { findOutlet, getAgencyRow, getPolicy, getPolicyPack, listOutlets } from './queries.ts';
export { AgencyFile, setUpAgency } from './set-up-agency.ts';
export { insertAgency, insertOutlets, findAgency, type AgencyRow, type NewOutlet, type Words } from './store.ts';

export function registerAgency(host: Host): void {
  bind(host, agency.getAgency, async (deps) => ok(await readAgency(deps)));
  bind(host, agency.listOutlets, async (deps, call) =>
    ok({ outlets: [...(await listOutlets(deps, call.query.service))] }),
  );
  bind(host, counter.getPoster, async (deps, call) => {
    const { locale } = call.query;
    const { name, address, hours, phone } = await getAgencyRow(deps);
    const contact = { name: name[locale], address: address[locale], hours: hours[locale], phone };
    const url = deps.config.publicUrl ?? call.origin;
    return ok({ bytes: await renderPosterPdf({ agency: contact, url, locale }), fileName: `poster-${locale}.pdf` });
  });
}
