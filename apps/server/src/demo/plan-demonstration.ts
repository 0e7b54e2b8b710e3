import { addDays, type Policy, type Residence } from '@anzai/domain';
import { toFictitiousMobile } from './fictitious-numbers.ts';
import { drawName } from './names.ts';
import type { OutletKey } from './outlets.ts';
import { drawScheme, planBenefits } from './plan-benefits.ts';
import { drawCertifiedDays, findMonthsToDue } from './plan-days.ts';
import { origins, planDocuments, type Origin } from './plan-documents.ts';
import type { Group, Part, PlannedPerson } from './planned-person.ts';
import { tourPerson } from './tour-person.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';

const seed = 20_231_120;

/** Of three hundred. */
const groupCounts: Readonly<Record<Group, number>> = { certified: 172, due: 68, new: 20, overdue: 35, ended: 5 };

type Role = { readonly part: Part; readonly group: Group };

function times(count: number, role: Role): readonly Role[] {
  return Array.from({ length: count }, () => role);
}

/** The first people of the plan, who are there to show something. All are citizens who live in the city. */
const roles: readonly Role[] = [
  { part: { kind: 'tour' }, group: 'due' },
  ...times(4, { part: { kind: 'enrolled' }, group: 'certified' }),
  ...times(4, { part: { kind: 'enrolled' }, group: 'due' }),
  { part: { kind: 'likeness' }, group: 'certified' },
  { part: { kind: 'withdrew' }, group: 'certified' },
  { part: { kind: 'refused-face' }, group: 'certified' },
  { part: { kind: 'refused-face' }, group: 'due' },
  { part: { kind: 'chose-way', way: 'home-visit', outlet: null }, group: 'due' },
  { part: { kind: 'chose-way', way: 'counter', outlet: 'yuexiu-hall' }, group: 'overdue' },
  { part: { kind: 'chose-way', way: 'street-office', outlet: 'rongyin-street' }, group: 'due' },
  { part: { kind: 'chose-way', way: 'bank', outlet: 'qiaonan-bank' }, group: 'due' },
  { part: { kind: 'chose-way', way: 'call', outlet: null }, group: 'overdue' },
];

const outletsByWeight: readonly OutletKey[] = [
  ...(['yuexiu-hall', 'yuexiu-hall', 'yuexiu-hall', 'haizhu-hall', 'tianhe-hall', 'panyu-hall'] as const),
  ...(['rongyin-street', 'rongyin-street', 'shuikou-street', 'hegang-street', 'qiaonan-bank'] as const),
];
const streets = ['榕荫路', '木棉巷', '晓澜路', '松岗东街', '云桥大街', '水口大街', '鹤岗中路', '桥南路'];

/** Mostly 1930 to 1966; whoever begins to be paid this year turned sixty shortly before. */
function drawBirth(random: SeededRandom, facts: { group: Group; part: Part | null; today: string }): string {
  const monthAndDay = `${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  if (facts.group === 'new') return `${Number(facts.today.slice(0, 4)) - 61}-${monthAndDay}`;
  if (facts.part?.kind === 'chose-way' && facts.part.way === 'home-visit') return `1938-${monthAndDay}`;
  if (facts.part !== null) return `${1956 + random.below(9)}-${monthAndDay}`;
  return `${1930 + random.below(random.chance(0.7) ? 36 : 24)}-${monthAndDay}`;
}

/** Faces are recorded in halls; the clerks whom one can sign in as have the people of the parts. */
function drawOutlet(random: SeededRandom, facts: { residence: string; part: Part | null }): OutletKey {
  if (facts.part !== null)
    return facts.part.kind === 'chose-way' ? (facts.part.outlet ?? 'yuexiu-hall') : 'yuexiu-hall';
  const isLocal = facts.residence === 'local';
  const outlet = random.pick(outletsByWeight);
  const isOpen = isLocal || outlet.endsWith('-hall') || (facts.residence === 'province' && outlet.endsWith('-bank'));
  return isOpen ? outlet : 'yuexiu-hall';
}

type Slot = { readonly serial: number; readonly origin: Origin; readonly group: Group; readonly part: Part | null };
type Times = { readonly today: string; readonly monthsToDue: number };

function drawIdentity(
  random: SeededRandom,
  slot: Slot,
  today: string,
): Pick<PlannedPerson, 'name' | 'sex' | 'birthOn'> {
  const { part, group, origin } = slot;
  if (part?.kind === 'tour') return { name: tourPerson.name, sex: tourPerson.sex, birthOn: tourPerson.birthOn };
  // The photographs that faces are recorded from show women.
  const hasFace = part !== null && part.kind !== 'chose-way' && part.kind !== 'refused-face';
  const sex = hasFace || random.chance(0.54) ? 'female' : 'male';
  return {
    name: drawName(random, { kind: origin.names, sex }),
    sex,
    birthOn: drawBirth(random, { group, part, today }),
  };
}

/** Messages reach telephones of the mainland; some of the old have none. */
function drawPhone(random: SeededRandom, slot: Slot, residence: Residence): string | null {
  const hasNone = slot.part === null && random.chance(0.08);
  const isNear = residence === 'local' || residence === 'province' || residence === 'elsewhere';
  return hasNone || !isNear ? null : toFictitiousMobile(slot.serial);
}

function planPerson(random: SeededRandom, slot: Slot, times: Times): PlannedPerson {
  const { serial, origin, group, part } = slot;
  const { today } = times;
  const identity = drawIdentity(random, slot, today);
  const { sex, birthOn } = identity;
  const residence = random.pick(origin.residences);
  const certifiedOn = drawCertifiedDays(random, { group, ...times });
  const scheme = part?.kind === 'tour' ? 'urban-employee' : drawScheme(random);
  // The first month after the twelve is not stopped yet in this office; later ones are.
  const isStopped = group === 'overdue' && (certifiedOn.at(-1) ?? '') < addDays(today, -14 * 30);
  const firstCertifiedOn = certifiedOn[0] ?? null;
  const outlet = drawOutlet(random, { residence, part });
  return {
    ...identity,
    serial,
    residence,
    outlet,
    unitManaged: part === null && scheme !== 'resident' && random.chance(0.06),
    life: group === 'ended' && serial % 2 === 0 ? 'deceased' : 'alive',
    group,
    part,
    phone: drawPhone(random, slot, residence),
    address: `${random.pick(streets)} ${1 + random.below(300)} 号 ${1 + random.below(30)}0${1 + random.below(8)} 房`,
    documents: planDocuments(random, { origin, facts: { serial, birthOn, sex }, today }),
    benefits: planBenefits(random, { scheme, sex, birthOn, group, today, firstCertifiedOn, isStopped }),
    certifiedOn,
  };
}

function listSlots(random: SeededRandom): readonly Slot[] {
  const [local, ...rest] = origins;
  if (local === undefined) throw new Error('Nobody lives in the city');
  const repeat = (origin: Origin, count: number): readonly Origin[] => Array.from({ length: count }, () => origin);
  const otherOrigins = random.shuffle([
    ...repeat(local, local.count - roles.length),
    ...rest.flatMap((origin) => repeat(origin, origin.count)),
  ]);
  const left = (group: Group): number => groupCounts[group] - roles.filter((role) => role.group === group).length;
  const otherGroups = random.shuffle(
    (Object.keys(groupCounts) as Group[]).flatMap((group) => Array.from({ length: left(group) }, () => group)),
  );
  const others = otherGroups.map((group, index) => ({ group, origin: otherOrigins[index] ?? local, part: null }));
  return [...roles.map((role) => ({ ...role, origin: local })), ...others].map((slot, serial) => ({ ...slot, serial }));
}

/**
 * Three hundred people over the six schemes as they stand on `today`: the same at every start on the same day, and at any
 * day some certified, some due soon, some overdue. Touches nothing.
 */
export function planDemonstration(policy: Policy, today: string): readonly PlannedPerson[] {
  const random = createSeededRandom(seed);
  const times = { today, monthsToDue: findMonthsToDue(policy, today) };
  return listSlots(random).map((slot) => planPerson(random, slot, times));
}
