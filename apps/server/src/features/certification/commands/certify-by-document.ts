import type { CertificateSummary, Refusal } from '@anzai/contract';
import { isChannelOpen, ok, refuse, type Channel, type Result } from '@anzai/domain';
import type { z } from 'zod';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { findOutlet, getPolicy } from '../../agency/index.ts';
import { findSightingRow, listBenefits, lockPersonForStaff } from '../../people/index.ts';
import { toCertificateSummary } from '../queries.ts';
import { certifyPerson } from './certify-person.ts';

export type CertifyByDocument = {
  readonly personId: string;
  readonly sightingId: string;
  readonly note?: string | undefined;
  readonly staff: StaffActor;
};

type Refused = Refusal<'person.not_found' | 'person.other_outlet' | 'person.deceased' | 'sighting.missing'>;

/** The channel is what the counter is; where the policy keeps that one closed it is the agency's own counter. */
async function pickChannel(
  context: Context,
  input: { readonly outletId: string | null; readonly isOpen: (channel: Channel) => boolean },
): Promise<Channel> {
  const outlet = await findOutlet(context, input.outletId);
  if (outlet?.kind === 'street-office' && input.isOpen('street-office')) return 'street-office';
  if (outlet?.kind === 'bank' && input.isOpen('bank')) return 'bank';
  return 'counter-document';
}

/** The person stands at the counter, and the original was seen there today. */
export async function certifyByDocument(
  context: Context,
  command: CertifyByDocument,
): Promise<Result<z.infer<typeof CertificateSummary>, Refused>> {
  return transaction(context, async (tx) => {
    const found = await lockPersonForStaff(tx, command);
    if (!found.ok) return found;
    const person = found.value;
    if (person.life === 'deceased') return refuse({ code: 'person.deceased' });
    const today = tx.clock.today();
    const wanted = { personId: person.id, outletId: command.staff.outletId, on: today };
    const sighting = await findSightingRow(tx.db, wanted);
    if (sighting === undefined || sighting.id !== command.sightingId) return refuse({ code: 'sighting.missing' });
    const policy = await getPolicy(tx);
    const schemes = (await listBenefits(tx.db, [person.id])).map((benefit) => benefit.scheme);
    const isOpen = (channel: Channel): boolean =>
      isChannelOpen(policy, { channel, schemes, residence: person.residence });
    const done = await certifyPerson(tx, {
      person,
      policy,
      channel: await pickChannel(tx, { outletId: command.staff.outletId, isOpen }),
      evidence: { sightingId: sighting.id, staffId: command.staff.id, outletId: command.staff.outletId },
      note: command.note,
      actor: { kind: 'staff', id: command.staff.id },
      locale: 'zh-CN',
    });
    return ok(toCertificateSummary(done.certificate, done.certification, today));
  });
}
