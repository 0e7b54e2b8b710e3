import { decideAttempt, type AttemptDecision, type Channel, type JudgementSummary, type Policy } from '@anzai/domain';
import type { EngineInfo } from '@anzai/face';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import type { Deps, Tx } from '../../../platform/deps.ts';
import { getPolicy } from '../../agency/index.ts';
import { openCase, type CaseRow } from '../../case/index.ts';
import { certifyPerson } from '../../certification/index.ts';
import { findLastConsent } from '../../consent-record/index.ts';
import { recordEnrolment } from '../../enrolment/index.ts';
import { lockPerson, type Person } from '../../people/index.ts';
import { isSeenElsewhere, listFrames, updateFrameReport } from '../frame-store.ts';
import { summarise, type Judged } from '../judge.ts';
import {
  findAttemptRow,
  lockAttemptRow,
  markDecided,
  type AttemptRow,
  type Outcome,
  type StoredSignal,
} from '../store.ts';
import { tellOfReview } from '../tell-of-review.ts';
import { countTries } from '../tries.ts';

type Settling = {
  readonly attempt: AttemptRow;
  readonly person: Person;
  readonly policy: Policy;
  readonly judged: Judged;
  readonly summary: JudgementSummary;
  readonly decision: AttemptDecision;
  /** Earlier tries, which a case carries along. */
  readonly earlierIds: readonly string[];
};

function listSignals(judged: Judged): readonly StoredSignal[] {
  const { judgement } = judged;
  if (!('liveness' in judgement) || judgement.liveness.outcome === 'error') return [];
  return judgement.liveness.signals.map(({ name, outcome, reasons }) => ({ name, outcome, reasons: [...reasons] }));
}

/** The whole record with its scores, for the reviewer and for audits of the engine. The template is not part of it. */
function toJudgementText(judged: Judged): string {
  const { judgement } = judged;
  if (!('liveness' in judgement)) return JSON.stringify(judgement);
  const frames = judgement.frames.map((report) => ({ ...report, fingerprint: null }));
  return JSON.stringify({ ...judgement, template: null, frames });
}

async function keepEnrolment(tx: Tx, settling: Settling): Promise<string | null> {
  const { attempt, judged, policy } = settling;
  const { judgement, picture, duplicates } = judged;
  const template = 'liveness' in judgement ? judgement.template : null;
  if (attempt.purpose !== 'enrolment' || !('liveness' in judgement) || template === null || picture === null)
    return null;
  if (attempt.staffId === null) throw new Error('An enrolment without a clerk');
  return recordEnrolment(tx, {
    personId: attempt.personId,
    attemptId: attempt.id,
    consentId: attempt.consentId,
    sightingId: attempt.sightingId,
    staffId: attempt.staffId,
    outletId: attempt.outletId,
    template,
    picture,
    quality: judgement.quality,
    duplicates,
    policy,
  });
}

function channelOf(attempt: AttemptRow): Channel {
  if (attempt.purpose === 'enrolment') return 'counter-enrolment';
  return attempt.acting === 'counter' ? 'assisted-face' : 'remote-face';
}

async function pass(tx: Tx, settling: Settling): Promise<Outcome> {
  const { attempt, person, policy } = settling;
  const enrolmentId = await keepEnrolment(tx, settling);
  if (attempt.purpose === 'enrolment' && !policy.enrolmentCountsAsCertification.value) {
    return { kind: 'passed', certificateId: null, enrolmentId };
  }
  const consent = await findLastConsent(tx.db, person.id);
  const { certificate } = await certifyPerson(tx, {
    person,
    policy,
    channel: channelOf(attempt),
    evidence: {
      attemptId: attempt.id,
      sightingId: attempt.sightingId,
      staffId: attempt.staffId,
      accountId: attempt.accountId,
      outletId: attempt.outletId,
    },
    actor:
      attempt.staffId === null ? { kind: 'account', id: attempt.accountId } : { kind: 'staff', id: attempt.staffId },
    locale: consent?.locale ?? 'zh-CN',
  });
  return { kind: 'passed', certificateId: certificate.id, enrolmentId };
}

async function lead(tx: Tx, settling: Settling, reasons: readonly string[]): Promise<CaseRow> {
  const { attempt, policy, decision, earlierIds } = settling;
  return openCase(tx, {
    kind: decision.outcome.kind === 'review' ? 'attempt-review' : 'way-chosen',
    personId: attempt.personId,
    policy,
    reasons,
    attemptIds: [...earlierIds, attempt.id],
  });
}

async function carryOut(tx: Tx, settling: Settling): Promise<Outcome> {
  const { outcome } = settling.decision;
  switch (outcome.kind) {
    case 'passed':
      return pass(tx, settling);
    case 'again':
      return outcome;
    case 'review': {
      const opened = await lead(tx, settling, outcome.reasons);
      await tellOfReview(tx, settling.person, opened);
      return { kind: 'review', caseId: opened.id, caseNumber: opened.number, decideBy: opened.decideBy };
    }
    case 'other-way': {
      const opened = await lead(tx, settling, outcome.reasons);
      return { kind: 'other-way', caseId: opened.id, caseNumber: opened.number };
    }
  }
}

async function raiseAlarm(tx: Tx, settling: Settling): Promise<void> {
  const { attempt, decision, policy } = settling;
  if (decision.alarm === null) return;
  await openCase(tx, {
    kind: 'attack-alarm',
    personId: attempt.personId,
    policy,
    reasons: [decision.alarm],
    attemptIds: [attempt.id],
  });
}

async function keepReports(tx: Tx, attempt: AttemptRow, judged: Judged): Promise<void> {
  if (!('liveness' in judged.judgement)) return;
  for (const report of judged.judgement.frames) {
    const { index, faces, fingerprint } = report;
    await updateFrameReport(tx.db, { attemptId: attempt.id, index, faces, fingerprint });
  }
}

async function weigh(
  tx: Tx,
  input: { readonly attempt: AttemptRow; readonly person: Person; readonly judged: Judged },
): Promise<Settling> {
  const { attempt, judged } = input;
  const policy = await getPolicy(tx);
  const hashes = (await listFrames(tx.db, attempt.id)).map((frame) => frame.contentHash);
  const replayed = await isSeenElsewhere(tx.db, { attemptId: attempt.id, hashes });
  const { personId, purpose } = attempt;
  const atCounter = attempt.acting === 'counter';
  const tries = await countTries(tx, { personId, purpose, atCounter, policy });
  const summary = summarise(judged, replayed);
  const decision = decideAttempt({
    purpose,
    judgement: summary,
    triesUsed: tries.used,
    triesMax: tries.max,
    doubtfulBefore: tries.doubtfulBefore,
  });
  return { ...input, policy, summary, decision, earlierIds: tries.attemptIds };
}

async function keepDecision(tx: Tx, settling: Settling, input: { outcome: Outcome; info: EngineInfo }): Promise<void> {
  const { attempt, judged, summary, decision } = settling;
  const place = { table: 'attempt', row: attempt.id, field: 'judgement' };
  await markDecided(tx.db, {
    id: attempt.id,
    endedAt: tx.clock.now(),
    counts: decision.counts,
    decision: decision.outcome.kind,
    alarm: decision.alarm,
    liveness: summary.liveness,
    match: summary.match,
    signals: listSignals(judged),
    judgementSealed: tx.vault.sealText(place, toJudgementText(judged)),
    pack: `${input.info.packId}@${input.info.packVersion}`,
    outcome: input.outcome,
  });
  recordAudit(tx, {
    actor: { kind: 'system', id: null },
    action: 'attempt.decided',
    subject: { kind: 'attempt', id: attempt.id },
    facts: {
      personId: attempt.personId,
      purpose: attempt.purpose,
      decision: decision.outcome.kind,
      counts: decision.counts,
      alarm: decision.alarm,
    },
  });
}

/** Consent, or the life, that ended while the engine was at work: what it found is not used and not kept. */
const nothingFound: Judged = {
  judgement: { outcome: 'error', code: 'engine.closed', detail: 'consent or life ended' },
  duplicates: [],
  picture: null,
};

/**
 * Turns a judgement into its consequences, all in one transaction under the person's lock: a second server that judged
 * the same attempt finds it decided and does nothing.
 */
export async function settleAttempt(deps: Deps, attemptId: string, found: Judged): Promise<void> {
  await transaction(deps, async (tx) => {
    const known = await findAttemptRow(tx.db, attemptId);
    if (known === undefined) return;
    // The person first, then the attempt: the order in which every command locks.
    const person = await lockPerson(tx, known.personId);
    const before = await lockAttemptRow(tx.db, attemptId);
    if (before === undefined || before.state !== 'submitted') return;
    const last = await findLastConsent(tx.db, person.id);
    const judged = last?.decision === 'given' && person.life === 'alive' ? found : nothingFound;
    const settling = await weigh(tx, { attempt: before, person, judged });
    await keepReports(tx, before, judged);
    const outcome = await carryOut(tx, settling);
    await raiseAlarm(tx, settling);
    await keepDecision(tx, settling, { outcome, info: deps.engine.info });
    tx.unit.afterCommit.push(() => {
      deps.metrics.attempts.inc({ purpose: before.purpose, outcome: outcome.kind });
    });
  });
}
