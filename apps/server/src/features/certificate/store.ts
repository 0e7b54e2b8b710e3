import type { Db } from '../../platform/db/database.ts';

export type CertificateRow = {
  readonly id: string;
  readonly certificationId: string;
  readonly personId: string;
  readonly number: string;
  readonly code: string;
  readonly keyId: string;
  readonly issuedAt: string;
  readonly revokedAt: string | null;
};

const columns = ['id', 'certificationId', 'personId', 'number', 'code', 'keyId', 'issuedAt', 'revokedAt'] as const;

export async function isCertificateNumberTaken(db: Db, number: string): Promise<boolean> {
  const row = await db.selectFrom('certificate').select('id').where('number', '=', number).executeTakeFirst();
  return row !== undefined;
}

export async function insertCertificate(db: Db, row: Omit<CertificateRow, 'revokedAt'>): Promise<void> {
  await db.insertInto('certificate').values(row).execute();
}

export async function findCertificateRow(db: Db, id: string): Promise<CertificateRow | undefined> {
  return db.selectFrom('certificate').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function lockCertificateRow(db: Db, id: string): Promise<CertificateRow | undefined> {
  return db.selectFrom('certificate').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function listCertificateRows(db: Db, personId: string): Promise<readonly CertificateRow[]> {
  return db
    .selectFrom('certificate')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function findCertificateOf(db: Db, certificationId: string): Promise<CertificateRow | undefined> {
  return db.selectFrom('certificate').select(columns).where('certificationId', '=', certificationId).executeTakeFirst();
}

export async function markRevoked(
  db: Db,
  change: {
    readonly id: string;
    readonly revokedAt: string;
    readonly revokedBy: string;
    readonly revokedReasonSealed: Uint8Array;
  },
): Promise<void> {
  const { id, ...set } = change;
  await db.updateTable('certificate').set(set).where('id', '=', id).execute();
}

export async function listRevoked(
  db: Db,
): Promise<readonly { readonly number: string; readonly revokedAt: string | null }[]> {
  return db
    .selectFrom('certificate')
    .select(['number', 'revokedAt'])
    .where('revokedAt', 'is not', null)
    .orderBy('number')
    .execute();
}
