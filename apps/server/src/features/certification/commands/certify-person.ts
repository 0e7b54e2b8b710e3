import { decideValidity, findPeriodRow, type Channel, type Locale, type Policy, type Validity } from '@anzai/domain';
import { formatDay } from '@anzai/i18n';
import { renderMessage } from '@anzai/i18n/messages';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { AuditActor } from '../../../platform/audit/audit-entry.ts';
import type { Tx } from '../../../platform/deps.ts';
import { enqueueMessage } from '../../../platform/outbox/enqueue-message.ts';
import { getAgencyRow } from '../../agency/index.ts';
import { closeCasesOfCertified } from '../../case/index.ts';
import { findCertificateOf, issueFor, type CertificateRow } from '../../certificate/index.ts';
import { listBenefits, openPhone, type Benefit, type Person } from '../../people/index.ts';
import { findCertificationOfCycle, insertCertification, type CertificationRow, type Evidence } from '../store.ts';

export type CertifyPerson = {
  readonly person: Person;
  readonly policy: Policy;
  readonly channel: Channel;
  readonly evidence: Partial<Evidence>;
  readonly note?: string | undefined;
  readonly actor: AuditActor;
  /** Language of the message to the person. */
  readonly locale: Locale;
};

export type Certified = { readonly certification: CertificationRow; readonly certificate: CertificateRow };

/** Of several benefits the one whose certification ends first sets the date; without any the first row of the policy. */
function pickValidity(command: CertifyPerson, benefits: readonly Benefit[], today: string): Validity {
  const { policy, person } = command;
  const validities = benefits.flatMap((benefit) => {
    const row = findPeriodRow(policy, { scheme: benefit.scheme, residence: person.residence });
    return row === undefined ? [] : [decideValidity(row.period, today)];
  });
  const first = policy.periods[0];
  if (first === undefined) throw new Error('A policy without periods');
  return (
    validities.toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1))[0] ?? decideValidity(first.period, today)
  );
}

const noEvidence: Evidence = {
  attemptId: null,
  sightingId: null,
  caseId: null,
  staffId: null,
  accountId: null,
  outletId: null,
};

async function createCertification(tx: Tx, command: CertifyPerson, validity: Validity): Promise<CertificationRow> {
  const id = tx.ids.uuid();
  const place = { table: 'certification', row: id, field: 'note' };
  const row: CertificationRow = {
    ...noEvidence,
    ...command.evidence,
    ...validity,
    id,
    personId: command.person.id,
    certifiedOn: tx.clock.today(),
    channel: command.channel,
    policyId: command.policy.id,
    policyVersion: command.policy.version,
    noteSealed: command.note === undefined ? null : tx.vault.sealText(place, command.note),
    createdAt: tx.clock.now(),
    revokedAt: null,
  };
  await insertCertification(tx.db, row);
  recordAudit(tx, {
    actor: command.actor,
    action: 'person.certified',
    subject: { kind: 'person', id: row.personId },
    facts: { certificationId: id, channel: row.channel, cycle: row.cycleKey, validUntil: row.validUntil },
  });
  return row;
}

async function tellPerson(tx: Tx, command: CertifyPerson, done: Certified): Promise<void> {
  const to = openPhone(tx, command.person);
  if (to === undefined) return;
  const agency = await getAgencyRow(tx);
  const facts = {
    name: command.person.name,
    validUntil: formatDay(command.locale, done.certification.validUntil),
    number: done.certificate.number,
    agency: agency.name[command.locale],
  };
  const text = renderMessage({ kind: 'certified', facts }, command.locale);
  await enqueueMessage(tx, { kind: 'certified', to, text });
}

/**
 * Certifies a person for the present cycle: the decision, its certificate, the end of the cases that waited for it and the
 * message, together. A second time in one cycle gives the certificate that is there. The caller holds the person's lock.
 */
export async function certifyPerson(tx: Tx, command: CertifyPerson): Promise<Certified> {
  const benefits = (await listBenefits(tx.db, [command.person.id])).filter((each) => each.state !== 'ended');
  const validity = pickValidity(command, benefits, tx.clock.today());
  const present = await findCertificationOfCycle(tx.db, { personId: command.person.id, cycleKey: validity.cycleKey });
  const issued = present === undefined ? undefined : await findCertificateOf(tx.db, present.id);
  if (present !== undefined && issued !== undefined) {
    await closeCasesOfCertified(tx, command.person.id);
    return { certification: present, certificate: issued };
  }
  const certification = await createCertification(tx, command, validity);
  const schemes = [...new Set(benefits.map((benefit) => benefit.scheme))];
  const certificate = await issueFor(tx, {
    person: command.person,
    policy: command.policy,
    certification: { ...certification, schemes },
  });
  await closeCasesOfCertified(tx, command.person.id);
  const done = { certification, certificate };
  await tellPerson(tx, command, done);
  return done;
}
