import { renderCertificatePdf, toVerifyUrl, verifyCode } from '@anzai/certificate';
import type { Locale } from '@anzai/domain';
import type { Context } from '../../platform/deps.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import { getAgencyRow } from '../agency/index.ts';
import { findCertificateRow, listKeySet } from '../certificate/index.ts';
import { findPersonForStaff } from '../people/index.ts';

export type PrintCertificate = {
  readonly certificateId: string;
  /** Certificates of other people do not exist for a person. */
  readonly personId?: string;
  /** Certificates of another counter's people do not exist for a clerk. */
  readonly staff?: StaffActor;
  readonly locale: Locale;
  /** Where verifiers reach this server. */
  readonly baseUrl: string;
};

/** The certificate on paper. What it says is read from the signed code, so that paper and code cannot differ. */
export async function printCertificate(
  context: Context,
  wanted: PrintCertificate,
): Promise<{ bytes: Uint8Array; fileName: string } | undefined> {
  const row = await findCertificateRow(context.db, wanted.certificateId);
  if (row === undefined) return undefined;
  if (wanted.personId !== undefined && row.personId !== wanted.personId) return undefined;
  if (wanted.staff !== undefined) {
    const { personId } = row;
    if (!(await findPersonForStaff(context, { personId, staff: wanted.staff })).ok) return undefined;
  }
  const keys = await listKeySet(context);
  const verification = verifyCode(row.code, { keys, revocations: null, now: context.clock.now() });
  if (!('certificate' in verification)) throw new Error(`Certificate ${row.id} does not verify`);
  const agency = await getAgencyRow(context);
  const { locale } = wanted;
  const bytes = await renderCertificatePdf({
    certificate: verification.certificate,
    locale,
    agency: {
      name: agency.name[locale],
      address: agency.address[locale],
      hours: agency.hours[locale],
      phone: agency.phone,
    },
    qrText: toVerifyUrl(context.config.publicUrl ?? wanted.baseUrl, row.code),
  });
  return { bytes, fileName: `${row.number}.pdf` };
}
