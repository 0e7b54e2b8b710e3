import { createRandom, makeObservations, PLAIN_CHALLENGE } from '@anzai/testkit';
import { describe, expect, it } from 'vitest';
import type { SignalName } from '../api.ts';
import { chooseChallenge } from './choose-challenge.ts';
import { fuseSignals } from './fuse.ts';
import { judgeLiveness } from './judge-liveness.ts';
import { createSignal, type LivenessReason, type LivenessSignal } from './signal.ts';
import { judgeChallenge } from './signal-challenge.ts';
import { judgeColour } from './signal-colour.ts';
import { judgeContinuity } from './signal-continuity.ts';
import { judgeDepth } from './signal-depth.ts';
import { judgeHandling } from './signal-handling.ts';
import { judgePassive } from './signal-passive.ts';
import { judgeStream } from './signal-stream.ts';

const OTHER_COLOURS = ['#303030', '#ffe020', '#3058ff', '#ffffff', '#20e060', '#ff58ff', '#00d8ff', '#ff6e6e'];

describe('judgeChallenge', () => {
  it('is for whoever does what was asked', () => {
    expect(judgeChallenge(PLAIN_CHALLENGE, makeObservations())).toMatchObject({
      outcome: 'for',
      score: 1,
      reasons: [],
    });
  });

  it('judges against the person’s own rest, which need not look straight ahead', () => {
    const yawAt = ({ promptIndex }: { promptIndex: number }): number =>
      14 + (promptIndex === 2 ? 15 : promptIndex === 3 ? -15 : 0);
    expect(judgeChallenge(PLAIN_CHALLENGE, makeObservations({ yawAt })).outcome).toBe('for');
  });

  it('is against who does not move, and says what is missing', () => {
    const still = judgeChallenge(PLAIN_CHALLENGE, makeObservations({ yawAt: () => 0 }));
    expect(still).toMatchObject({ outcome: 'against', reasons: ['challenge.movement_missing'], score: 0 });
  });

  it('is against the same movements in the other order', () => {
    const yawAt = ({ promptIndex }: { promptIndex: number }): number =>
      promptIndex === 2 ? -20 : promptIndex === 3 ? 20 : 0;
    expect(judgeChallenge(PLAIN_CHALLENGE, makeObservations({ yawAt })).reasons).toContain(
      'challenge.movement_missing',
    );
  });

  it('is against turning to the wrong side first', () => {
    const yawAt = ({ promptIndex, step }: { promptIndex: number; step: number }): number =>
      promptIndex === 2 ? ([0, -18, 0, 20][step] ?? 0) : promptIndex === 3 ? -20 : 0;
    expect(judgeChallenge(PLAIN_CHALLENGE, makeObservations({ yawAt })).reasons).toContain('challenge.wrong_movement');
  });

  it('does not hold it against a person that they come from the other side', () => {
    const yawAt = ({ promptIndex, step }: { promptIndex: number; step: number }): number =>
      promptIndex === 2 ? 20 : promptIndex === 3 ? ([18, 2, -14, -20][step] ?? 0) : 0;
    expect(judgeChallenge(PLAIN_CHALLENGE, makeObservations({ yawAt })).outcome).toBe('for');
  });

  it('is against who is not back at rest in the end', () => {
    const yawAt = ({ promptIndex }: { promptIndex: number }): number => [0, 0, 20, -20, -20][promptIndex] ?? 0;
    expect(judgeChallenge(PLAIN_CHALLENGE, makeObservations({ yawAt })).reasons).toContain('challenge.not_back');
  });

  it('is against a turn that was complete before anyone could have begun it', () => {
    const sudden = makeObservations({
      yawAt: ({ promptIndex }) => (promptIndex === 2 ? 20 : promptIndex === 3 ? -20 : 0),
    });
    const last = sudden.findLast(({ promptIndex }) => promptIndex === 1);
    const hurried = sudden.map((frame, index) =>
      frame.promptIndex === 2 && sudden[index - 1] === last
        ? { ...frame, capturedAtMs: (last?.capturedAtMs ?? 0) + 60 }
        : frame,
    );
    expect(judgeChallenge(PLAIN_CHALLENGE, hurried).reasons).toContain('challenge.too_fast');
  });

  it('cannot be measured when the face was not seen in one of the prompts', () => {
    const change = (frame: ReturnType<typeof makeObservations>[number]): typeof frame =>
      frame.promptIndex === 3 ? { ...frame, pose: null, mesh: null, faces: 0 } : frame;
    expect(judgeChallenge(PLAIN_CHALLENGE, makeObservations({ change }))).toMatchObject({
      outcome: 'unmeasured',
      reasons: ['challenge.frames_missing'],
    });
  });
});

describe('judgeColour', () => {
  it('is for skin that follows the shown colours', () => {
    expect(judgeColour(PLAIN_CHALLENGE, makeObservations()).outcome).toBe('for');
  });

  it('is for a weak screen in a lit room too', () => {
    expect(judgeColour(PLAIN_CHALLENGE, makeObservations({ screen: 0.04, colourNoise: 0.006 })).outcome).toBe('for');
  });

  it('is against skin that follows other colours', () => {
    const observations = makeObservations({ colours: OTHER_COLOURS });
    expect(judgeColour(PLAIN_CHALLENGE, observations)).toMatchObject({
      outcome: 'against',
      reasons: ['colour.other_sequence'],
    });
  });

  it('says that it could not measure when the sun drowns the screen', () => {
    const observations = makeObservations({ screen: 0.001, colourNoise: 0.002 });
    expect(judgeColour(PLAIN_CHALLENGE, observations)).toMatchObject({
      outcome: 'unmeasured',
      reasons: ['colour.too_weak'],
    });
  });

  it('is not for a camera whose exposure follows the colours while nothing falls on the face', () => {
    const observations = makeObservations({
      screen: 0,
      change: (frame) => {
        const measures = frame.measures;
        if (measures?.skin === null || measures === null || frame.colourIndex === null) return frame;
        const gain = 1 + 0.1 * (frame.colourIndex % 3);
        const dim = <T extends { r: number; g: number; b: number }>(c: T): T => ({
          ...c,
          r: c.r / gain,
          g: c.g / gain,
          b: c.b / gain,
        });
        const skin = Object.fromEntries(Object.entries(measures.skin).map(([name, colour]) => [name, dim(colour)]));
        return {
          ...frame,
          measures: { ...measures, skin: skin as typeof measures.skin, background: dim(measures.background) },
        };
      },
    });
    expect(judgeColour(PLAIN_CHALLENGE, observations).outcome).toBe('unmeasured');
  });

  it('is fooled by a recording of another attempt in at most one of a hundred', () => {
    const accepted = Array.from({ length: 300 }, (_, seed) => {
      const earlier = chooseChallenge({ random: createRandom(seed).below, mode: 'move' });
      const colours = earlier.prompts.find(({ kind }) => kind === 'light')?.colours ?? [];
      return judgeColour(PLAIN_CHALLENGE, makeObservations({ colours })).outcome;
    }).filter((outcome) => outcome === 'for');
    expect(accepted.length).toBeLessThanOrEqual(3);
  });
});

describe('the other signals', () => {
  const plain = makeObservations();

  it('depth is unmeasured when no frame shows a turn', () => {
    expect(judgeDepth('move', makeObservations({ yawAt: () => 0 }))).toMatchObject({
      outcome: 'unmeasured',
      reasons: ['depth.no_turn'],
    });
  });

  it('passive goes by the median, so that one bad frame decides nothing', () => {
    const scored = (scores: readonly number[]): ReturnType<typeof makeObservations> =>
      makeObservations({ change: (frame, { index }) => ({ ...frame, passiveLive: scores[index] ?? null }) });
    expect(judgePassive(scored([0.9, 0.1, 0.95, 0.9, 0.8]), 0.5)).toMatchObject({ outcome: 'for', score: 0.9 });
    expect(judgePassive(scored([0.1, 0.9, 0.2, 0.1, 0.3]), 0.5).outcome).toBe('against');
    expect(judgePassive(scored([0.9, 0.9]), 0.5).reasons).toEqual(['passive.too_few_frames']);
    expect(judgePassive(scored([0.9, 0.9, 0.9, 0.9, 0.9]), null).reasons).toEqual(['passive.no_model']);
  });

  it('continuity is against another face from the middle on, and against a single foreign frame', () => {
    const swap = (from: number, until: number): ReturnType<typeof makeObservations> =>
      makeObservations({
        change: (frame, { index }) =>
          index >= from && index < until ? { ...frame, embedding: Float32Array.of(0.1, 0.995, 0) } : frame,
      });
    expect(judgeContinuity(plain, 0.25)).toMatchObject({ outcome: 'for', score: 1 });
    expect(judgeContinuity(swap(10, 99), 0.25).reasons).toContain('continuity.other_face');
    expect(judgeContinuity(swap(4, 5), 0.25).reasons).toContain('continuity.other_face');
  });

  it('continuity is against a face that jumps across the picture', () => {
    const jumping = makeObservations({
      change: (frame, { index }) => ({
        ...frame,
        mesh: index < 6 ? frame.mesh : (frame.mesh?.map((v, i) => (i % 3 === 0 ? v + 700 : v)) ?? null),
      }),
    });
    expect(judgeContinuity(jumping, 0.25).reasons).toContain('continuity.jump');
  });

  it('stream is against frames whose times no camera makes', () => {
    const perfect = { challenge: PLAIN_CHALLENGE, seen: 0 };
    expect(judgeStream({ ...perfect, observations: plain }).outcome).toBe('for');
    const rushed = plain.map((frame) => ({ ...frame, capturedAtMs: frame.capturedAtMs / 20 }));
    expect(judgeStream({ ...perfect, observations: rushed }).reasons).toContain('stream.time_impossible');
    const backwards = plain.map((frame, index) => (index === 9 ? { ...frame, capturedAtMs: 5 } : frame));
    expect(judgeStream({ ...perfect, observations: backwards }).reasons).toContain('stream.time_impossible');
  });

  it('stream is against one picture sent twice and against pictures without any noise', () => {
    const grey = Uint8Array.from({ length: 192 * 192 }, (_, i) => (i * 7) % 251);
    const patch = { size: 192, grey, originX: 100, originY: 100, scale: 1.5 };
    const twice = makeObservations({
      change: (frame, { index }) =>
        frame.measures === null || index > 1 ? frame : { ...frame, measures: { ...frame.measures, patch } },
    });
    expect(judgeStream({ challenge: PLAIN_CHALLENGE, observations: twice, seen: 0 }).reasons).toContain(
      'stream.repeated_frame',
    );
    const drawn = makeObservations({
      change: (frame) => (frame.measures === null ? frame : { ...frame, measures: { ...frame.measures, noise: 0 } }),
    });
    expect(judgeStream({ challenge: PLAIN_CHALLENGE, observations: drawn, seen: 0 }).reasons).toContain(
      'stream.no_noise',
    );
  });

  it('handling is against eyes closed throughout and against a crowd, but not against blinks', () => {
    const shut = makeObservations({ change: (frame) => ({ ...frame, eyesOpen: { left: 0.1, right: 0.1 } }) });
    expect(judgeHandling(shut).reasons).toEqual(['handling.eyes_closed']);
    const crowd = makeObservations({ change: (frame, { index }) => ({ ...frame, faces: index % 3 === 0 ? 2 : 1 }) });
    expect(judgeHandling(crowd).reasons).toEqual(['handling.several_faces']);
    const blinking = makeObservations({
      change: (frame, { index }) => (index % 4 === 0 ? { ...frame, eyesOpen: { left: 0.1, right: 0.1 } } : frame),
    });
    expect(judgeHandling(blinking).outcome).toBe('for');
  });
});

function signalsFor(
  changed: Partial<Record<SignalName, readonly ['for' | 'against' | 'unmeasured', LivenessReason]>>,
): LivenessSignal[] {
  const names: readonly SignalName[] = ['challenge', 'colour', 'depth', 'passive', 'continuity', 'stream', 'handling'];
  return names.map((name) => {
    const [outcome, reason] = changed[name] ?? ['for', null];
    return createSignal({ name, outcome, reasons: reason === null ? [] : [reason] });
  });
}

describe('fuseSignals', () => {
  it('is live when every door is shut', () => {
    expect(fuseSignals('move', signalsFor({}))).toBe('live');
    expect(fuseSignals('move', signalsFor({ passive: ['unmeasured', 'passive.no_model'] }))).toBe('live');
  });

  it('is never live when any of the needed signals could not be measured', () => {
    const needed = ['challenge', 'colour', 'depth', 'continuity', 'stream'] as const;
    const outcomes = needed.map((name) =>
      fuseSignals('move', signalsFor({ [name]: ['unmeasured', 'colour.unclear'] })),
    );
    expect(outcomes).toEqual(needed.map(() => 'unsure'));
    expect(fuseSignals('move', signalsFor({ passive: ['unmeasured', 'passive.too_few_frames'] }))).toBe('unsure');
  });

  it('calls fraud what only a fraud does', () => {
    expect(fuseSignals('move', signalsFor({ depth: ['against', 'depth.flat'] }))).toBe('not-live');
    expect(fuseSignals('still', signalsFor({ stream: ['against', 'stream.seen_before'] }))).toBe('not-live');
  });

  it('never accuses by the passive models alone, and never passes against them', () => {
    expect(fuseSignals('move', signalsFor({ passive: ['against', 'passive.attack'] }))).toBe('unsure');
    expect(fuseSignals('still', signalsFor({ passive: ['against', 'passive.attack'] }))).toBe('unsure');
  });

  it('asks again, without suspicion, where the person did something else', () => {
    expect(fuseSignals('move', signalsFor({ challenge: ['against', 'challenge.movement_missing'] }))).toBe(
      'incomplete',
    );
  });

  it('leaves a person who may be held to a person', () => {
    expect(fuseSignals('move', signalsFor({ handling: ['against', 'handling.eyes_closed'] }))).toBe('unsure');
  });

  it('in the still mode wants the light’s answer and something that tells a face from a picture', () => {
    const still = {
      challenge: ['unmeasured', 'challenge.still_mode'],
      passive: ['unmeasured', 'passive.no_model'],
    } as const;
    expect(fuseSignals('still', signalsFor(still))).toBe('live');
    expect(fuseSignals('still', signalsFor({ ...still, depth: ['unmeasured', 'depth.unclear'] }))).toBe('unsure');
    expect(fuseSignals('still', signalsFor({ ...still, colour: ['unmeasured', 'colour.too_weak'] }))).toBe('unsure');
  });
});

describe('judgeLiveness', () => {
  const thresholds = { sameFace: 0.25, passiveLive: null };

  it('gives every signal once and advice where there is something to change', () => {
    const judged = judgeLiveness({
      challenge: PLAIN_CHALLENGE,
      observations: makeObservations({ yawAt: () => 0 }),
      seenFingerprints: [],
      thresholds,
    });
    expect(judged.signals.map(({ name }) => name).toSorted()).toEqual([
      'challenge',
      'colour',
      'continuity',
      'depth',
      'handling',
      'passive',
      'stream',
    ]);
    expect(judged.outcome).toBe('incomplete');
    expect(judged.tips).toContain('turn-further');
  });

  it('lets no frame count that an earlier attempt held', () => {
    const observations = makeObservations();
    const fingerprints = observations.flatMap(({ measures }) => measures?.fingerprint ?? []);
    const one = judgeLiveness({
      challenge: PLAIN_CHALLENGE,
      observations,
      seenFingerprints: fingerprints.slice(0, 3),
      thresholds,
    });
    expect(one.signals.find(({ name }) => name === 'challenge')?.reasons).toEqual(['challenge.no_neutral']);
    const all = judgeLiveness({ challenge: PLAIN_CHALLENGE, observations, seenFingerprints: fingerprints, thresholds });
    expect(all).toMatchObject({ outcome: 'not-live', tips: [] });
  });

  it('calls nothing live when there is nothing', () => {
    expect(
      judgeLiveness({ challenge: PLAIN_CHALLENGE, observations: [], seenFingerprints: [], thresholds }).outcome,
    ).toBe('incomplete');
  });
});
