import { lookUpKind, maskDocumentNumber, normaliseName, parseDocumentNumber } from '@anzai/domain';
import {
  insertBenefits,
  insertDocuments,
  insertPeople,
  type NewBenefit,
  type NewDocument,
  type NewPerson,
} from '../features/people/index.ts';
import type { Tx } from '../platform/deps.ts';
import type { OutletKey } from './outlets.ts';
import type { PlannedDocument, PlannedPerson } from './planned-person.ts';

export type PlacedPerson = PlannedPerson & { readonly id: string };

function toPersonRow(tx: Tx, person: PlacedPerson, outletId: string): NewPerson {
  return {
    id: person.id,
    name: person.name,
    nameKey: normaliseName(person.name),
    birthOn: person.birthOn,
    sex: person.sex,
    residence: person.residence,
    outletId,
    unitManaged: person.unitManaged,
    // As the roster had it then; deaths and telephones follow at the end, for nobody may be sent a message before.
    life: 'alive',
    phoneSealed: null,
    addressSealed: tx.vault.sealText({ table: 'person', row: person.id, field: 'address' }, person.address),
    createdAt: tx.clock.now(),
  };
}

function toDocumentRow(tx: Tx, personId: string, document: PlannedDocument): NewDocument {
  const parsed = parseDocumentNumber(document.kind, document.number);
  if (!parsed.ok) throw new Error(`A fictitious ${document.kind} is not valid: ${parsed.refusal}`);
  const { number } = parsed.value;
  const id = tx.ids.uuid();
  return {
    id,
    personId,
    kind: document.kind,
    masked: maskDocumentNumber(number),
    numberSealed: tx.vault.sealText({ table: 'person_document', row: id, field: 'number' }, number),
    numberHash: tx.vault.lookupHash('document', `${lookUpKind(parsed.value)} ${number}`),
    validFrom: document.validFrom,
    validUntil: document.validUntil,
    createdAt: tx.clock.now(),
  };
}

function toBenefitRows(tx: Tx, person: PlacedPerson): readonly NewBenefit[] {
  const createdAt = tx.clock.now();
  return person.benefits.map((benefit) => ({ ...benefit, id: tx.ids.uuid(), personId: person.id, createdAt }));
}

export async function insertRoster(
  tx: Tx,
  people: readonly PlacedPerson[],
  outletId: (key: OutletKey) => string,
): Promise<void> {
  await insertPeople(
    tx.db,
    people.map((person) => toPersonRow(tx, person, outletId(person.outlet))),
  );
  await insertDocuments(
    tx.db,
    people.flatMap((person) => person.documents.map((document) => toDocumentRow(tx, person.id, document))),
  );
  await insertBenefits(
    tx.db,
    people.flatMap((person) => toBenefitRows(tx, person)),
  );
}

/** Brings the roster to today: who has died, and the telephones, once all that would have sent a message is past. */
export async function bringToToday(tx: Tx, people: readonly PlacedPerson[]): Promise<void> {
  for (const { id, phone, life } of people) {
    if (phone === null && life === 'alive') continue;
    const place = { table: 'person', row: id, field: 'phone' };
    const phoneSealed = phone === null ? null : tx.vault.sealText(place, phone);
    await tx.db.updateTable('person').set({ phoneSealed, life }).where('id', '=', id).execute();
  }
}
