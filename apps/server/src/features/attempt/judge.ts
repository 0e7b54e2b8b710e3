import { addDays, startOfDay, type JudgementSummary, type Policy } from '@anzai/domain';
import type { AttemptJudgement, CapturedFrame, EngineError, Template } from '@anzai/face';
import type { Deps } from '../../platform/deps.ts';
import {
  findDuplicates,
  findEnrolmentRow,
  isSameEmbedder,
  openTemplate,
  renewTemplate,
  type DuplicateCandidate,
} from '../enrolment/index.ts';
import { listFingerprints, listFramePictures } from './frame-store.ts';
import type { AttemptRow } from './store.ts';

const ownFingerprintsMax = 2400;
const otherFingerprintsMax = 6000;

/** Everything the engine had to say, read before the deciding transaction opens. */
export type Judged = {
  readonly judgement: AttemptJudgement | EngineError;
  readonly duplicates: readonly DuplicateCandidate[];
  /** JPEG of the frame that serves best as a reference, for an enrolment. */
  readonly picture: Uint8Array | null;
};

async function loadFrames(deps: Deps, attempt: AttemptRow): Promise<readonly CapturedFrame[]> {
  const rows = await listFramePictures(deps.db, attempt.id);
  return rows.flatMap((row) => {
    if (row.pictureSealed === null) return [];
    const place = { table: 'attempt_frame', row: `${attempt.id}/${row.frameIndex}`, field: 'picture' };
    const { frameIndex: index, capturedAtMs, promptIndex, colourIndex } = row;
    return [{ index, image: deps.vault.open(place, row.pictureSealed), capturedAtMs, promptIndex, colourIndex }];
  });
}

/** The template to compare with, made anew if the engine's embedder has changed since. */
async function loadReference(deps: Deps, attempt: AttemptRow): Promise<Template | null> {
  if (attempt.referenceEnrolmentId === null) return null;
  await renewTemplate(deps, attempt.referenceEnrolmentId);
  const row = await findEnrolmentRow(deps.db, attempt.referenceEnrolmentId);
  const template = row === undefined ? undefined : openTemplate(deps, row);
  // One that could not be made anew is no reference: the attempt then leads to another way instead of failing for ever.
  return template !== undefined && isSameEmbedder(template.embedder, deps.engine.info.embedder) ? template : null;
}

async function loadFingerprints(deps: Deps, attempt: AttemptRow, policy: Policy): Promise<readonly Uint8Array[]> {
  const first = addDays(deps.clock.today(), -policy.retention.fingerprintDays);
  return listFingerprints(deps.db, {
    attemptId: attempt.id,
    personId: attempt.personId,
    since: startOfDay(first, policy.timeZone),
    ownMax: ownFingerprintsMax,
    othersMax: otherFingerprintsMax,
  });
}

async function searchDuplicates(
  deps: Deps,
  attempt: AttemptRow,
  wanted: { readonly judgement: AttemptJudgement; readonly policy: Policy },
): Promise<readonly DuplicateCandidate[]> {
  const { template, liveness } = wanted.judgement;
  if (attempt.purpose !== 'enrolment' || template === null || liveness.outcome !== 'live') return [];
  const fmr = wanted.policy.face.duplicateFmr;
  return findDuplicates(deps, { personId: attempt.personId, probe: template, fmr });
}

/** Asks the engine about a submitted attempt. No transaction is open meanwhile. */
export async function judge(deps: Deps, attempt: AttemptRow, policy: Policy): Promise<Judged> {
  const frames = await loadFrames(deps, attempt);
  const judgement = await deps.engine.judgeAttempt({
    challenge: attempt.challenge as unknown as Parameters<typeof deps.engine.judgeAttempt>[0]['challenge'],
    frames,
    reference: await loadReference(deps, attempt),
    seenFingerprints: await loadFingerprints(deps, attempt, policy),
    fmr: policy.face.matchFmr,
  });
  if (!('liveness' in judgement)) return { judgement, duplicates: [], picture: null };
  const duplicates = await searchDuplicates(deps, attempt, { judgement, policy });
  const picture = frames.find((frame) => frame.index === judgement.bestFrame)?.image ?? null;
  return { judgement, duplicates, picture };
}

/** What the decision is made from: outcomes only. */
export function summarise(judged: Judged, replayed: boolean): JudgementSummary {
  const { judgement, picture } = judged;
  if (!('liveness' in judgement)) {
    return { liveness: 'error', match: 'error', against: [], tips: [], replayed, templateFit: false };
  }
  const { liveness, match, quality, template } = judgement;
  const isGood = quality?.outcome === 'good';
  return {
    liveness: liveness.outcome,
    match: match?.outcome ?? 'none',
    against:
      liveness.outcome === 'error'
        ? []
        : liveness.signals.filter((signal) => signal.outcome === 'against').map((signal) => signal.name),
    tips: liveness.outcome === 'error' ? [] : liveness.tips,
    replayed,
    templateFit: template !== null && picture !== null && isGood,
  };
}
