import { toPlainDate } from '@anzai/domain';
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

/** The first person who is there to show a part of the product. */
export function getPartPerson(kind: 'enrolled' | 'withdrew', group: 'certified' | 'due'): Citizen {
  const person = listPlanned().find((each) => each.part?.kind === kind && each.group === group);
  const citizen = person === undefined ? undefined : findCitizen(person);
  if (citizen === undefined) throw new Error(`the demonstration has nobody ${kind} and ${group}`);
  return citizen;
}

/** Each journey has people of its own, so that the order of the journeys does not matter. */
export function getCitizen(index: number): Citizen {
  const citizen = listCitizens()[index];
  if (citizen === undefined) throw new Error(`the demonstration has no citizen ${index}`);
  return citizen;
}
