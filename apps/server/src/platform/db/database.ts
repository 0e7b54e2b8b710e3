import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** The database or a transaction on it; both answer the same queries. */
export type Db = Kysely<Database>;
