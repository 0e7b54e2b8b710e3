import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { AuditEntryTable } from '../db/schema.ts';

export type EntryPage = {
  /** Entries before this sequence; absent: from the newest. */
  readonly before?: bigint;
  readonly limit: number;
  readonly action?: string;
  readonly subjectId?: string;
};

export type EntryRow = Pick<
  Selectable<AuditEntryTable>,
  'sequence' | 'at' | 'actorKind' | 'actorId' | 'action' | 'subjectKind' | 'subjectId' | 'hash'
> & { readonly staffName: string | null };

/** One page of the trail, newest first, with the names of staff. */
export async function listEntries(db: Db, page: EntryPage): Promise<readonly EntryRow[]> {
  let query = db
    .selectFrom('auditEntry')
    .leftJoin('staff', (join) => join.on((on) => on('auditEntry.actorId', '=', on.cast<string>('staff.id', 'text'))))
    .select(['sequence', 'at', 'actorKind', 'actorId', 'action', 'subjectKind', 'subjectId', 'hash'])
    .select('staff.name as staffName')
    .orderBy('sequence', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('sequence', '<', page.before);
  if (page.action !== undefined) query = query.where('action', '=', page.action);
  if (page.subjectId !== undefined) query = query.where('subjectId', '=', page.subjectId);
  return query.execute();
}
