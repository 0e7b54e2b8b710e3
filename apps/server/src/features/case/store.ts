import type { CaseSummary } from '@anzai/contract';
import type { z } from 'zod';
import type { Db } from '../../platform/db/database.ts';

type Summary = z.infer<typeof CaseSummary>;
export type CaseKind = Summary['kind'];
export type CaseState = Summary['state'];
export type CaseDecisionKind = NonNullable<Summary['decision']>;

export type CaseRow = {
  readonly id: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly way: Summary['way'];
  readonly outletId: string | null;
  readonly reasons: readonly string[];
  readonly decision: CaseDecisionKind | null;
  readonly openedAt: string;
  readonly decideBy: string;
  readonly closedAt: string | null;
};

const columns = [
  'id',
  'number',
  'kind',
  'state',
  'personId',
  'enrolmentId',
  'way',
  'outletId',
  'reasons',
  'decision',
  'openedAt',
  'decideBy',
  'closedAt',
] as const;

export async function isCaseNumberTaken(db: Db, number: string): Promise<boolean> {
  const row = await db.selectFrom('reviewCase').select('id').where('number', '=', number).executeTakeFirst();
  return row !== undefined;
}

export async function insertCase(db: Db, row: CaseRow): Promise<void> {
  await db
    .insertInto('reviewCase')
    .values({ ...row, reasons: [...row.reasons] })
    .execute();
}

export async function findOpenCase(
  db: Db,
  wanted: { readonly personId: string; readonly kind: CaseKind },
): Promise<CaseRow | undefined> {
  const row = await db
    .selectFrom('reviewCase')
    .select(columns)
    .where('personId', '=', wanted.personId)
    .where('kind', '=', wanted.kind)
    .where('state', '<>', 'closed')
    .forUpdate()
    .executeTakeFirst();
  return row as CaseRow | undefined;
}

export async function findCaseRow(db: Db, id: string): Promise<CaseRow | undefined> {
  const row = await db.selectFrom('reviewCase').select(columns).where('id', '=', id).executeTakeFirst();
  return row as CaseRow | undefined;
}

export async function lockCaseRow(db: Db, id: string): Promise<CaseRow | undefined> {
  const row = await db.selectFrom('reviewCase').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row as CaseRow | undefined;
}

export async function listCasesOfPerson(db: Db, personId: string): Promise<readonly CaseRow[]> {
  const rows = await db
    .selectFrom('reviewCase')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('openedAt', 'desc')
    .execute();
  return rows as unknown as CaseRow[];
}

export type CaseFilter = {
  readonly state?: CaseState | undefined;
  readonly kind?: CaseKind | undefined;
  readonly outletId?: string | undefined;
  /** Keyset: day and id of the last row seen. */
  readonly after?: { readonly decideBy: string; readonly id: string } | undefined;
  readonly limit: number;
};

/** Oldest due first. For a counter: its people's cases, and those that chose it. */
export async function listCaseRows(db: Db, filter: CaseFilter): Promise<readonly CaseRow[]> {
  const { state, kind, outletId, after } = filter;
  let query = db.selectFrom('reviewCase').select(columns).orderBy('decideBy').orderBy('id').limit(filter.limit);
  if (state !== undefined) query = query.where('state', '=', state);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (outletId !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('reviewCase.outletId', '=', outletId),
        eb.exists(
          eb
            .selectFrom('person')
            .select('person.id')
            .whereRef('person.id', '=', 'reviewCase.personId')
            .where('person.outletId', '=', outletId),
        ),
      ]),
    );
  }
  if (after !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('decideBy', '>', after.decideBy),
        eb.and([eb('decideBy', '=', after.decideBy), eb('id', '>', after.id)]),
      ]),
    );
  }
  return (await query.execute()) as unknown as CaseRow[];
}

export async function countOpenCases(db: Db, outletId: string | null): Promise<number> {
  let query = db
    .selectFrom('reviewCase')
    .innerJoin('person', 'person.id', 'reviewCase.personId')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('reviewCase.state', '<>', 'closed');
  if (outletId !== null) query = query.where('person.outletId', '=', outletId);
  const row = await query.executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function updateCase(
  db: Db,
  change: { readonly id: string } & Partial<
    Pick<CaseRow, 'state' | 'way' | 'outletId' | 'reasons' | 'decision' | 'closedAt'>
  >,
): Promise<void> {
  const { id, reasons, ...rest } = change;
  await db
    .updateTable('reviewCase')
    .set({ ...rest, ...(reasons === undefined ? {} : { reasons: [...reasons] }) })
    .where('id', '=', id)
    .execute();
}

/** People among these about whose attempts a reviewer still has to decide. */
export async function listPeopleInReview(db: Db, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('reviewCase')
    .select('personId')
    .where('personId', 'in', [...personIds])
    .where('kind', '=', 'attempt-review')
    .where('state', '<>', 'closed')
    .execute();
  return new Set(rows.map((row) => row.personId));
}
