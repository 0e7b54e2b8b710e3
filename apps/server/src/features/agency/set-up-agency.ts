import { Outlet } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import { z } from 'zod';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Tx } from '../../platform/deps.ts';
import { getPolicyPack } from './queries.ts';
import { findAgency, insertAgency, insertOutlets, Words } from './store.ts';

/** The file that an operator writes once: the agency, the policy it decides by, and its counters. */
export const AgencyFile = z.strictObject({
  name: Words,
  address: Words,
  hours: Words,
  phone: z.string().min(3).max(30),
  /** Id of a file in `policies/`. */
  policy: z.string().min(1),
  outlets: z.array(Outlet.omit({ id: true })).min(1),
});
export type AgencyFile = z.infer<typeof AgencyFile>;

/** Sets up the one agency of this installation. Refused, changing nothing, when there is one already. */
export async function setUpAgency(tx: Tx, file: AgencyFile): Promise<Result<{ outlets: number }, { code: 'exists' }>> {
  if ((await findAgency(tx.db)) !== undefined) return refuse({ code: 'exists' });
  const policyId = getPolicyPack(file.policy).id;
  const createdAt = tx.clock.now();
  const { name, address, hours, phone } = file;
  const id = tx.ids.uuid();
  await insertAgency(tx.db, { id, name, address, hours, phone, policyId, demonstration: false, createdAt });
  const outlets = file.outlets.map((outlet, sortOrder) => ({ ...outlet, id: tx.ids.uuid(), sortOrder, createdAt }));
  await insertOutlets(tx.db, outlets);
  recordAudit(tx, {
    actor: { kind: 'system', id: null },
    action: 'agency.set_up',
    subject: { kind: 'agency', id },
    facts: { policyId, outlets: outlets.length },
  });
  return ok({ outlets: outlets.length });
}
