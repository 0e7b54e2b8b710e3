import type { Tip } from './tip.ts';

/** What the engine found, without scores. `error` says that it could not answer, which is never held against the person. */
export type JudgementSummary = {
  readonly liveness: 'live' | 'not-live' | 'unsure' | 'incomplete' | 'error';
  readonly match: 'match' | 'doubtful' | 'no-match' | 'error' | 'none';
  /** Names of liveness signals that speak against a living person. */
  readonly against: readonly string[];
  readonly tips: readonly Tip[];
  /** A frame of this attempt was seen in an earlier one. */
  readonly replayed: boolean;
  /** A template could be made from the frames, and their quality is good. */
  readonly templateFit: boolean;
};

export type AttemptFacts = {
  readonly purpose: 'certification' | 'enrolment';
  readonly judgement: JudgementSummary;
  /** Counted tries of the same kind before this one, within the policy's window. */
  readonly triesUsed: number;
  readonly triesMax: number;
  /** An earlier counted try ended with a face that was nearly recognised. */
  readonly doubtfulBefore: boolean;
};

export type AgainReason = 'picture' | 'movement' | 'light' | 'not-recognised' | 'not-clear';
export type ReviewReason = 'face-doubtful' | 'face-differs' | 'liveness-unsure' | 'capture-unclear';
export type AlarmReason = 'replayed-frames' | 'not-live' | 'face-changed';

export type AttemptDecision = {
  /** Whether it is one of the policy's tries. */
  readonly counts: boolean;
  /** Opens a case for the agency; the person is not told and not accused. */
  readonly alarm: AlarmReason | null;
  readonly outcome:
    | { readonly kind: 'passed' }
    | { readonly kind: 'again'; readonly reason: AgainReason; readonly tip: Tip | null; readonly triesLeft: number }
    | { readonly kind: 'review'; readonly reasons: readonly ReviewReason[] }
    | { readonly kind: 'other-way'; readonly reasons: readonly ReviewReason[] };
};

const REASON_BY_TIP: Readonly<Record<Tip, AgainReason>> = {
  'more-light': 'light',
  'light-from-front': 'light',
  'less-sun': 'light',
  'brighter-screen': 'light',
  'turn-further': 'movement',
  'turn-slower': 'movement',
  'hold-still': 'movement',
  'come-nearer': 'picture',
  'go-back': 'picture',
  'face-in-middle': 'picture',
  'only-you': 'picture',
  'open-eyes': 'picture',
  'take-off-mask': 'picture',
  'wipe-lens': 'picture',
};

function reasonByTips(tips: readonly Tip[]): AgainReason {
  const first = tips[0];
  return first === undefined ? 'not-clear' : REASON_BY_TIP[first];
}

/** One more try, or what follows the last. */
function againOr(
  facts: AttemptFacts,
  again: { readonly reason: AgainReason; readonly tip: Tip | null },
  last: AttemptDecision['outcome'],
): AttemptDecision['outcome'] {
  const triesLeft = Math.max(0, facts.triesMax - facts.triesUsed - 1);
  return triesLeft > 0 ? { kind: 'again', ...again, triesLeft } : last;
}

function alarmOf(judgement: JudgementSummary): AlarmReason | null {
  if (judgement.replayed) return 'replayed-frames';
  if (judgement.liveness !== 'not-live') return null;
  return judgement.against.includes('continuity') ? 'face-changed' : 'not-live';
}

/** A face that lives and is not, or not surely, the one recorded. A second capture comes first, then a person looks. */
function decideUnmatched(facts: AttemptFacts): AttemptDecision['outcome'] {
  const tip = facts.judgement.tips[0] ?? null;
  if (facts.judgement.match === 'doubtful') {
    const review = { kind: 'review', reasons: ['face-doubtful'] } as const;
    return facts.doubtfulBefore ? review : againOr(facts, { reason: 'not-recognised', tip }, review);
  }
  const last: AttemptDecision['outcome'] = facts.doubtfulBefore
    ? { kind: 'review', reasons: ['face-doubtful', 'face-differs'] }
    : { kind: 'other-way', reasons: ['face-differs'] };
  return againOr(facts, { reason: 'not-recognised', tip }, last);
}

function decideUnclear(facts: AttemptFacts): AttemptDecision['outcome'] {
  const { judgement } = facts;
  const again = { reason: reasonByTips(judgement.tips), tip: judgement.tips[0] ?? null };
  const unsure = judgement.liveness === 'unsure';
  const recognised = judgement.match === 'match' || judgement.match === 'doubtful';
  const reasons = [unsure ? 'liveness-unsure' : 'capture-unclear'] as const;
  if (facts.purpose === 'enrolment') return againOr(facts, again, { kind: 'other-way', reasons });
  return againOr(facts, again, { kind: recognised ? 'review' : 'other-way', reasons });
}

/**
 * What follows an attempt. A pass asks for both, a living person and their face. Whatever looks like a deception raises
 * an alarm inside the agency, while the person, who may have done nothing wrong, is told to try again or come in.
 */
export function decideAttempt(facts: AttemptFacts): AttemptDecision {
  const { judgement } = facts;
  const alarm = alarmOf(judgement);
  if (alarm !== null) {
    const outcome = againOr(
      facts,
      { reason: 'not-clear', tip: null },
      { kind: 'other-way', reasons: ['liveness-unsure'] },
    );
    return { counts: true, alarm, outcome };
  }
  const isError = judgement.liveness === 'error' || judgement.match === 'error';
  if (isError) {
    const triesLeft = Math.max(1, facts.triesMax - facts.triesUsed);
    return { counts: false, alarm: null, outcome: { kind: 'again', reason: 'not-clear', tip: null, triesLeft } };
  }
  if (judgement.liveness !== 'live') return { counts: true, alarm: null, outcome: decideUnclear(facts) };
  if (facts.purpose === 'enrolment') {
    return { counts: true, alarm: null, outcome: judgement.templateFit ? { kind: 'passed' } : decideUnclear(facts) };
  }
  if (judgement.match === 'match') return { counts: true, alarm: null, outcome: { kind: 'passed' } };
  return {
    counts: true,
    alarm: null,
    outcome: judgement.match === 'none' ? decideUnclear(facts) : decideUnmatched(facts),
  };
}
