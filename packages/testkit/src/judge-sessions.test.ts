// End to end without a camera: people rendered from photographs answer challenges, frauds imitate them, and the real engine with
// the built-in pack judges the JPEG frames. A few of each; the rates over many are a bench's business. Takes longer than a
// second because every session is 21 rendered pictures and their judgement.
import {
  type AttemptJudgement,
  type CapturedFrame,
  type Challenge,
  chooseChallenge,
  createFaceEngine,
  type FaceEngine,
  type FrameFingerprint,
  loadPack,
} from '@anzai/face';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACK_SPECIES, type AttackSpecies, renderAttack } from './attacks.ts';
import { ensureTestPacks } from './face-models.ts';
import { loadPerson } from './people.ts';
import { DIM_ROOM, renderSession, SUNLIGHT } from './render-session.ts';
import { createRandom } from './seeded-random.ts';

let engine: FaceEngine;

beforeAll(async () => {
  engine = await createFaceEngine({
    pack: await loadPack(join(await ensureTestPacks(), 'builtin')),
    deadlineMs: 120_000,
  });
}, 120_000);

afterAll(async () => engine.close());

type Judging = { challenge: Challenge; frames: readonly CapturedFrame[]; seen?: readonly FrameFingerprint[] };

async function judge({ challenge, frames, seen = [] }: Judging): Promise<AttemptJudgement> {
  const judged = await engine.judgeAttempt({ challenge, frames, reference: null, seenFingerprints: seen, fmr: '1e-3' });
  if ('outcome' in judged) throw new Error(judged.code);
  return judged;
}

function choose(seed: number, mode: Challenge['mode'] = 'move'): Challenge {
  return chooseChallenge({ random: createRandom(seed).below, mode });
}

/** With the signals behind it, so that a failure says why. */
function tellOutcome(judged: AttemptJudgement): string {
  return `${judged.liveness.outcome} ${tellSignals(judged)}`;
}

function tellSignals({ liveness }: AttemptJudgement): string {
  if (liveness.outcome === 'error') return liveness.code;
  return liveness.signals
    .map(({ name, outcome, score, reasons }) => `${name} ${outcome} ${score} ${reasons.join()}`)
    .join('; ');
}

describe('people who are there', () => {
  it.each([
    ['bea', 'move', 11],
    ['gia', 'move', 12],
    ['hua', 'still', 13],
  ] as const)(
    '%s is live in the %s mode',
    async (id, mode, seed) => {
      const challenge = choose(seed, mode);
      const frames = await renderSession({ person: await loadPerson(id), challenge, seed });
      const judged = await judge({ challenge, frames });
      expect(tellOutcome(judged)).toMatch(/^live /);
      expect(judged.bestFrame).not.toBeNull();
    },
    120_000,
  );

  it('are live when they are slow and the room is dim', async () => {
    const challenge = choose(21);
    const setting = { seed: 21, slowness: 2, light: DIM_ROOM, noise: 2 };
    const frames = await renderSession({ ...setting, person: await loadPerson('ivy'), challenge });
    const judged = await judge({ challenge, frames });
    expect(tellOutcome(judged)).toMatch(/^live /);
  }, 120_000);

  it('are told to leave the sun when it drowns the screen, and are not called a fraud', async () => {
    const challenge = choose(22);
    const frames = await renderSession({ person: await loadPerson('bea'), challenge, seed: 22, light: SUNLIGHT });
    const { liveness } = await judge({ challenge, frames });
    expect(liveness.outcome).toBe('unsure');
    expect(liveness.outcome === 'error' ? [] : liveness.tips).toContain('less-sun');
  }, 120_000);
});

describe('frauds', () => {
  const inStillMode: readonly AttackSpecies[] = ['still-injected', 'print-held', 'print-bent', 'replay-sorted'];
  const attempts = [
    ...ATTACK_SPECIES.map((species) => [species, 'move', 'bea'] as const),
    ...inStillMode.map((species) => [species, 'still', 'gia'] as const),
  ];

  it.each(attempts)(
    '%s in the %s mode is never live',
    async (species, mode, id) => {
      const person = await loadPerson(id);
      const other = await loadPerson('hua');
      const seed = 40 + ATTACK_SPECIES.indexOf(species);
      const before = choose(seed + 500, mode);
      const wasRecorded = species.includes('replay');
      const recorded = wasRecorded ? await renderSession({ person, challenge: before, seed: seed + 1 }) : [];
      const earlier = { challenge: before, frames: recorded };
      const isKnown = species.startsWith('replay');
      const seen = isKnown ? (await judge(earlier)).frames.flatMap(({ fingerprint }) => fingerprint ?? []) : [];
      const challenge = choose(seed, mode);
      const frames = await renderAttack({ species, person, other, challenge, earlier, seed });
      const judged = await judge({ challenge, frames, seen });
      const refusals = isKnown ? ['not-live'] : ['not-live', 'unsure', 'incomplete'];
      expect({ refusals, signals: tellSignals(judged) }).toMatchObject({
        refusals: expect.arrayContaining([judged.liveness.outcome]),
      });
    },
    120_000,
  );

  it('an attempt sent a second time, to the very same challenge, is refused', async () => {
    const challenge = choose(77);
    const frames = await renderSession({ person: await loadPerson('gia'), challenge, seed: 77 });
    const first = await judge({ challenge, frames });
    expect(tellOutcome(first)).toMatch(/^live /);
    const seen = first.frames.flatMap(({ fingerprint }) => fingerprint ?? []);
    expect((await judge({ challenge, frames, seen })).liveness.outcome).toBe('not-live');
  }, 120_000);
});
