import type { AttemptOutcome, Challenge } from '@anzai/contract';
import type { z } from 'zod';
import type { Db } from '../../platform/db/database.ts';

export type Outcome = z.infer<typeof AttemptOutcome>;
export type AttemptState = 'open' | 'submitted' | 'decided' | 'abandoned' | 'expired';

export type AttemptRow = {
  readonly id: string;
  readonly personId: string;
  readonly purpose: 'certification' | 'enrolment';
  readonly acting: 'self' | 'helper' | 'counter';
  readonly accountId: string | null;
  readonly staffId: string | null;
  readonly outletId: string | null;
  readonly helperName: string | null;
  readonly consentId: string;
  readonly sightingId: string | null;
  readonly referenceEnrolmentId: string | null;
  readonly mode: 'move' | 'still';
  readonly challenge: Challenge;
  readonly nonce: string;
  readonly deviceId: string;
  readonly state: AttemptState;
  readonly frameCount: number | null;
  readonly startedOn: string;
  readonly startedAt: string;
  readonly expiresAt: string;
  readonly submittedAt: string | null;
  readonly endedAt: string | null;
  readonly counts: boolean | null;
  readonly decision: Outcome['kind'] | null;
  readonly alarm: string | null;
  readonly liveness: string | null;
  readonly match: string | null;
  readonly signals: readonly StoredSignal[] | null;
  readonly outcome: Outcome | null;
};

/** What reviewers read of a signal; its score stays in the sealed judgement. */
export type StoredSignal = {
  readonly name: string;
  readonly outcome: 'for' | 'against' | 'unmeasured';
  readonly reasons: readonly string[];
};

const columns = [
  'id',
  'personId',
  'purpose',
  'acting',
  'accountId',
  'staffId',
  'outletId',
  'helperName',
  'consentId',
  'sightingId',
  'referenceEnrolmentId',
  'mode',
  'challenge',
  'nonce',
  'deviceId',
  'state',
  'frameCount',
  'startedOn',
  'startedAt',
  'expiresAt',
  'submittedAt',
  'endedAt',
  'counts',
  'decision',
  'alarm',
  'liveness',
  'match',
  'signals',
  'outcome',
] as const;

export async function insertAttempt(
  db: Db,
  row: Omit<AttemptRow, 'signals' | 'outcome'> & { readonly deviceSealed: Uint8Array },
): Promise<void> {
  await db
    .insertInto('attempt')
    .values({ ...row, challenge: JSON.stringify(row.challenge) })
    .execute();
}

export async function findAttemptRow(db: Db, id: string): Promise<AttemptRow | undefined> {
  const row = await db.selectFrom('attempt').select(columns).where('id', '=', id).executeTakeFirst();
  return row as AttemptRow | undefined;
}

export async function lockAttemptRow(db: Db, id: string): Promise<AttemptRow | undefined> {
  const row = await db.selectFrom('attempt').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row as AttemptRow | undefined;
}

export async function findOpenAttempt(db: Db, personId: string): Promise<AttemptRow | undefined> {
  const row = await db
    .selectFrom('attempt')
    .select(columns)
    .where('personId', '=', personId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row as AttemptRow | undefined;
}

export async function listAttemptRows(db: Db, personId: string): Promise<readonly AttemptRow[]> {
  const rows = await db
    .selectFrom('attempt')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('startedAt', 'desc')
    .execute();
  return rows as unknown as AttemptRow[];
}

export async function listAttemptRowsById(db: Db, ids: readonly string[]): Promise<readonly AttemptRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('attempt')
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('startedAt')
    .execute();
  return rows as unknown as AttemptRow[];
}

export async function markSubmitted(
  db: Db,
  change: { readonly id: string; readonly frameCount: number; readonly submittedAt: string },
): Promise<void> {
  const { id, ...set } = change;
  await db
    .updateTable('attempt')
    .set({ ...set, state: 'submitted' })
    .where('id', '=', id)
    .execute();
}

export async function markEnded(
  db: Db,
  change: { readonly id: string; readonly state: 'abandoned' | 'expired'; readonly endedAt: string },
): Promise<void> {
  const { id, ...set } = change;
  await db.updateTable('attempt').set(set).where('id', '=', id).execute();
}

export type DecidedAttempt = {
  readonly id: string;
  readonly endedAt: string;
  readonly counts: boolean;
  readonly decision: Outcome['kind'];
  readonly alarm: string | null;
  readonly liveness: string;
  readonly match: string;
  readonly signals: readonly StoredSignal[];
  readonly judgementSealed: Uint8Array;
  readonly pack: string;
  readonly outcome: Outcome;
};

export async function markDecided(db: Db, change: DecidedAttempt): Promise<void> {
  const { id, signals, outcome, ...set } = change;
  await db
    .updateTable('attempt')
    .set({ ...set, state: 'decided', signals: JSON.stringify(signals), outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute();
}

/** Open attempts whose time has run out. */
export async function listExpired(db: Db, now: string): Promise<readonly { readonly id: string }[]> {
  return db
    .selectFrom('attempt')
    .select('id')
    .where('state', '=', 'open')
    .where('expiresAt', '<', now)
    .orderBy('expiresAt')
    .limit(500)
    .execute();
}

export async function listSubmittedBefore(db: Db, before: string): Promise<readonly { readonly id: string }[]> {
  return db
    .selectFrom('attempt')
    .select('id')
    .where('state', '=', 'submitted')
    .where('submittedAt', '<', before)
    .limit(500)
    .execute();
}
