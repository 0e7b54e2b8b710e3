import type { Refusal } from '@anzai/contract';
import { lookUpKind, ok, refuse, type DocumentNumber, type Result } from '@anzai/domain';
import type { Context, Tx } from '../../platform/deps.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import type { Person } from './person.ts';
import { findDocumentsByHash, findPersonRow, listDocuments, lockPersonRow } from './store.ts';

/** Keyed hash by which a number is found; a citizen's card and social security number give the same one. */
export function toNumberHash(context: Context, parsed: DocumentNumber): Uint8Array {
  return context.vault.lookupHash('document', `${lookUpKind(parsed)} ${parsed.number}`);
}

export type FoundDocument = { readonly documentId: string; readonly personId: string; readonly current: boolean };

export async function findByDocument(
  context: Context,
  candidates: readonly DocumentNumber[],
): Promise<readonly FoundDocument[]> {
  const hashes = candidates.map((candidate) => toNumberHash(context, candidate));
  const rows = await findDocumentsByHash(context.db, hashes);
  return rows.map((row) => ({ documentId: row.id, personId: row.personId, current: row.validUntil === null }));
}

/** A clerk with a counter works for the people of that counter; everyone else sees the agency. */
export function isInScopeOf(staff: StaffActor, person: Person): boolean {
  return staff.role !== 'clerk' || staff.outletId === null || staff.outletId === person.outletId;
}

type StaffRefusal = Refusal<'person.not_found' | 'person.other_outlet'>;

export async function findPersonForStaff(
  context: Context,
  wanted: { readonly personId: string; readonly staff: StaffActor },
): Promise<Result<Person, StaffRefusal>> {
  const person = await findPersonRow(context.db, wanted.personId);
  if (person === undefined) return refuse({ code: 'person.not_found' });
  return isInScopeOf(wanted.staff, person) ? ok(person) : refuse({ code: 'person.other_outlet' });
}

/** For commands: the row is locked until the transaction ends. */
export async function lockPersonForStaff(
  tx: Tx,
  wanted: { readonly personId: string; readonly staff: StaffActor },
): Promise<Result<Person, StaffRefusal>> {
  const person = await lockPersonRow(tx.db, wanted.personId);
  if (person === undefined) return refuse({ code: 'person.not_found' });
  return isInScopeOf(wanted.staff, person) ? ok(person) : refuse({ code: 'person.other_outlet' });
}

export async function getPersonRow(context: Context, id: string): Promise<Person> {
  const person = await findPersonRow(context.db, id);
  if (person === undefined) throw new Error(`There is no person ${id}`);
  return person;
}

export async function lockPerson(tx: Tx, id: string): Promise<Person> {
  const person = await lockPersonRow(tx.db, id);
  if (person === undefined) throw new Error(`There is no person ${id}`);
  return person;
}

/** The present document, masked, as certificates and lists show it. */
export async function listMaskedDocuments(
  context: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const documents = await listDocuments(context.db, personIds);
  const masked = new Map<string, string>();
  for (const document of documents) {
    if (document.validUntil === null && !masked.has(document.personId)) masked.set(document.personId, document.masked);
  }
  return masked;
}

/** Where messages reach the person, or undefined. */
export function openPhone(context: Context, person: Person): string | undefined {
  if (person.phoneSealed === null) return undefined;
  return context.vault.openText({ table: 'person', row: person.id, field: 'phone' }, person.phoneSealed);
}

export function openAddress(context: Context, person: Person): string | undefined {
  if (person.addressSealed === null) return undefined;
  return context.vault.openText({ table: 'person', row: person.id, field: 'address' }, person.addressSealed);
}
