import { toPlainDate } from '@anzai/domain';
import type { PersonId } from '@anzai/testkit';
import { planDemonstration } from '../../apps/server/src/demo/plan-demonstration.ts';
import { getPolicyPack } from '../../apps/server/src/features/agency/index.ts';
import { demonstrationAgency } from '../../apps/server/src/demo/outlets.ts';

export type Citizen = { readonly name: string; readonly documentNumber: string };

type Planned = ReturnType<typeof planDemonstration>[number];

function listPlanned(): readonly Planned[] {
  const policy = getPolicyPack(demonstrationAgency.policyId);
  return planDemonstration(policy, toPlainDate(new Date().toISOString(), policy.timeZone));
}

function findCitizen(person: Planned): Citizen | undefined {
  const document = person.documents.find((each) => each.kind === 'resident-id' && each.validUntil === null);
  return document === undefined ? undefined : { name: person.name, documentNumber: document.number };
}

/** People of the demonstration whom the hall's clerk serves, who are due, and whose face nobody has recorded. */
function listCitizens(): readonly Citizen[] {
  return listPlanned().flatMap((person) => {
    const { outlet, group, part, life, residence } = person;
    const isOne = outlet === 'yuexiu-hall' && group === 'due' && part === null && life === 'alive';
    return isOne && residence === 'local' ? (findCitizen(person) ?? []) : [];
  });
}

/** Somebody whose face was recorded last year, and who of the rendered people has that face. */
export type Enrolled = Citizen & { readonly face: PersonId };

/** The demonstration takes its faces from the same photographs, from left to right; these are the ones who are due. */
const facesOfDue: readonly PersonId[] = ['fay', 'eva', 'gia'];

/** Each journey certifies somebody else, so that the order of the journeys does not matter. */
export function getEnrolledDue(index: number): Enrolled {
  const people = listPlanned().filter((each) => each.part?.kind === 'enrolled' && each.group === 'due');
  const person = people[index];
  const citizen = person === undefined ? undefined : findCitizen(person);
  const face = facesOfDue[index];
  if (citizen === undefined || face === undefined) throw new Error(`the demonstration has no enrolled person ${index}`);
  return { ...citizen, face };
}

/** Somebody whose face was recorded and who has a certificate. */
export function getEnrolledCertified(): Citizen {
  const person = listPlanned().find((each) => each.part?.kind === 'enrolled' && each.group === 'certified');
  const citizen = person === undefined ? undefined : findCitizen(person);
  if (citizen === undefined) throw new Error('the demonstration has nobody enrolled and certified');
  return citizen;
}

export function getCitizen(index: number): Citizen {
  const citizen = listCitizens()[index];
  if (citizen === undefined) throw new Error(`the demonstration has no citizen ${index}`);
  return citizen;
}
