import { types, type PGliteOptions } from '@electric-sql/pglite';
import { toInstant } from './parsers.ts';

/** Same value types as `pg`: int8 bigint, date `YYYY-MM-DD`, timestamptz ISO instant. */
export const pgliteParsers: NonNullable<PGliteOptions['parsers']> = {
  [types.INT8]: BigInt,
  [types.DATE]: (text) => text,
  [types.TIMESTAMPTZ]: toInstant,
};
