import type { Db } from '../../platform/db/database.ts';

const looks = ['document.revealed', 'picture.viewed', 'template.renewed'];

/** Who looked at what of a person; these stand in the audit trail alone. */
export async function listLooks(
  db: Db,
  personId: string,
): Promise<
  readonly {
    readonly sequence: bigint;
    readonly at: string;
    readonly action: string;
    readonly actorKind: string;
    readonly actorId: string | null;
  }[]
> {
  return db
    .selectFrom('auditEntry')
    .select(['sequence', 'at', 'action', 'actorKind', 'actorId'])
    .where('subjectKind', '=', 'person')
    .where('subjectId', '=', personId)
    .where('action', 'in', looks)
    .orderBy('sequence', 'desc')
    .limit(200)
    .execute();
}

export async function countEnrolledOn(
  db: Db,
  wanted: { readonly since: string; readonly outletId: string | null },
): Promise<number> {
  let query = db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('enrolment.createdAt', '>=', wanted.since);
  if (wanted.outletId !== null) query = query.where('person.outletId', '=', wanted.outletId);
  return Number((await query.executeTakeFirstOrThrow()).count);
}
