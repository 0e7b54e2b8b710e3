import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { findEnrolmentRow, replaceTemplate } from '../store.ts';
import { encodeTemplate, isSameEmbedder } from '../template-codec.ts';

export type Renewal = 'renewed' | 'up-to-date' | 'no-picture' | 'not-extracted';

/** Makes the template anew from the reference picture when another embedder decides than the one that made it. */
export async function renewTemplate(deps: Deps, enrolmentId: string): Promise<Renewal> {
  const row = await findEnrolmentRow(deps.db, enrolmentId);
  if (row === undefined || row.state !== 'current') return 'no-picture';
  const { embedder } = deps.engine.info;
  if (isSameEmbedder(embedder, { id: row.embedderId, version: row.embedderVersion })) return 'up-to-date';
  if (row.pictureSealed === null) return 'no-picture';
  const picture = deps.vault.open({ table: 'enrolment', row: row.id, field: 'picture' }, row.pictureSealed);
  const decision = await deps.engine.extractTemplate([picture]);
  if (decision.outcome !== 'extracted') {
    deps.log.warn({ enrolmentId, outcome: decision.outcome }, 'template not renewed');
    return 'not-extracted';
  }
  const { template } = decision;
  return transaction(deps, async (tx) => {
    const place = { table: 'enrolment', row: row.id, field: 'template' };
    const kept = await replaceTemplate(tx.db, {
      id: row.id,
      templateSealed: tx.vault.seal(place, encodeTemplate(template)),
      embedder: template.embedder,
      templateFrames: template.frames,
      renewedAt: tx.clock.now(),
    });
    if (!kept) return 'no-picture';
    recordAudit(tx, {
      actor: { kind: 'system', id: null },
      action: 'template.renewed',
      subject: { kind: 'person', id: row.personId },
      facts: { enrolmentId: row.id, embedder: `${template.embedder.id}@${template.embedder.version}` },
    });
    return 'renewed';
  });
}
