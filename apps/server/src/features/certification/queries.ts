import type { CertificateSummary } from '@anzai/contract';
import { decideStanding, type Standing } from '@anzai/domain';
import type { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import { getPolicy } from '../agency/index.ts';
import { listPeopleInReview } from '../case/index.ts';
import { listCertificateRows, type CertificateRow } from '../certificate/index.ts';
import { listBenefits, type Person } from '../people/index.ts';
import { listCertificationRows, listCertifiedDays, type CertificationRow } from './store.ts';

/** Where each of these people stands today. */
export async function listStandings(
  context: Context,
  people: readonly Person[],
): Promise<ReadonlyMap<string, Standing>> {
  const ids = people.map((person) => person.id);
  const policy = await getPolicy(context);
  const benefits = await listBenefits(context.db, ids);
  const certified = await listCertifiedDays(context.db, ids);
  const inReview = await listPeopleInReview(context.db, ids);
  const today = context.clock.today();
  return new Map(
    people.map((person) => [
      person.id,
      decideStanding({
        policy,
        today,
        residence: person.residence,
        deceased: person.life === 'deceased',
        benefits: benefits.filter((benefit) => benefit.personId === person.id),
        certifiedOn: certified.get(person.id) ?? [],
        inReview: inReview.has(person.id),
      }),
    ]),
  );
}

export async function getStanding(context: Context, person: Person): Promise<Standing> {
  const standing = (await listStandings(context, [person])).get(person.id);
  if (standing === undefined) throw new Error('A person without standing');
  return standing;
}

export function toCertificateSummary(
  certificate: CertificateRow,
  certification: CertificationRow,
  today: string,
): z.infer<typeof CertificateSummary> {
  const { id, number, code } = certificate;
  const { certifiedOn, validUntil, channel } = certification;
  const isOver = validUntil < today;
  const state = certificate.revokedAt !== null ? 'revoked' : isOver ? 'expired' : 'valid';
  return { id, number, certifiedOn, validUntil, channel, state, code };
}

/** Newest first. */
export async function listCertificates(
  context: Context,
  personId: string,
): Promise<z.infer<typeof CertificateSummary>[]> {
  const certifications = new Map((await listCertificationRows(context.db, personId)).map((row) => [row.id, row]));
  const certificates = await listCertificateRows(context.db, personId);
  const today = context.clock.today();
  return certificates.flatMap((certificate) => {
    const certification = certifications.get(certificate.certificationId);
    return certification === undefined ? [] : [toCertificateSummary(certificate, certification, today)];
  });
}
