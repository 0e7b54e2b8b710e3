import type { Home } from '@anzai/contract';
import { formatDay, formatMonth, formatNearDay } from '@anzai/i18n';
import type { Locale } from '@anzai/i18n';
import type { WebTexts } from '@anzai/i18n/web';

/** Within these days a date needs no year to be understood. */
const NEAR_DAYS = 183;

export type HomeStep = 'certify' | 'resume' | 'enrol' | 'ways' | 'case' | 'way-chosen' | 'certificate' | 'none';
export type HomeTone = 'good' | 'calm' | 'attention';

function isFaceClosed(home: Home): boolean {
  return home.consent === 'withdrawn' || home.template === 'withdrawn' || home.triesLeft <= 0;
}

/** The one thing to do next. */
export function decideHomeStep(home: Home): HomeStep {
  const state = home.standing.state;
  if (home.openAttemptId !== null) return 'resume';
  if (home.openCase?.kind === 'attempt-review') return 'case';
  if (home.openCase?.kind === 'way-chosen' && home.openCase.way !== null) return 'way-chosen';
  if (state === 'not-subject') return 'none';
  if (state === 'certified') return home.certificates.some((one) => one.state === 'valid') ? 'certificate' : 'none';
  if (isFaceClosed(home)) return 'ways';
  return home.template === 'none' ? 'enrol' : 'certify';
}

export function decideHomeTone(home: Home): HomeTone {
  if (home.standing.state === 'overdue') return 'attention';
  return home.standing.state === 'certified' || home.standing.state === 'not-subject' ? 'good' : 'calm';
}

/** Whether the next cycle can be certified already, while the present one still runs. */
export function canCertifyEarly(home: Home): boolean {
  const { state, opensOn, dueOn } = home.standing;
  return (
    state === 'certified' && opensOn === null && dueOn !== null && home.template === 'current' && !isFaceClosed(home)
  );
}

function renderDay(locale: Locale, day: string, daysLeft: number): string {
  return Math.abs(daysLeft) <= NEAR_DAYS ? formatNearDay(locale, day) : formatDay(locale, day);
}

function renderDue(home: Home, locale: Locale, texts: WebTexts['home']): string {
  const { dueOn, daysLeft } = home.standing;
  if (dueOn === null) return texts.dueNoDate;
  if (daysLeft === null || daysLeft <= 0) return texts.dueToday;
  return texts.due(renderDay(locale, dueOn, daysLeft), daysLeft);
}

/** The one sentence on where the person stands. */
export function renderStanding(home: Home, locale: Locale, texts: WebTexts['home']): string {
  const { state, validUntil, dueOn, daysLeft } = home.standing;
  switch (state) {
    case 'certified':
      return validUntil === null ? texts.notSubject : texts.certified(formatDay(locale, validUntil));
    case 'due':
      return renderDue(home, locale, texts);
    case 'overdue':
      return dueOn === null ? texts.overdueNoDate : texts.overdue(renderDay(locale, dueOn, daysLeft ?? NEAR_DAYS + 1));
    case 'in-review':
      return texts.inReview;
    case 'not-subject':
      return texts.notSubject;
  }
}

/** What follows, in a second sentence; undefined when the first says it all. */
export function renderConsequence(home: Home, locale: Locale, texts: WebTexts['home']): string | undefined {
  const { state, opensOn, dueOn, suspensionMonth } = home.standing;
  if (state === 'certified') {
    if (opensOn !== null) return texts.certifiedOpens(formatDay(locale, opensOn));
    return dueOn === null ? undefined : texts.certifiedNext(formatDay(locale, dueOn));
  }
  if (state === 'not-subject' || suspensionMonth === null) return undefined;
  return texts.suspension(formatMonth(locale, suspensionMonth));
}
