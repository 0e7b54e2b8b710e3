import type { Db } from '../../platform/db/database.ts';

export type CountedTry = { readonly match: string | null; readonly startedOn: string; readonly id: string };

/** Decided attempts that count, since a day, at home or at a counter. */
export async function listCountedTries(
  db: Db,
  wanted: {
    readonly personId: string;
    readonly purpose: 'certification' | 'enrolment';
    readonly atCounter: boolean;
    readonly since: string;
  },
): Promise<readonly CountedTry[]> {
  return db
    .selectFrom('attempt')
    .select(['id', 'match', 'startedOn'])
    .where('personId', '=', wanted.personId)
    .where('purpose', '=', wanted.purpose)
    .where('acting', wanted.atCounter ? '=' : '<>', 'counter')
    .where('startedOn', '>=', wanted.since)
    .where('state', '=', 'decided')
    .where('counts', '=', true)
    .where('decision', '<>', 'passed')
    .orderBy('startedAt')
    .execute();
}

export async function countAttemptsOfAccount(
  db: Db,
  wanted: { readonly accountId: string; readonly on: string },
): Promise<number> {
  const row = await db
    .selectFrom('attempt')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('accountId', '=', wanted.accountId)
    .where('startedOn', '=', wanted.on)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** People other than this one for whom a device began attempts on a day. */
export async function countOtherPeopleOfDevice(
  db: Db,
  wanted: { readonly deviceId: string; readonly personId: string; readonly on: string },
): Promise<number> {
  const row = await db
    .selectFrom('attempt')
    .select(({ fn }) => fn.count<bigint>('personId').distinct().as('count'))
    .where('deviceId', '=', wanted.deviceId)
    .where('startedOn', '=', wanted.on)
    .where('personId', '<>', wanted.personId)
    .where('acting', '<>', 'counter')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
