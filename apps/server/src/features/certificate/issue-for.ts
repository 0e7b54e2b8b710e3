import { randomInt } from 'node:crypto';
import { issueCertificate } from '@anzai/certificate';
import {
  CERTIFICATE_SERIALS,
  toCertificateNumber,
  yearOf,
  type Channel,
  type Policy,
  type Scheme,
} from '@anzai/domain';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Tx } from '../../platform/deps.ts';
import { getAgencyRow } from '../agency/index.ts';
import { listMaskedDocuments, type Person } from '../people/index.ts';
import { getCertificateKey } from './signing.ts';
import { insertCertificate, isCertificateNumberTaken, type CertificateRow } from './store.ts';

const numberTriesMax = 50;

async function drawNumber(tx: Tx, year: number): Promise<string> {
  for (let tries = 0; tries < numberTriesMax; tries += 1) {
    const number = toCertificateNumber(year, randomInt(CERTIFICATE_SERIALS));
    if (!(await isCertificateNumberTaken(tx.db, number))) return number;
  }
  throw new Error('No free certificate number was found');
}

export type IssueFor = {
  readonly person: Person;
  readonly policy: Policy;
  readonly certification: {
    readonly id: string;
    readonly certifiedOn: string;
    readonly validUntil: string;
    readonly channel: Channel;
    readonly schemes: readonly Scheme[];
  };
};

/** Numbers, signs and keeps the certificate of a certification, in that one's transaction. */
export async function issueFor(tx: Tx, command: IssueFor): Promise<CertificateRow> {
  const { person, certification } = command;
  const agency = await getAgencyRow(tx);
  const key = await getCertificateKey(tx);
  const issuedAt = tx.clock.now();
  const masked = (await listMaskedDocuments(tx, [person.id])).get(person.id) ?? '****';
  const number = await drawNumber(tx, yearOf(certification.certifiedOn));
  const { certifiedOn, validUntil, channel, schemes } = certification;
  const code = issueCertificate({
    claims: {
      number,
      agency: agency.name['zh-CN'],
      personName: person.name,
      documentMasked: masked,
      schemes,
      certifiedOn,
      validUntil,
      channel,
      issuedAt,
    },
    timeZone: command.policy.timeZone,
    key,
  });
  const row = {
    id: tx.ids.uuid(),
    certificationId: certification.id,
    personId: person.id,
    number,
    code,
    keyId: key.keyId,
    issuedAt,
  };
  await insertCertificate(tx.db, row);
  recordAudit(tx, {
    actor: { kind: 'system', id: null },
    action: 'certificate.issued',
    subject: { kind: 'certificate', id: row.id },
    facts: { personId: person.id, certificationId: certification.id, number },
  });
  return { ...row, revokedAt: null };
}
