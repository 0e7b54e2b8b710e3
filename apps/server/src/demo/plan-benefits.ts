import { addMonths, toMonth, yearOf, type Scheme } from '@anzai/domain';
import type { Group, PlannedBenefit } from './planned-person.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Yuan a month from and to, as such benefits are of the order of in the Pearl River delta. */
const amountsYuan = {
  'urban-employee': [2600, 6800],
  'rural-to-urban': [980, 2100],
  resident: [270, 1150],
  'other-pension': [2400, 5200],
  'work-injury': [4300, 8900],
  'work-death-dependant': [1250, 2600],
} as const satisfies Record<Scheme, readonly [number, number]>;

/** Of a hundred people; the order is that of drawing. */
const shares = [
  ['urban-employee', 42],
  ['resident', 22],
  ['rural-to-urban', 16],
  ['other-pension', 8],
  ['work-injury', 6],
  ['work-death-dependant', 6],
] as const satisfies readonly (readonly [Scheme, number])[];

export function drawScheme(random: SeededRandom): Scheme {
  let left = random.below(100);
  for (const [scheme, share] of shares) {
    if (left < share) return scheme;
    left -= share;
  }
  return 'urban-employee';
}

/** Fen, never a round sum: benefits are computed to the ten fen. */
function drawAmountFen(random: SeededRandom, scheme: Scheme): bigint {
  const [from, to] = amountsYuan[scheme];
  return BigInt(from * 100 + random.below((to - from) * 10) * 10);
}

function pensionAge(random: SeededRandom, facts: { readonly scheme: Scheme; readonly sex: 'female' | 'male' }): number {
  if (facts.scheme === 'work-injury' || facts.scheme === 'work-death-dependant') return 38 + random.below(22);
  if (facts.scheme === 'resident') return 60;
  return facts.sex === 'male' ? 60 : random.pick([50, 55]);
}

export type BenefitFacts = {
  readonly scheme: Scheme;
  readonly sex: 'female' | 'male';
  readonly birthOn: string;
  readonly group: Group;
  readonly today: string;
  /** First certification, before which the benefit must have begun. */
  readonly firstCertifiedOn: string | null;
  /** Month that follows the last one paid, for a benefit that has been stopped. */
  readonly isStopped: boolean;
};

function drawSince(random: SeededRandom, facts: BenefitFacts): string {
  const monthsBack = (day: string, months: number): string => `${toMonth(addMonths(`${toMonth(day)}-01`, -months))}-01`;
  if (facts.group === 'new') return monthsBack(facts.today, 2 + random.below(8));
  const year = yearOf(facts.birthOn) + pensionAge(random, facts);
  const natural = `${year}-${String(1 + random.below(12)).padStart(2, '0')}-01`;
  // Whoever was never certified and is overdue has been paid for more than a year.
  const latest = monthsBack(facts.firstCertifiedOn ?? facts.today, facts.firstCertifiedOn === null ? 15 : 2);
  return natural < latest ? natural : latest;
}

export function planBenefits(random: SeededRandom, facts: BenefitFacts): readonly PlannedBenefit[] {
  const state = facts.group === 'ended' ? 'ended' : facts.isStopped ? 'suspended' : 'paid';
  const since = drawSince(random, facts);
  const first = { scheme: facts.scheme, state, monthlyFen: drawAmountFen(random, facts.scheme), since } as const;
  const hasSecond = facts.scheme === 'resident' && facts.group !== 'new' && random.chance(0.1);
  if (!hasSecond) return [first];
  const scheme = 'work-death-dependant';
  return [first, { scheme, state, monthlyFen: drawAmountFen(random, scheme), since }];
}
