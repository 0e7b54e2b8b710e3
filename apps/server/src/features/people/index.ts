/**
 * The roster: people, their documents and benefits, and the record that an original was seen.
 * Called by every feature that acts for a person. State: person, person_document, benefit, sighting.
 * Law: 社会保险经办条例 art. 6 (the citizen number is the social security number), 个人信息保护法 arts. 28–30.
 */
import { counter } from '@anzai/contract';
import { bind, type Host } from '../../platform/http/host.ts';
import { recordSighting } from './commands/record-sighting.ts';
import { revealDocument } from './commands/reveal-document.ts';

export type { Benefit, Person, PersonDocument } from './person.ts';
export * from './queries.ts';
export {
  insertBenefits,
  insertDocuments,
  insertPeople,
  listBenefits,
  listDocuments,
  listPersonRows,
  listRoster,
  type NewBenefit,
  type NewDocument,
  type NewPerson,
  type RosterFilter,
} from './store.ts';
export { findSightingRow, insertSighting, listSightings, type Sighting } from './sighting-store.ts';

export function registerPeople(host: Host): void {
  bind(host, counter.recordSighting, async (deps, call) =>
    recordSighting(deps, { ...call.params, ...call.body, staff: call.actor }),
  );
  bind(host, counter.revealDocument, async (deps, call) => revealDocument(deps, { ...call.params, staff: call.actor }));
}
