import type { Policy } from '@anzai/domain';
import type { QualityDecision, Template } from '@anzai/face';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Tx } from '../../../platform/deps.ts';
import { openCase } from '../../case/index.ts';
import type { DuplicateCandidate } from '../gallery.ts';
import { endCurrentEnrolment, insertEnrolment } from '../store.ts';
import { encodeTemplate } from '../template-codec.ts';

export type RecordEnrolment = {
  readonly personId: string;
  readonly attemptId: string | null;
  readonly consentId: string;
  readonly sightingId: string | null;
  readonly staffId: string;
  readonly outletId: string | null;
  readonly template: Template;
  /** JPEG that a later embedder makes its template from. */
  readonly picture: Uint8Array;
  readonly quality: QualityDecision | null;
  readonly duplicates: readonly DuplicateCandidate[];
  readonly policy: Policy;
};

/** Keeps a face. The one before is replaced and stays in the history; a likeness elsewhere opens a case, nothing more. */
export async function recordEnrolment(tx: Tx, command: RecordEnrolment): Promise<string> {
  const id = tx.ids.uuid();
  const now = tx.clock.now();
  const { personId, template, quality } = command;
  const measured = quality !== null && quality.outcome !== 'error' ? quality : null;
  await endCurrentEnrolment(tx.db, { personId, endedAt: now });
  await insertEnrolment(tx.db, {
    id,
    personId,
    attemptId: command.attemptId,
    consentId: command.consentId,
    sightingId: command.sightingId,
    staffId: command.staffId,
    outletId: command.outletId,
    state: 'current',
    templateSealed: tx.vault.seal({ table: 'enrolment', row: id, field: 'template' }, encodeTemplate(template)),
    pictureSealed: tx.vault.seal({ table: 'enrolment', row: id, field: 'picture' }, command.picture),
    embedderId: template.embedder.id,
    embedderVersion: template.embedder.version,
    templateFrames: template.frames,
    quality: measured === null ? null : Math.max(0, Math.min(100, Math.round(measured.score))),
    qualityComponents: measured?.components ?? [],
    createdAt: now,
    endedAt: null,
  });
  recordAudit(tx, {
    actor: { kind: 'staff', id: command.staffId },
    action: 'face.enrolled',
    subject: { kind: 'person', id: personId },
    facts: {
      enrolmentId: id,
      attemptId: command.attemptId,
      embedder: `${template.embedder.id}@${template.embedder.version}`,
    },
  });
  if (command.duplicates.length > 0) {
    await openCase(tx, {
      kind: 'duplicate-face',
      personId,
      policy: command.policy,
      reasons: ['face-like-other'],
      attemptIds: command.attemptId === null ? [] : [command.attemptId],
      enrolmentId: id,
      others: command.duplicates,
    });
  }
  return id;
}
