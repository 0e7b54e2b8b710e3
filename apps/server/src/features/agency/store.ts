import { Outlet } from '@anzai/contract';
import type { Locale } from '@anzai/domain';
import { z } from 'zod';
import type { Db } from '../../platform/db/database.ts';

export const Words = z.strictObject({ 'zh-CN': z.string(), 'zh-HK': z.string(), en: z.string() });
export type Words = Readonly<Record<Locale, string>>;

export type AgencyRow = {
  readonly id: string;
  readonly name: Words;
  readonly address: Words;
  readonly hours: Words;
  readonly phone: string;
  readonly policyId: string;
  readonly demonstration: boolean;
};

export async function findAgency(db: Db): Promise<AgencyRow | undefined> {
  const row = await db
    .selectFrom('agency')
    .select(['id', 'name', 'address', 'hours', 'phone', 'policyId', 'demonstration'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { ...row, name: Words.parse(row.name), address: Words.parse(row.address), hours: Words.parse(row.hours) };
}

export async function insertAgency(db: Db, agency: AgencyRow & { readonly createdAt: string }): Promise<void> {
  await db
    .insertInto('agency')
    .values({
      ...agency,
      name: JSON.stringify(agency.name),
      address: JSON.stringify(agency.address),
      hours: JSON.stringify(agency.hours),
    })
    .execute();
}

export async function listOutletRows(db: Db): Promise<readonly Outlet[]> {
  const rows = await db
    .selectFrom('outlet')
    .select(['id', 'kind', 'name', 'address', 'district', 'phone', 'hours', 'services'])
    .orderBy('sortOrder')
    .orderBy('id')
    .execute();
  return rows.map((row) => Outlet.parse(row));
}

export type NewOutlet = Outlet & { readonly sortOrder: number; readonly createdAt: string };

export async function insertOutlets(db: Db, outlets: readonly NewOutlet[]): Promise<void> {
  const rows = outlets.map((outlet) => ({
    ...outlet,
    name: JSON.stringify(outlet.name),
    address: JSON.stringify(outlet.address),
    district: JSON.stringify(outlet.district),
    hours: JSON.stringify(outlet.hours),
  }));
  await db.insertInto('outlet').values(rows).execute();
}
