import { addDays, addMonths, dayOfWeek, decideStanding, toMonth, type Policy } from '@anzai/domain';
import type { Group } from './planned-person.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Counters are open from Monday to Friday; a day of the weekend becomes the Friday before. */
export function toWorkday(day: string): string {
  const weekday = dayOfWeek(day);
  return addDays(day, weekday === 0 ? -2 : weekday === 6 ? -1 : 0);
}

/** A workday of the month that lies `months` months back. From the third day on, so that it stays in its month. */
function drawDayOfMonth(random: SeededRandom, today: string, months: number): string {
  const month = toMonth(addMonths(`${toMonth(today)}-01`, -months));
  return toWorkday(`${month}-${String(3 + random.below(24)).padStart(2, '0')}`);
}

/** The fewest months back at which whoever certified then is reminded today: the last day is near and not past. */
export function findMonthsToDue(policy: Policy, today: string): number {
  for (let months = 8; months <= 12; months += 1) {
    const certifiedOn = [`${toMonth(addMonths(`${toMonth(today)}-01`, -months))}-15`];
    const benefits = [{ scheme: 'urban-employee', state: 'paid', since: '2000-01-01' }] as const;
    const facts = { residence: 'local', deceased: false, inReview: false } as const;
    if (decideStanding({ policy, today, benefits, certifiedOn, ...facts }).state === 'due') return months;
  }
  throw new Error('The policy of the demonstration reminds nobody');
}

const certifiedDaysMax = 250;
const overdueMonthsMax = 16;
const neverCertifiedShare = 0.15;
const earlierShare = 0.1;

function drawLast(
  random: SeededRandom,
  wanted: { readonly group: Group; readonly today: string; readonly monthsToDue: number },
): string | null {
  const { group, today, monthsToDue } = wanted;
  switch (group) {
    case 'certified':
      return toWorkday(addDays(today, -1 - random.below(certifiedDaysMax)));
    case 'due':
      return drawDayOfMonth(random, today, monthsToDue + random.below(13 - monthsToDue));
    case 'overdue':
      return random.chance(neverCertifiedShare)
        ? null
        : drawDayOfMonth(random, today, 13 + random.below(overdueMonthsMax - 12));
    case 'ended':
      return drawDayOfMonth(random, today, 14);
    case 'new':
      return null;
  }
}

/** Days on which a person of this group certified, earliest first. */
export function drawCertifiedDays(
  random: SeededRandom,
  wanted: { readonly group: Group; readonly today: string; readonly monthsToDue: number },
): readonly string[] {
  const last = drawLast(random, wanted);
  if (last === null) return [];
  const hasEarlier = wanted.group !== 'ended' && random.chance(earlierShare);
  return hasEarlier ? [toWorkday(addDays(last, -330 - random.below(40))), last] : [last];
}
