import { addMonths, type DocumentKind, type Residence } from '@anzai/domain';
import { toFictitiousNumber, type NumberFacts } from './fictitious-numbers.ts';
import type { NameKind } from './names.ts';
import type { PlannedDocument } from './planned-person.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A kind of person, by papers and residence, and how many of the three hundred are so. */
export type Origin = {
  readonly count: number;
  readonly names: NameKind;
  readonly documents: readonly DocumentKind[];
  readonly place?: 'hong-kong' | 'macau' | 'taiwan';
  readonly residences: readonly Residence[];
};

const citizen = { names: 'simplified', documents: ['resident-id'] } as const;

/** Together three hundred. */
export const origins: readonly Origin[] = [
  { ...citizen, count: 197, residences: ['local'] },
  { ...citizen, count: 34, residences: ['province'] },
  { ...citizen, count: 22, residences: ['elsewhere'] },
  { names: 'simplified', documents: ['resident-id', 'passport-cn'], count: 8, residences: ['abroad', 'local'] },
  {
    names: 'traditional',
    documents: ['hk-macau-travel-permit'],
    place: 'hong-kong',
    count: 12,
    residences: ['hong-kong', 'hong-kong', 'local'],
  },
  {
    names: 'traditional',
    documents: ['hmt-residence-permit', 'hk-macau-travel-permit'],
    place: 'hong-kong',
    count: 6,
    residences: ['local', 'province'],
  },
  { names: 'traditional', documents: ['hk-macau-travel-permit'], place: 'macau', count: 6, residences: ['macau'] },
  {
    names: 'traditional',
    documents: ['taiwan-travel-permit'],
    place: 'taiwan',
    count: 5,
    residences: ['taiwan', 'local'],
  },
  {
    names: 'traditional',
    documents: ['hmt-residence-permit', 'taiwan-travel-permit'],
    place: 'taiwan',
    count: 2,
    residences: ['local'],
  },
  { names: 'latin', documents: ['passport-foreign'], count: 5, residences: ['abroad', 'local'] },
  { names: 'latin', documents: ['permanent-residence-permit'], count: 3, residences: ['local'] },
];

/** Passports are renewed; the one before stays in the file and still finds its bearer. */
const renewedShare = 0.5;
const oldSerials = 500;

export function planDocuments(
  random: SeededRandom,
  person: { readonly origin: Origin; readonly facts: NumberFacts; readonly today: string },
): readonly PlannedDocument[] {
  const { origin, facts, today } = person;
  return origin.documents.flatMap((kind): readonly PlannedDocument[] => {
    const validFrom = addMonths(today, -20 - random.below(90));
    const present = { kind, number: toFictitiousNumber(kind, facts, origin.place), validFrom, validUntil: null };
    const isRenewed = kind === 'passport-cn' && random.chance(renewedShare);
    if (!isRenewed) return [present];
    const number = toFictitiousNumber(kind, { ...facts, serial: facts.serial + oldSerials }, origin.place);
    return [present, { kind, number, validFrom: addMonths(validFrom, -120), validUntil: validFrom }];
  });
}
