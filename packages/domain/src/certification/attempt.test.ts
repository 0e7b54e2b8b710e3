import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAttempt } from './decide-attempt.ts';
import type { AttemptFacts, JudgementSummary } from './decide-attempt.ts';
import { tips } from './tip.ts';

const LIVE: JudgementSummary = {
  liveness: 'live',
  match: 'match',
  against: [],
  tips: [],
  replayed: false,
  templateFit: true,
};

function facts(judgement: Partial<JudgementSummary>, rest: Partial<AttemptFacts> = {}): AttemptFacts {
  return {
    purpose: 'certification',
    judgement: { ...LIVE, ...judgement },
    triesUsed: 0,
    triesMax: 3,
    doubtfulBefore: false,
    ...rest,
  };
}

const anyFacts: fc.Arbitrary<AttemptFacts> = fc.record({
  purpose: fc.constantFrom('certification', 'enrolment'),
  judgement: fc.record({
    liveness: fc.constantFrom('live', 'not-live', 'unsure', 'incomplete', 'error'),
    match: fc.constantFrom('match', 'doubtful', 'no-match', 'error', 'none'),
    against: fc.subarray(['continuity', 'stream', 'depth']),
    tips: fc.subarray([...tips]),
    replayed: fc.boolean(),
    templateFit: fc.boolean(),
  }),
  triesUsed: fc.integer({ min: 0, max: 5 }),
  triesMax: fc.integer({ min: 1, max: 5 }),
  doubtfulBefore: fc.boolean(),
});

describe('an attempt', () => {
  it('passes only for a living person whose face it is and whose frames are new', () => {
    fc.assert(
      fc.property(anyFacts, (input) => {
        const { judgement } = input;
        const faceFits = input.purpose === 'enrolment' ? judgement.templateFit : judgement.match === 'match';
        const mayPass = judgement.liveness === 'live' && faceFits && !judgement.replayed && judgement.match !== 'error';
        expect(decideAttempt(input).outcome.kind === 'passed').toBe(mayPass);
      }),
    );
  });

  it('never counts an engine that could not answer as a try', () => {
    fc.assert(
      fc.property(anyFacts, (input) => {
        const judgement = { ...input.judgement, liveness: 'error', replayed: false } as const;
        const decision = decideAttempt({ ...input, judgement });
        expect(decision.counts).toBe(false);
        expect(decision.outcome).toMatchObject({ kind: 'again', reason: 'not-clear' });
      }),
    );
  });

  it('never ends in nothing: either there are tries left or somebody else takes over', () => {
    fc.assert(
      fc.property(anyFacts, (input) => {
        const { outcome } = decideAttempt(input);
        expect(outcome.kind !== 'again' || outcome.triesLeft > 0).toBe(true);
      }),
    );
  });

  it('tells a deceiver nothing but to try again, and the agency at once', () => {
    const replay = decideAttempt(facts({ replayed: true }));
    expect(replay).toEqual({
      counts: true,
      alarm: 'replayed-frames',
      outcome: { kind: 'again', reason: 'not-clear', tip: null, triesLeft: 2 },
    });
    expect(decideAttempt(facts({ liveness: 'not-live', against: ['continuity'] })).alarm).toBe('face-changed');
    const last = decideAttempt(facts({ liveness: 'not-live', against: ['stream'] }, { triesUsed: 2 }));
    expect(last).toMatchObject({ alarm: 'not-live', outcome: { kind: 'other-way' } });
  });

  it('asks for a second capture when the face is doubtful, then for a person', () => {
    expect(decideAttempt(facts({ match: 'doubtful' })).outcome).toMatchObject({
      kind: 'again',
      reason: 'not-recognised',
    });
    const second = decideAttempt(facts({ match: 'doubtful' }, { triesUsed: 1, doubtfulBefore: true }));
    expect(second.outcome).toEqual({ kind: 'review', reasons: ['face-doubtful'] });
  });

  it('gives the reason that the first tip belongs to', () => {
    expect(decideAttempt(facts({ liveness: 'unsure', tips: ['light-from-front'] })).outcome).toMatchObject({
      reason: 'light',
      tip: 'light-from-front',
    });
    expect(decideAttempt(facts({ liveness: 'incomplete', tips: ['turn-further'] })).outcome).toMatchObject({
      reason: 'movement',
    });
  });

  it('lets a recognised face whose liveness stays unclear go to review, another face to another way', () => {
    const last = { triesUsed: 2 } as const;
    expect(decideAttempt(facts({ liveness: 'unsure' }, last)).outcome.kind).toBe('review');
    expect(decideAttempt(facts({ liveness: 'unsure', match: 'no-match' }, last)).outcome.kind).toBe('other-way');
    expect(decideAttempt(facts({ match: 'no-match' }, last)).outcome.kind).toBe('other-way');
  });
});
