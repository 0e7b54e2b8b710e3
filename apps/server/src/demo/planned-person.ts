import type { DocumentKind, Residence, Scheme, Way } from '@anzai/domain';
import type { OutletKey } from './outlets.ts';

export type PlannedDocument = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly validFrom: string;
  /** A day for one that was replaced. */
  readonly validUntil: string | null;
};

export type PlannedBenefit = {
  readonly scheme: Scheme;
  readonly state: 'paid' | 'suspended' | 'ended';
  readonly monthlyFen: bigint;
  /** First of a month. */
  readonly since: string;
};

/** Where a person stands on the day the demonstration begins. */
export const groups = ['certified', 'due', 'new', 'overdue', 'ended'] as const;
export type Group = (typeof groups)[number];

/** What a person is picked for, so that each part of the product has somebody to show. */
export type Part =
  | { readonly kind: 'tour' }
  | { readonly kind: 'enrolled' }
  | { readonly kind: 'likeness' }
  | { readonly kind: 'withdrew' }
  | { readonly kind: 'refused-face' }
  | { readonly kind: 'chose-way'; readonly way: Way; readonly outlet: OutletKey | null };

export type PlannedPerson = {
  /** 0 to 299, the same person at every start. */
  readonly serial: number;
  readonly name: string;
  readonly sex: 'female' | 'male';
  readonly birthOn: string;
  readonly residence: Residence;
  readonly outlet: OutletKey;
  readonly unitManaged: boolean;
  readonly life: 'alive' | 'deceased';
  readonly group: Group;
  readonly part: Part | null;
  readonly phone: string | null;
  readonly address: string;
  readonly documents: readonly PlannedDocument[];
  readonly benefits: readonly PlannedBenefit[];
  /** Earliest first, all before the day of the demonstration, Mondays to Fridays. */
  readonly certifiedOn: readonly string[];
};
