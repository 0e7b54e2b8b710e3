import { createHmac } from 'node:crypto';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import type { MasterKey } from './master-keys.ts';

/** Where an encrypted value stands; bound to it as associated data, so that it cannot be moved to another place. */
export type SealPlace = { readonly table: string; readonly row: string; readonly field: string };

/** What a keyed hash is for; the same value hashes differently per purpose. */
export type LookupPurpose = 'document' | 'social-security' | 'phone' | 'frame' | 'code' | 'idempotency' | 'limit';

export interface Vault {
  /** Encrypts for one place; store in a `bytea` column whose name ends in `_sealed`. */
  seal(place: SealPlace, plain: Uint8Array): Uint8Array;
  /** Throws when the value was changed, moved or sealed by an unknown master key. */
  open(place: SealPlace, sealed: Uint8Array): Uint8Array;
  sealText(place: SealPlace, text: string): Uint8Array;
  openText(place: SealPlace, sealed: Uint8Array): string;
  /** HMAC-SHA-256 with a key of its own, 32 bytes; the caller normalises first. */
  lookupHash(purpose: LookupPurpose, value: string | Uint8Array): Uint8Array;
}

/** One string for one place: JSON keeps `a.b` + `c` apart from `a` + `b.c`. */
export function renderPlace(place: SealPlace): string {
  return JSON.stringify([place.table, place.row, place.field]);
}

export function createVault(masterKeys: readonly MasterKey[], lookupKey: Uint8Array): Vault {
  const seal = (place: SealPlace, plain: Uint8Array): Uint8Array => sealEnvelope(masterKeys, renderPlace(place), plain);
  const open = (place: SealPlace, sealed: Uint8Array): Uint8Array =>
    openEnvelope(masterKeys, renderPlace(place), sealed);
  return {
    seal,
    open,
    sealText: (place, text) => seal(place, Buffer.from(text, 'utf8')),
    openText: (place, sealed) => Buffer.from(open(place, sealed)).toString('utf8'),
    lookupHash: (purpose, value) => createHmac('sha256', lookupKey).update(`${purpose}\0`).update(value).digest(),
  };
}
