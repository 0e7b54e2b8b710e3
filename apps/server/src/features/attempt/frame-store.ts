import type { Db } from '../../platform/db/database.ts';

export type FrameRow = {
  readonly attemptId: string;
  readonly frameIndex: number;
  readonly capturedAtMs: number;
  readonly promptIndex: number;
  readonly colourIndex: number | null;
  readonly sizeBytes: number;
  readonly contentHash: Uint8Array;
  readonly receivedAt: string;
};

const columns = [
  'attemptId',
  'frameIndex',
  'capturedAtMs',
  'promptIndex',
  'colourIndex',
  'sizeBytes',
  'contentHash',
  'receivedAt',
] as const;

/** What has arrived, without the pictures. */
export async function listFrames(db: Db, attemptId: string): Promise<readonly (FrameRow & { faces: number | null })[]> {
  return db
    .selectFrom('attemptFrame')
    .select([...columns, 'faces'])
    .where('attemptId', '=', attemptId)
    .orderBy('frameIndex')
    .execute();
}

export async function listFramePictures(
  db: Db,
  attemptId: string,
): Promise<readonly (FrameRow & { readonly pictureSealed: Uint8Array | null })[]> {
  return db
    .selectFrom('attemptFrame')
    .select([...columns, 'pictureSealed'])
    .where('attemptId', '=', attemptId)
    .orderBy('frameIndex')
    .execute();
}

export async function findFramePicture(
  db: Db,
  wanted: { readonly attemptId: string; readonly index: number },
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('attemptFrame')
    .select('pictureSealed')
    .where('attemptId', '=', wanted.attemptId)
    .where('frameIndex', '=', wanted.index)
    .executeTakeFirst();
  return row?.pictureSealed ?? undefined;
}

/** Keeps a frame, and claims its content: whoever came first with it owns it. */
export async function insertFrame(db: Db, row: FrameRow & { readonly pictureSealed: Uint8Array }): Promise<void> {
  await db.insertInto('attemptFrame').values(row).execute();
  await db
    .insertInto('seenFrame')
    .values({ contentHash: row.contentHash, attemptId: row.attemptId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether any of these frames came first with another attempt. */
export async function isSeenElsewhere(
  db: Db,
  wanted: { readonly attemptId: string; readonly hashes: readonly Uint8Array[] },
): Promise<boolean> {
  if (wanted.hashes.length === 0) return false;
  const row = await db
    .selectFrom('seenFrame')
    .select('attemptId')
    .where('contentHash', 'in', [...wanted.hashes])
    .where('attemptId', '<>', wanted.attemptId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Fingerprints of earlier material: the person's own first, then whoever came lately. */
export async function listFingerprints(
  db: Db,
  wanted: {
    readonly attemptId: string;
    readonly personId: string;
    readonly since: string;
    readonly ownMax: number;
    readonly othersMax: number;
  },
): Promise<readonly Uint8Array[]> {
  const base = db
    .selectFrom('attemptFrame')
    .innerJoin('attempt', 'attempt.id', 'attemptFrame.attemptId')
    .select('attemptFrame.fingerprint')
    .where('attemptFrame.fingerprint', 'is not', null)
    .where('attemptFrame.attemptId', '<>', wanted.attemptId)
    .where('attemptFrame.receivedAt', '>=', wanted.since)
    .orderBy('attemptFrame.receivedAt', 'desc');
  const own = await base.where('attempt.personId', '=', wanted.personId).limit(wanted.ownMax).execute();
  const others = await base.where('attempt.personId', '<>', wanted.personId).limit(wanted.othersMax).execute();
  return [...own, ...others].flatMap((row) => (row.fingerprint === null ? [] : [row.fingerprint]));
}

export async function updateFrameReport(
  db: Db,
  report: {
    readonly attemptId: string;
    readonly index: number;
    readonly faces: number;
    readonly fingerprint: Uint8Array | null;
  },
): Promise<void> {
  await db
    .updateTable('attemptFrame')
    .set({ faces: report.faces, fingerprint: report.fingerprint })
    .where('attemptId', '=', report.attemptId)
    .where('frameIndex', '=', report.index)
    .execute();
}

/** Destroys pictures and fingerprints of all attempts of a person. What remains are keyed hashes, which are no picture. */
export async function destroyFramesOfPerson(
  db: Db,
  change: { readonly personId: string; readonly at: string },
): Promise<void> {
  await db
    .updateTable('attemptFrame')
    .set({ pictureSealed: null, fingerprint: null })
    .where('attemptId', 'in', (eb) =>
      eb.selectFrom('attempt').select('attempt.id').where('attempt.personId', '=', change.personId),
    )
    .execute();
  await db
    .updateTable('attempt')
    .set({ framesDestroyedAt: change.at, judgementSealed: null })
    .where('personId', '=', change.personId)
    .where('framesDestroyedAt', 'is', null)
    .execute();
}
