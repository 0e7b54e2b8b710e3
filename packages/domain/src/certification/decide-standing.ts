import { addDays, daysBetween } from '../plain-date.ts';
import type { PlainDate, PlainMonth } from '../plain-date.ts';
import type { Residence } from '../person/residence.ts';
import { findPeriodRow } from '../policy/find-rule.ts';
import type { FixedWindow, Policy, RollingPeriod } from '../policy/policy.ts';
import type { Scheme } from '../scheme.ts';
import { rollingSuspensionMonth, rollingValidUntil, windowYear } from './decide-validity.ts';

export const standingStates = ['certified', 'due', 'overdue', 'in-review', 'not-subject'] as const;
export type StandingState = (typeof standingStates)[number];

export type Standing = {
  readonly state: StandingState;
  readonly validUntil: PlainDate | null;
  readonly dueOn: PlainDate | null;
  /** Never negative: a missed day is told by `dueOn`. */
  readonly daysLeft: number | null;
  readonly opensOn: PlainDate | null;
  readonly suspensionMonth: PlainMonth | null;
};

export type BenefitFacts = {
  readonly scheme: Scheme;
  readonly state: 'paid' | 'suspended' | 'ended';
  readonly since: PlainDate;
};

export type StandingInput = {
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly residence: Residence;
  readonly deceased: boolean;
  readonly benefits: readonly BenefitFacts[];
  /** Days of the certifications that stand (not revoked), in any order. */
  readonly certifiedOn: readonly PlainDate[];
  /** A case about an attempt waits for a reviewer. */
  readonly inReview: boolean;
};

const NOT_SUBJECT: Standing = {
  state: 'not-subject',
  validUntil: null,
  dueOn: null,
  daysLeft: null,
  opensOn: null,
  suspensionMonth: null,
};

type Facts = { readonly today: PlainDate; readonly since: PlainDate; readonly last: PlainDate | undefined };

function daysLeft(today: PlainDate, dueOn: PlainDate): number {
  return Math.max(0, daysBetween(today, dueOn));
}

/**
 * Without a certification the count begins when the benefit began, since granting it established that the person lives,
 * or when the policy came into force, whichever is later.
 */
function rollingStanding(period: RollingPeriod, facts: Facts): Standing {
  const dueOn = rollingValidUntil(period, facts.last ?? facts.since);
  const common = {
    validUntil: facts.last === undefined || facts.today > dueOn ? null : dueOn,
    dueOn,
    daysLeft: daysLeft(facts.today, dueOn),
    opensOn: null,
    suspensionMonth: rollingSuspensionMonth(period, dueOn),
  };
  if (facts.today > dueOn) return { state: 'overdue', ...common };
  const reminded = facts.today >= addDays(dueOn, 1 - period.remindDays);
  return { state: facts.last === undefined || reminded ? 'due' : 'certified', ...common };
}

function windowStanding(period: FixedWindow, facts: Facts): Standing {
  const year = windowYear(period, facts.today);
  const opened = `${year}-${period.opensOn}`;
  const certified = facts.last !== undefined && facts.last >= opened;
  if (certified || facts.since >= opened) {
    const dueOn = `${year + 1}-${period.closesOn}`;
    return {
      state: certified ? 'certified' : 'not-subject',
      validUntil: certified ? dueOn : null,
      dueOn,
      daysLeft: daysLeft(facts.today, dueOn),
      opensOn: `${year + 1}-${period.opensOn}`,
      suspensionMonth: `${year + 1}-${period.suspensionMonth}`,
    };
  }
  const dueOn = `${year}-${period.closesOn}`;
  return {
    state: facts.today > addDays(dueOn, period.graceDays) ? 'overdue' : 'due',
    validUntil: facts.last !== undefined && facts.today <= dueOn ? dueOn : null,
    dueOn,
    daysLeft: daysLeft(facts.today, dueOn),
    opensOn: null,
    suspensionMonth: `${year}-${period.suspensionMonth}`,
  };
}

const URGENCY: Readonly<Record<StandingState, number>> = {
  overdue: 0,
  due: 1,
  'in-review': 2,
  certified: 3,
  'not-subject': 4,
};

function isMoreUrgent(one: Standing, other: Standing): boolean {
  if (one.state !== other.state) return URGENCY[one.state] < URGENCY[other.state];
  return (one.dueOn ?? '9999-12-31') < (other.dueOn ?? '9999-12-31');
}

/** Where a person stands today. Of several benefits the most urgent speaks; one certification serves them all. */
export function decideStanding(input: StandingInput): Standing {
  if (input.deceased) return NOT_SUBJECT;
  const last = input.certifiedOn
    .filter((day) => day <= input.today)
    .toSorted()
    .at(-1);
  let most = NOT_SUBJECT;
  for (const benefit of input.benefits) {
    const row = findPeriodRow(input.policy, { scheme: benefit.scheme, residence: input.residence });
    if (benefit.state === 'ended' || row === undefined) continue;
    const since = benefit.since > input.policy.effectiveFrom ? benefit.since : input.policy.effectiveFrom;
    const facts = { today: input.today, since, last };
    const standing =
      row.period.mode === 'rolling' ? rollingStanding(row.period, facts) : windowStanding(row.period, facts);
    if (isMoreUrgent(standing, most)) most = standing;
  }
  const waits = input.inReview && (most.state === 'due' || most.state === 'overdue');
  return waits ? { ...most, state: 'in-review' } : most;
}

/**
 * Whether certifying today counts. In a window it does not once the cycle is certified or before the first window that
 * concerns the person; in rolling mode it always does.
 */
export function isCertifyingOpen(standing: Standing, today: PlainDate): boolean {
  if (standing.state === 'not-subject' && standing.dueOn === null) return false;
  return standing.opensOn === null || today >= standing.opensOn;
}
