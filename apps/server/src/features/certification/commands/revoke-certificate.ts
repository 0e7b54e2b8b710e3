import type { CertificateSummary, Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Context } from '../../../platform/deps.ts';
import type { StaffActor } from '../../../platform/session/actor.ts';
import { findCertificateRow, lockCertificateRow, markRevoked } from '../../certificate/index.ts';
import { lockPerson } from '../../people/index.ts';
import { toCertificateSummary } from '../queries.ts';
import { findCertificationRow, markCertificationRevoked } from '../store.ts';

export type RevokeCertificate = { readonly certificateId: string; readonly reason: string; readonly staff: StaffActor };

/** A revoked certificate no longer certifies: the person is due again, and the public list names its number. */
export async function revokeCertificate(
  context: Context,
  command: RevokeCertificate,
): Promise<Result<z.infer<typeof CertificateSummary>, Refusal<'request.not_found' | 'certificate.revoked'>>> {
  return transaction(context, async (tx) => {
    const found = await findCertificateRow(tx.db, command.certificateId);
    if (found === undefined) return refuse({ code: 'request.not_found' });
    await lockPerson(tx, found.personId);
    const certificate = await lockCertificateRow(tx.db, found.id);
    const certification = await findCertificationRow(tx.db, found.certificationId);
    if (certificate === undefined || certification === undefined) return refuse({ code: 'request.not_found' });
    if (certificate.revokedAt !== null) return refuse({ code: 'certificate.revoked' });
    const revokedAt = tx.clock.now();
    const place = { table: 'certificate', row: certificate.id, field: 'revoked_reason' };
    await markRevoked(tx.db, {
      id: certificate.id,
      revokedAt,
      revokedBy: command.staff.id,
      revokedReasonSealed: tx.vault.sealText(place, command.reason),
    });
    await markCertificationRevoked(tx.db, { id: certification.id, revokedAt });
    recordAudit(tx, {
      actor: { kind: 'staff', id: command.staff.id },
      action: 'certificate.revoked',
      subject: { kind: 'certificate', id: certificate.id },
      facts: { personId: certificate.personId, number: certificate.number },
    });
    return ok(toCertificateSummary({ ...certificate, revokedAt }, certification, tx.clock.today()));
  });
}
