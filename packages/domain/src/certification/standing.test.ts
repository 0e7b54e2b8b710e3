import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, toMonth } from '../plain-date.ts';
import type { ExpiryMode, FixedWindow, Period, Policy, RollingPeriod } from '../policy/policy.ts';
import { decideStanding, isCertifyingOpen } from './decide-standing.ts';
import type { StandingInput } from './decide-standing.ts';
import { decideValidity, rollingSuspensionMonth } from './decide-validity.ts';

const rolling = (expiry: ExpiryMode): RollingPeriod => ({
  mode: 'rolling',
  months: 12,
  expiry,
  remindDays: 60,
  graceDays: 0,
});
const window: FixedWindow = {
  mode: 'fixed-window',
  opensOn: '03-01',
  closesOn: '06-20',
  suspensionMonth: '07',
  graceDays: 0,
};

function policyOf(period: Period, effectiveFrom = '2010-01-01'): Policy {
  const row = { source: 'test', verified: false };
  const words = { 'zh-CN': '', 'zh-HK': '', en: '' };
  return {
    id: 'test',
    version: 1,
    jurisdiction: '440100',
    timeZone: 'Asia/Shanghai',
    effectiveFrom,
    effectiveTo: null,
    title: words,
    summary: words,
    periods: [{ ...row, period }],
    channels: [],
    ways: [],
    enrolmentCountsAsCertification: { ...row, value: true },
    tries: { ...row, max: 3, windowDays: 1, counterMax: 3 },
    face: { ...row, matchFmr: '1e-4', duplicateFmr: '1e-5', reviewDays: 5, attemptMinutes: 20 },
    helper: { ...row, peopleMax: 5, attemptsPerDayMax: 10, peoplePerDeviceMax: 5 },
    consent: { ...row, version: '1' },
    retention: { ...row, passedFramesDays: 30, otherFramesDays: 90, caseFramesDays: 180, fingerprintDays: 365 },
  };
}

function input(period: Period, rest: Partial<StandingInput>): StandingInput {
  return {
    policy: policyOf(period),
    today: '2024-02-15',
    residence: 'local',
    deceased: false,
    benefits: [{ scheme: 'urban-employee', state: 'paid', since: '2005-01-01' }],
    certifiedOn: [],
    inReview: false,
    ...rest,
  };
}

describe('a pass on 15 February 2024', () => {
  it.each<[ExpiryMode, string, string]>([
    ['INCLUSIVE_MONTH', '2025-01-31', '2025-02'],
    ['MONTH_END', '2025-02-28', '2025-03'],
    ['EXACT_DATE', '2025-02-15', '2025-03'],
  ])('in mode %s lasts to %s, and payment stops from %s', (expiry, validUntil, suspensionMonth) => {
    const period = rolling(expiry);
    expect(decideValidity(period, '2024-02-15').validUntil).toBe(validUntil);
    expect(rollingSuspensionMonth(period, validUntil)).toBe(suspensionMonth);
    const standing = decideStanding(input(period, { today: '2024-02-16', certifiedOn: ['2024-02-15'] }));
    expect(standing).toMatchObject({ state: 'certified', validUntil, suspensionMonth, opensOn: null });
  });
});

describe('the rolling rule', () => {
  it('reminds before the last day and calls it overdue only after that day', () => {
    const at = (today: string) => decideStanding(input(rolling('MONTH_END'), { today, certifiedOn: ['2024-02-15'] }));
    expect(at('2024-12-30').state).toBe('certified');
    expect(at('2024-12-31')).toMatchObject({ state: 'due', daysLeft: 59 });
    expect(at('2025-02-28')).toMatchObject({ state: 'due', daysLeft: 0, validUntil: '2025-02-28' });
    expect(at('2025-03-01')).toMatchObject({ state: 'overdue', daysLeft: 0, validUntil: null, dueOn: '2025-02-28' });
  });

  it('begins with the benefit when nobody ever certified', () => {
    const benefits = [{ scheme: 'resident', state: 'paid', since: '2024-01-10' }] as const;
    expect(decideStanding(input(rolling('MONTH_END'), { benefits }))).toMatchObject({
      state: 'due',
      dueOn: '2025-01-31',
    });
  });

  it('stays certified from the day of the pass to the last day, whatever the day', () => {
    const modes = fc.constantFrom<ExpiryMode>('INCLUSIVE_MONTH', 'MONTH_END', 'EXACT_DATE');
    fc.assert(
      fc.property(
        modes,
        fc.integer({ min: 15_000, max: 30_000 }),
        fc.integer({ min: 0, max: 500 }),
        (mode, day, later) => {
          const certifiedOn = fromEpochDay(day);
          const today = addDays(certifiedOn, later);
          const { validUntil } = decideValidity(rolling(mode), certifiedOn);
          const standing = decideStanding(input(rolling(mode), { today, certifiedOn: [certifiedOn] }));
          expect(standing.state === 'overdue').toBe(today > validUntil);
          expect(validUntil > certifiedOn).toBe(true);
          expect((standing.suspensionMonth ?? '') > toMonth(validUntil)).toBe(true);
        },
      ),
    );
  });

  it('never moves the due day back by certifying again', () => {
    const days = fc.integer({ min: 19_000, max: 20_000 }).map(fromEpochDay);
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 4 }), (today, certifiedOn) => {
        const before = decideStanding(input(rolling('MONTH_END'), { today, certifiedOn }));
        const after = decideStanding(input(rolling('MONTH_END'), { today, certifiedOn: [...certifiedOn, today] }));
        expect(after.state).toBe('certified');
        expect((after.dueOn ?? '') >= (before.dueOn ?? '')).toBe(true);
      }),
    );
  });
});

describe('the window of March to 20 June', () => {
  const at = (today: string, certifiedOn: readonly string[] = []) =>
    decideStanding(input(window, { today, certifiedOn }));

  it('asks for a pass by 20 June and names July', () => {
    expect(at('2024-05-16')).toMatchObject({
      state: 'due',
      dueOn: '2024-06-20',
      daysLeft: 35,
      suspensionMonth: '2024-07',
    });
    expect(at('2024-06-20').state).toBe('due');
    expect(at('2024-06-21')).toMatchObject({ state: 'overdue', suspensionMonth: '2024-07' });
  });

  it('is done for the year after a pass, late ones too', () => {
    expect(at('2024-04-02', ['2024-04-01'])).toMatchObject({
      state: 'certified',
      validUntil: '2025-06-20',
      opensOn: '2025-03-01',
    });
    expect(at('2024-08-01', ['2024-07-15']).state).toBe('certified');
    expect(decideValidity(window, '2024-07-15')).toEqual({ cycleKey: '2024', validUntil: '2025-06-20' });
    expect(decideValidity(window, '2025-02-01')).toEqual({ cycleKey: '2024', validUntil: '2025-06-20' });
  });

  it('does not count a second time before the next window', () => {
    expect(isCertifyingOpen(at('2024-04-02', ['2024-04-01']), '2024-04-02')).toBe(false);
    expect(isCertifyingOpen(at('2025-03-01', ['2024-04-01']), '2025-03-01')).toBe(true);
  });

  it('leaves alone whoever began to be paid after it opened', () => {
    const benefits = [{ scheme: 'urban-employee', state: 'paid', since: '2024-04-01' }] as const;
    expect(decideStanding(input(window, { today: '2024-05-01', benefits }))).toMatchObject({
      state: 'not-subject',
      dueOn: '2025-06-20',
    });
  });
});

describe('any rule', () => {
  it('asks nothing of the dead or of those whose benefit has ended', () => {
    expect(decideStanding(input(window, { deceased: true })).state).toBe('not-subject');
    const benefits = [{ scheme: 'resident', state: 'ended', since: '2005-01-01' }] as const;
    expect(decideStanding(input(window, { benefits })).state).toBe('not-subject');
  });

  it('says that a review is under way only while something is due', () => {
    const today = '2024-05-01';
    expect(decideStanding(input(window, { today, inReview: true })).state).toBe('in-review');
    expect(decideStanding(input(window, { today, inReview: true, certifiedOn: ['2024-04-01'] })).state).toBe(
      'certified',
    );
  });
});
