import type { DocumentKind, Residence, Scheme } from '@anzai/domain';

/** A row of the roster as it is stored; telephone and address are sealed. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly birthOn: string;
  readonly sex: 'female' | 'male' | 'unknown';
  readonly residence: Residence;
  readonly outletId: string | null;
  readonly unitManaged: boolean;
  readonly life: 'alive' | 'deceased';
  readonly phoneSealed: Uint8Array | null;
  readonly addressSealed: Uint8Array | null;
};

export type PersonDocument = {
  readonly id: string;
  readonly personId: string;
  readonly kind: DocumentKind;
  readonly masked: string;
  readonly validUntil: string | null;
};

export type Benefit = {
  readonly id: string;
  readonly personId: string;
  readonly scheme: Scheme;
  readonly state: 'paid' | 'suspended' | 'ended';
  readonly monthlyFen: bigint;
  readonly since: string;
};
