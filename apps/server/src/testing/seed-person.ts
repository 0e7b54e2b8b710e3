import { checkCharacter, lookUpKind, maskDocumentNumber, normaliseName, parseDocumentNumber } from '@anzai/domain';
import type { Template } from '@anzai/face';
import { recordConsent } from '../features/consent/index.ts';
import { findLastConsent } from '../features/consent-record/index.ts';
import { recordEnrolment } from '../features/enrolment/index.ts';
import { getPolicy } from '../features/agency/index.ts';
import { insertBenefits, insertDocuments, insertPeople, type Person } from '../features/people/index.ts';
import type { Deps } from '../platform/deps.ts';
import { transaction } from '../platform/db/transaction.ts';
import type { StaffActor } from '../platform/session/actor.ts';
import { addStaff } from '../features/staff/index.ts';
import { makeJpeg } from './make-jpeg.ts';

let sequence = 0;

/** A valid number that is new in this process. */
export function makeResidentId(birthOn = '1950-06-15'): string {
  sequence += 1;
  const seventeen = `440104${birthOn.replaceAll('-', '')}${String(sequence % 1000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

export type SeededPerson = { readonly person: Person; readonly number: string; readonly phone: string };

export async function seedPerson(
  deps: Deps,
  given: Partial<Person> & { readonly since?: string } = {},
): Promise<SeededPerson> {
  const { since = '2012-05-01', ...overrides } = given;
  const id = deps.ids.uuid();
  const createdAt = deps.clock.now();
  const name = overrides.name ?? '王秀英';
  const number = makeResidentId();
  const parsed = parseDocumentNumber('resident-id', number);
  if (!parsed.ok) throw new Error('a faulty number was made');
  const phone = `+861390000${String(sequence).padStart(4, '0')}`;
  const person: Person = {
    id,
    name,
    nameKey: normaliseName(name),
    birthOn: '1950-06-15',
    sex: 'female',
    residence: 'local',
    outletId: null,
    unitManaged: false,
    life: 'alive',
    phoneSealed: deps.vault.sealText({ table: 'person', row: id, field: 'phone' }, phone),
    addressSealed: null,
    ...overrides,
  };
  await insertPeople(deps.db, [{ ...person, createdAt }]);
  const documentId = deps.ids.uuid();
  await insertDocuments(deps.db, [
    {
      id: documentId,
      personId: id,
      kind: 'resident-id',
      masked: maskDocumentNumber(number),
      numberSealed: deps.vault.sealText({ table: 'person_document', row: documentId, field: 'number' }, number),
      numberHash: deps.vault.lookupHash('document', `${lookUpKind(parsed.value)} ${number}`),
      validFrom: '2010-01-01',
      validUntil: null,
      createdAt,
    },
  ]);
  const benefit = { id: deps.ids.uuid(), personId: id, scheme: 'urban-employee', state: 'paid' } as const;
  await insertBenefits(deps.db, [{ ...benefit, monthlyFen: 350_000n, since, createdAt }]);
  return { person, number, phone };
}

export async function seedStaff(
  deps: Deps,
  given: { readonly role: StaffActor['role']; readonly outletId: string | null },
): Promise<StaffActor> {
  const id = deps.ids.uuid();
  sequence += 1;
  await transaction(deps, async (tx) =>
    addStaff(tx, {
      id,
      login: `staff-${sequence}`,
      name: `员工${sequence}`,
      passwordHash: 'unused',
      demonstration: false,
      ...given,
    }),
  );
  return { kind: 'staff', id, sessionId: id, pending: 'none', ...given };
}

export function makeTemplate(deps: Deps, seed = 1): Template {
  const vector = new Float32Array(8).map((_, index) => Math.sin(seed * 7 + index));
  return { embedder: deps.engine.info.embedder, vector, frames: 3 };
}

/** Consent given at a counter, and a face recorded there. */
export async function seedEnrolment(deps: Deps, person: Person, staff: StaffActor): Promise<string> {
  const policy = await getPolicy(deps);
  await recordConsent(deps, {
    id: deps.ids.uuid(),
    personId: person.id,
    decision: 'given',
    textVersion: policy.consent.version,
    locale: 'zh-CN',
    actor: { kind: 'staff', id: staff.id },
  });
  const consent = await findLastConsent(deps.db, person.id);
  return transaction(deps, async (tx) =>
    recordEnrolment(tx, {
      personId: person.id,
      attemptId: null,
      consentId: consent?.id ?? '',
      sightingId: null,
      staffId: staff.id,
      outletId: staff.outletId,
      template: makeTemplate(deps),
      picture: makeJpeg(1),
      quality: null,
      duplicates: [],
      policy,
    }),
  );
}
