import type { Challenge } from '@anzai/contract';
import { describe, expect, it } from 'vitest';
import type { CapturedFrame } from './captured-frame.ts';
import type { PromptState } from './capture-state.ts';
import { ChallengeRunner } from './challenge-runner.ts';
import type { RunnerDeps } from './challenge-runner.ts';
import type { GuideReading } from './guidance.ts';
import { SimulatedClock } from './testing/simulated-clock.ts';
import { SimulatedPerson } from './testing/simulated-person.ts';

const colours = ['#ffffff', '#303030', '#20e060', '#3058ff'];
const challenge: Challenge = {
  version: 1,
  mode: 'move',
  nonce: 'nonce',
  prompts: [
    { kind: 'centre', frames: 3, minMs: 900, maxMs: 10_000 },
    { kind: 'light', frames: 4, minMs: 2800, maxMs: 8000, colours },
    { kind: 'turn-left', frames: 4, minMs: 1200, maxMs: 12_000 },
    {
      kind: 'follow',
      frames: 2,
      minMs: 1400,
      maxMs: 15_000,
      path: [
        { x: 0.2, y: 0.5 },
        { x: 0.8, y: 0.4 },
      ],
    },
    { kind: 'centre', frames: 2, minMs: 600, maxMs: 10_000 },
  ],
};

type Taken = { readonly atMs: number; readonly shown: PromptState | null; readonly reading: GuideReading };

/** A camera that writes into each picture nothing but what was to be seen when it was taken. */
function setUp(options: { readonly guided?: boolean; readonly slower?: boolean; readonly of?: Challenge } = {}) {
  const clock = new SimulatedClock();
  const person = new SimulatedPerson(clock);
  const frames: CapturedFrame[] = [];
  const taken: Taken[] = [];
  const states: PromptState[] = [];
  const guided = options.guided ?? true;
  const deps: RunnerDeps = {
    clock,
    isGuided: () => guided,
    readGuide: () => (guided ? person.look() : null),
    afterPaint: async () => clock.sleep(32),
    takeFrame: async () => {
      await clock.sleep(30);
      taken.push({ atMs: clock.nowMs(), shown: states.at(-1) ?? null, reading: person.look() });
      return { bytes: new ArrayBuffer(4), sha256: 'a'.repeat(64), takenAtMs: clock.nowMs() };
    },
    onFrames: (more) => frames.push(...more),
    onState: (state) => {
      states.push(state);
      person.see(state);
    },
  };
  const runner = new ChallengeRunner(options.of ?? challenge, deps, { slower: options.slower ?? false });
  return { runner, clock, person, frames, taken, states };
}

const only = (prompt: Challenge['prompts'][number]): Challenge => ({ ...challenge, prompts: [prompt] });

describe('ChallengeRunner', () => {
  it('asks every prompt in order and takes just the frames asked for, numbered without gaps', async () => {
    const { runner, frames, states } = setUp();
    expect(await runner.run()).toBe('finished');
    expect(frames.map(({ index }) => index)).toEqual(Array.from({ length: 15 }, (_, index) => index));
    expect(frames.map(({ promptIndex }) => promptIndex)).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4]);
    const order = states.map(({ promptIndex }) => promptIndex);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(runner.frameCount).toBe(15);
  });

  it('takes each colour of light while that colour is shown, after it has settled', async () => {
    const { runner, frames, taken, states } = setUp();
    await runner.run();
    const light = frames.filter(({ promptIndex }) => promptIndex === 1);
    expect(light.map(({ colourIndex }) => colourIndex)).toEqual([0, 1, 2, 3]);
    expect(taken.slice(3, 7).map(({ shown }) => shown?.light)).toEqual(colours);
    const gaps = light.slice(1).map((frame, at) => frame.capturedAtMs - (light[at]?.capturedAtMs ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(690);
    expect(states.filter(({ kind }) => kind !== 'light').every(({ light: shown }) => shown === null)).toBe(true);
  });

  it('takes the frames of a movement on the way and at its end', async () => {
    const { runner, taken } = setUp();
    await runner.run();
    const yaws = taken.slice(7, 11).map(({ reading }) => reading.face?.yaw ?? 0);
    expect(yaws).toEqual([...yaws].sort((a, b) => a - b));
    expect(yaws[0]).toBeGreaterThan(3 + 4);
    expect(yaws[3]).toBeGreaterThanOrEqual(3 + 14);
  });

  it('shows the point of each frame to follow, one place for each', async () => {
    const { runner, taken } = setUp();
    await runner.run();
    expect(taken.slice(11, 13).map(({ shown }) => shown?.point?.x)).toEqual([0.2, 0.8]);
  });

  it.each([true, false])('takes those frames once the head has come along, guided %s', async (guided) => {
    const { runner, taken } = setUp({ guided });
    await runner.run();
    const [left, right] = taken.slice(11, 13).map(({ reading }) => (reading.face?.yaw ?? 0) - 3);
    expect(left).toBeGreaterThan(7);
    expect(right).toBeLessThan(-7);
  });

  it('lets each prompt stand at least as long as the server asks', async () => {
    const { runner, frames } = setUp();
    await runner.run();
    const last = frames.at(-1)?.capturedAtMs ?? 0;
    const shortestMs = challenge.prompts.reduce((sum, { minMs }) => sum + minMs, 0);
    expect(last).toBeGreaterThan(shortestMs * 0.9);
  });

  it('waits for a face at the beginning, then takes what it has rather than block for ever', async () => {
    const { runner, person, frames, clock } = setUp({ of: only(challenge.prompts[0]!) });
    person.present = false;
    const beganMs = clock.nowMs();
    expect(await runner.run()).toBe('finished');
    expect(frames).toHaveLength(3);
    expect(clock.nowMs() - beganMs).toBeGreaterThanOrEqual(30_000);
    expect(clock.nowMs() - beganMs).toBeLessThan(32_000);
  });

  it('ends a movement that nobody makes at the longest time, with all its frames', async () => {
    const { runner, person, frames } = setUp();
    person.obeys = false;
    await runner.run();
    const turn = frames.filter(({ promptIndex }) => promptIndex === 2);
    const before = frames.filter(({ promptIndex }) => promptIndex === 1).at(-1)!;
    expect(turn).toHaveLength(4);
    expect(turn[0]!.capturedAtMs - before.capturedAtMs).toBeGreaterThanOrEqual(12_000);
    expect(turn[3]!.capturedAtMs - before.capturedAtMs).toBeLessThan(14_500);
  });

  it('works by time alone where nobody guides, and says no word about the face', async () => {
    const { runner, frames, states } = setUp({ guided: false });
    expect(await runner.run()).toBe('finished');
    expect(frames).toHaveLength(15);
    expect(states.every(({ guidance }) => guidance === null)).toBe(true);
    const turn = frames.filter(({ promptIndex }) => promptIndex === 2).map(({ capturedAtMs }) => capturedAtMs);
    expect((turn[3] ?? 0) - (turn[0] ?? 0)).toBeGreaterThanOrEqual(3000);
  });

  it('gives twice the time to those who want it', async () => {
    const normal = setUp({ guided: false });
    await normal.runner.run();
    const slow = setUp({ guided: false, slower: true });
    await slow.runner.run();
    const lengthOf = (frames: readonly CapturedFrame[]): number =>
      frames.filter(({ promptIndex }) => promptIndex > 1).at(-1)!.capturedAtMs -
      frames.find(({ promptIndex }) => promptIndex > 1)!.capturedAtMs;
    expect(lengthOf(slow.frames) / lengthOf(normal.frames)).toBeGreaterThan(1.7);
  });

  it('asks a paused step anew, and drops the frames it had', async () => {
    const { runner, frames, states, clock } = setUp();
    const running = runner.run();
    while (states.at(-1)?.kind !== 'light' || (states.at(-1)?.progress ?? 0) < 0.4) await clock.sleep(20);
    runner.pause();
    const pausedMs = clock.nowMs();
    await clock.sleep(5000);
    expect(frames.every(({ promptIndex }) => promptIndex === 0)).toBe(true);
    runner.resume();
    expect(await running).toBe('finished');
    const light = frames.filter(({ promptIndex }) => promptIndex === 1);
    expect(light.map(({ colourIndex }) => colourIndex)).toEqual([0, 1, 2, 3]);
    expect(light[0]?.capturedAtMs).toBeGreaterThan(pausedMs + 5000 - 1000);
    expect(frames.map(({ index }) => index)).toEqual(frames.map((_, at) => at));
  });

  it('plays the colours again when the face was away for most of them', async () => {
    const { runner, person, frames, clock } = setUp({
      of: only({ kind: 'light', frames: 4, minMs: 2800, maxMs: 20_000, colours }),
    });
    person.present = false;
    const running = runner.run();
    await clock.sleep(8000);
    person.present = true;
    await running;
    expect(frames.map(({ colourIndex }) => colourIndex)).toEqual([0, 1, 2, 3]);
    expect(frames[0]?.capturedAtMs).toBeGreaterThan(7000);
  });

  it('stops at once and for good', async () => {
    const { runner, frames, clock } = setUp();
    const running = runner.run();
    await clock.sleep(200);
    runner.stop();
    expect(await running).toBe('stopped');
    expect(frames).toHaveLength(0);
  });

  it('says what is wrong only once it has lasted', async () => {
    const { runner, person, states, clock } = setUp();
    const running = runner.run();
    person.present = false;
    await clock.sleep(400);
    expect(states.every(({ guidance }) => guidance !== 'no-face')).toBe(true);
    await clock.sleep(600);
    expect(states.at(-1)?.guidance).toBe('no-face');
    runner.stop();
    await running;
  });
});
