import type { EmbedderId } from '@anzai/face';
import type { Db } from '../../platform/db/database.ts';

export type EnrolmentState = 'current' | 'replaced' | 'withdrawn';

export type EnrolmentRow = {
  readonly id: string;
  readonly personId: string;
  readonly attemptId: string | null;
  readonly consentId: string;
  readonly sightingId: string | null;
  readonly staffId: string;
  readonly outletId: string | null;
  readonly state: EnrolmentState;
  readonly templateSealed: Uint8Array | null;
  readonly pictureSealed: Uint8Array | null;
  readonly embedderId: string;
  readonly embedderVersion: string;
  readonly templateFrames: number;
  readonly quality: number | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
};

const columns = [
  'id',
  'personId',
  'attemptId',
  'consentId',
  'sightingId',
  'staffId',
  'outletId',
  'state',
  'templateSealed',
  'pictureSealed',
  'embedderId',
  'embedderVersion',
  'templateFrames',
  'quality',
  'createdAt',
  'endedAt',
] as const;

export async function insertEnrolment(
  db: Db,
  row: EnrolmentRow & { readonly qualityComponents: unknown },
): Promise<void> {
  await db
    .insertInto('enrolment')
    .values({ ...row, qualityComponents: JSON.stringify(row.qualityComponents) })
    .execute();
}

export async function findEnrolmentRow(db: Db, id: string): Promise<EnrolmentRow | undefined> {
  const row = await db.selectFrom('enrolment').select(columns).where('id', '=', id).executeTakeFirst();
  return row as EnrolmentRow | undefined;
}

export async function findCurrentEnrolment(db: Db, personId: string): Promise<EnrolmentRow | undefined> {
  const row = await db
    .selectFrom('enrolment')
    .select(columns)
    .where('personId', '=', personId)
    .where('state', '=', 'current')
    .executeTakeFirst();
  return row as EnrolmentRow | undefined;
}

export async function listEnrolments(db: Db, personId: string): Promise<readonly EnrolmentRow[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('createdAt', 'desc')
    .execute();
  return rows as unknown as EnrolmentRow[];
}

export async function endCurrentEnrolment(
  db: Db,
  change: { readonly personId: string; readonly endedAt: string },
): Promise<void> {
  await db
    .updateTable('enrolment')
    .set({ state: 'replaced', endedAt: change.endedAt })
    .where('personId', '=', change.personId)
    .where('state', '=', 'current')
    .execute();
}

/** Destroys template and picture of every enrolment of the person; the rows stay. */
export async function destroyEnrolments(
  db: Db,
  change: { readonly personId: string; readonly endedAt: string },
): Promise<readonly string[]> {
  const rows = await db
    .updateTable('enrolment')
    .set((eb) => ({
      state: 'withdrawn',
      templateSealed: null,
      pictureSealed: null,
      endedAt: eb.fn.coalesce('endedAt', eb.val(change.endedAt)),
    }))
    .where('personId', '=', change.personId)
    .where('state', '<>', 'withdrawn')
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Replaced ones whose time is over lose template and picture. */
export async function destroyReplacedBefore(db: Db, before: string): Promise<void> {
  await db
    .updateTable('enrolment')
    .set({ templateSealed: null, pictureSealed: null })
    .where('state', '=', 'replaced')
    .where('endedAt', '<', before)
    .where('templateSealed', 'is not', null)
    .execute();
}

/** The latest enrolment of each of these people tells what their template is today. */
export async function listTemplateStates(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, 'current' | 'withdrawn'>> {
  const states = new Map<string, 'current' | 'withdrawn'>();
  if (personIds.length === 0) return states;
  const rows = await db
    .selectFrom('enrolment')
    .select(['personId', 'state'])
    .where('personId', 'in', [...personIds])
    .where('state', 'in', ['current', 'withdrawn'])
    .execute();
  for (const row of rows) {
    if (row.state === 'current') states.set(row.personId, 'current');
    else if (!states.has(row.personId)) states.set(row.personId, 'withdrawn');
  }
  return states;
}

/** Ids of all templates that one embedder made and that are in use. */
export async function listGalleryKeys(
  db: Db,
  embedder: EmbedderId,
): Promise<readonly { readonly id: string; readonly personId: string }[]> {
  return db
    .selectFrom('enrolment')
    .select(['id', 'personId'])
    .where('state', '=', 'current')
    .where('embedderId', '=', embedder.id)
    .where('embedderVersion', '=', embedder.version)
    .execute();
}

export async function listEnrolmentRows(db: Db, ids: readonly string[]): Promise<readonly EnrolmentRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('enrolment')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute();
  return rows as unknown as EnrolmentRow[];
}

/** Current ones that another embedder made and whose picture allows a new template. */
export async function listOutdated(
  db: Db,
  wanted: { readonly embedder: EmbedderId; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('id')
    .where('state', '=', 'current')
    .where('pictureSealed', 'is not', null)
    .where((eb) =>
      eb.or([eb('embedderId', '<>', wanted.embedder.id), eb('embedderVersion', '<>', wanted.embedder.version)]),
    )
    .orderBy('id')
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Only while it is still current: a withdrawal in between wins. Answers whether it was kept. */
export async function replaceTemplate(
  db: Db,
  change: {
    readonly id: string;
    readonly templateSealed: Uint8Array;
    readonly embedder: EmbedderId;
    readonly templateFrames: number;
    readonly renewedAt: string;
  },
): Promise<boolean> {
  const result = await db
    .updateTable('enrolment')
    .set({
      templateSealed: change.templateSealed,
      embedderId: change.embedder.id,
      embedderVersion: change.embedder.version,
      templateFrames: change.templateFrames,
      renewedAt: change.renewedAt,
    })
    .where('id', '=', change.id)
    .where('state', '=', 'current')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function countTemplates(
  db: Db,
  embedder: EmbedderId,
): Promise<{ readonly templates: number; readonly outdated: number }> {
  const rows = await db
    .selectFrom('enrolment')
    .select(({ fn }) => ['embedderId', 'embedderVersion', fn.countAll<bigint>().as('count')])
    .where('state', '=', 'current')
    .groupBy(['embedderId', 'embedderVersion'])
    .execute();
  const total = rows.reduce((sum, row) => sum + Number(row.count), 0);
  const present = rows.find((row) => row.embedderId === embedder.id && row.embedderVersion === embedder.version);
  return { templates: total, outdated: total - Number(present?.count ?? 0n) };
}
