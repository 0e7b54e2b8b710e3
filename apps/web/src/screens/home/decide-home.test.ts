import type { Home } from '@anzai/contract';
import { loadWebTexts } from '@anzai/i18n/web';
import { describe, expect, it } from 'vitest';
import { canCertifyEarly, decideHomeStep, decideHomeTone, renderConsequence, renderStanding } from './decide-home.ts';

const personId = '01900000-0000-7000-8000-000000000001';
const texts = (await loadWebTexts('zh-CN')).home;

function home(change: Partial<Home>, standing: Partial<Home['standing']> = {}): Home {
  return {
    principal: { personId, name: '王秀英', documentMasked: '4401**********0012', acting: 'self' },
    standing: {
      state: 'due',
      validUntil: null,
      dueOn: '2027-06-30',
      daysLeft: 35,
      opensOn: null,
      suspensionMonth: '2027-07',
      ...standing,
    },
    template: 'current',
    consent: 'given',
    triesLeft: 3,
    openCase: null,
    openAttemptId: null,
    certificates: [],
    timeline: [],
    ...change,
  };
}

describe('the one thing to do next', () => {
  it('is to certify when it is due and a face is recorded', () => {
    expect(decideHomeStep(home({}))).toBe('certify');
  });
  it('is to go to a counter when no face was ever recorded', () => {
    expect(decideHomeStep(home({ template: 'none' }))).toBe('enrol');
  });
  it('is another way when the tries are used up or consent was withdrawn', () => {
    expect(decideHomeStep(home({ triesLeft: 0 }))).toBe('ways');
    expect(decideHomeStep(home({ consent: 'withdrawn', template: 'withdrawn' }))).toBe('ways');
  });
  it('is to go on with an attempt that was left open', () => {
    expect(decideHomeStep(home({ openAttemptId: personId }))).toBe('resume');
  });
  it('is nothing to do but look when certified', () => {
    expect(decideHomeStep(home({}, { state: 'certified' }))).toBe('none');
  });
});

describe('what the home screen says', () => {
  it('counts the days that are left', () => {
    expect(renderStanding(home({}), 'zh-CN', texts)).toBe('请在6月30日前完成认证，还有35天。');
    expect(renderStanding(home({}, { daysLeft: 0 }), 'zh-CN', texts)).toBe('请在今天完成认证。');
  });
  it('tells an overdue person that it is not too late, and what happens otherwise', () => {
    const late = home({}, { state: 'overdue', daysLeft: -3 });
    expect(renderStanding(late, 'zh-CN', texts)).toContain('还来得及');
    expect(renderConsequence(late, 'zh-CN', texts)).toContain('2027年7月');
    expect(decideHomeTone(late)).toBe('attention');
  });
  it('offers the next cycle early only where it counts already', () => {
    expect(canCertifyEarly(home({}, { state: 'certified', opensOn: null }))).toBe(true);
    expect(canCertifyEarly(home({}, { state: 'certified', opensOn: '2027-03-01' }))).toBe(false);
  });
});
