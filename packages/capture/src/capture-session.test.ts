import { createClient } from '@anzai/contract';
import type { Challenge } from '@anzai/contract';
import { describe, expect, it } from 'vitest';
import type { CaptureEnvironment } from './capture-environment.ts';
import { createCaptureSession } from './capture-session.ts';
import type { StartAttempt } from './capture-options.ts';
import type { CaptureState } from './capture-state.ts';
import { createMemoryStore } from './capture-store.ts';
import type { CameraResult } from './camera.ts';
import { SimulatedClock } from './testing/simulated-clock.ts';
import { SimulatedPerson } from './testing/simulated-person.ts';
import { SimulatedServer } from './testing/simulated-server.ts';

const challenge: Challenge = {
  version: 1,
  mode: 'move',
  nonce: 'nonce',
  prompts: [
    { kind: 'centre', frames: 2, minMs: 400, maxMs: 4000 },
    { kind: 'turn-right', frames: 2, minMs: 400, maxMs: 4000 },
  ],
};
const slot = 'certify:someone';
const video = {} as HTMLVideoElement;

function setUp() {
  const server = new SimulatedServer(challenge);
  const clock = new SimulatedClock();
  const person = new SimulatedPerson(clock);
  const store = createMemoryStore();
  const states: CaptureState[] = [];
  const started: StartAttempt[] = [];
  const cameras = { open: 0, opened: 0, answer: null as CameraResult | null };
  const hidden: (() => void)[] = [];
  let pictures = 0;
  const environment: CaptureEnvironment = {
    clock,
    wallMs: () => 1_790_000_000_000 + clock.nowMs(),
    fetch: server.fetch,
    openCamera: async () => {
      if (cameras.answer !== null) return cameras.answer;
      cameras.open++;
      cameras.opened++;
      const camera = {
        label: 'Front',
        facing: 'user',
        attach: async () => undefined,
        onLost: () => undefined,
      } as const;
      return { ok: true, camera: { ...camera, stop: () => void cameras.open-- } };
    },
    openStore: async () => store,
    createEncoder: () => ({
      takeFrame: async () => {
        const sha256 = (pictures++).toString(16).padStart(64, '0');
        return { bytes: new ArrayBuffer(4), sha256, takenAtMs: clock.nowMs() };
      },
    }),
    createGuide: () => ({
      whenReady: Promise.resolve(true),
      readNow: person.look,
      isRunning: () => true,
      stop: () => undefined,
    }),
    afterPaint: async () => undefined,
    whenOnline: async () => new Promise(() => undefined),
    onHidden: (listener) => {
      hidden.push(listener);
      return () => undefined;
    },
    keepAwake: () => () => undefined,
  };
  const client = createClient({ baseUrl: '', newKey: () => 'key', fetch: server.fetch });
  const open = (): ReturnType<typeof createCaptureSession> =>
    createCaptureSession(
      {
        client,
        slot,
        mode: 'move',
        slower: false,
        facing: 'user',
        startAttempt: async (body) => {
          started.push(body);
          if (server.network('POST start') === 'cut') return { ok: false, offline: true };
          return { ok: true, value: server.begin(body.id) };
        },
        onState: (state) => {
          states.push(state);
          if (state.stage === 'prompting') person.see(state.prompt);
        },
      },
      environment,
    );
  const until = async (stage: CaptureState['stage']): Promise<void> => {
    for (let turn = 0; turn < 4000; turn++) {
      if (states.at(-1)?.stage === stage) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    throw new Error(`still ${states.at(-1)?.stage}, not ${stage}`);
  };
  return { server, store, states, started, cameras, hidden, open, until, clock };
}

describe('createCaptureSession', () => {
  it('leads from the camera to the outcome, closes the camera, and keeps no picture', async () => {
    const { store, states, started, cameras, open, until } = setUp();
    open().begin(video);
    await until('decided');
    const stages = states.map(({ stage }) => stage).filter((stage, at, all) => stage !== all[at - 1]);
    expect(stages).toEqual(['opening', 'prompting', 'checking', 'decided']);
    expect(started[0]?.device).toMatchObject({ cameraLabel: 'Front', facing: 'user', guided: true });
    expect(cameras.open).toBe(0);
    expect(await store.findCapture(slot)).toBeUndefined();
    expect(await store.listFrames(started[0]!.id)).toEqual([]);
  });

  it('stores the name of the attempt before it asks the server', async () => {
    const { server, store, started, open, until } = setUp();
    server.network = () => 'cut';
    open().begin(video);
    await until('offline');
    expect((await store.findCapture(slot))?.attemptId).toBe(started[0]?.id);
  });

  it('begins no attempt without a camera, and tries again when asked', async () => {
    const { started, states, cameras, open, until } = setUp();
    cameras.answer = { ok: false, failure: { kind: 'permission-refused', browser: 'wechat' } };
    const session = open();
    session.begin(video);
    await until('camera-failed');
    expect(started).toEqual([]);
    expect(states.at(-1)).toMatchObject({ failure: { kind: 'permission-refused', browser: 'wechat' } });
    cameras.answer = null;
    session.retry();
    await until('decided');
  });

  it('pauses and closes the camera when the page is hidden, and goes on with the same attempt', async () => {
    const { started, cameras, hidden, open, until } = setUp();
    const session = open();
    session.begin(video);
    await until('prompting');
    for (const hide of hidden) hide();
    await until('paused');
    expect(cameras.open).toBe(0);
    session.resume();
    await until('decided');
    expect(cameras.opened).toBe(2);
    expect(started).toHaveLength(1);
  });

  it('gives the attempt up on starting again, and begins another', async () => {
    const { server, started, open, until, clock } = setUp();
    const session = open();
    session.begin(video);
    await until('prompting');
    await clock.sleep(300);
    session.startAgain();
    await until('decided');
    expect(started).toHaveLength(2);
    expect(server.attempts.get(started[0]!.id)?.attempt.state).toBe('abandoned');
    expect(server.attempts.get(started[1]!.id)?.attempt.state).toBe('decided');
  });

  it('leaves without a trace', async () => {
    const { server, store, started, cameras, open, until } = setUp();
    const session = open();
    session.begin(video);
    await until('prompting');
    session.leave();
    await until('left');
    expect(cameras.open).toBe(0);
    expect(await store.findCapture(slot)).toBeUndefined();
    expect(server.attempts.get(started[0]!.id)?.attempt.state).toBe('abandoned');
  });

  it('sends what was taken before a reload, without opening the camera again', async () => {
    const { server, started, cameras, open, until } = setUp();
    server.network = (call) => (call.startsWith('PUT') ? 'cut' : 'fine');
    const first = open();
    first.begin(video);
    await until('checking');
    first.close();
    server.network = () => 'fine';
    open().begin(video);
    await until('decided');
    expect(started).toHaveLength(1);
    expect(cameras.opened).toBe(1);
    expect(server.attempts.get(started[0]!.id)?.hashes.size).toBe(4);
  });

  it('takes up a session that was handed in, whose outcome nobody saw', async () => {
    const { server, started, cameras, open, until } = setUp();
    server.outcome = null;
    const first = open();
    first.begin(video);
    await until('checking');
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
    first.close();
    server.outcome = { kind: 'passed', certificateId: null, enrolmentId: null };
    open().begin(video);
    await until('decided');
    expect(started).toHaveLength(1);
    expect(cameras.opened).toBe(1);
  });

  it('gives up a challenge that a reload broke off, and begins anew', async () => {
    const { server, started, open, until } = setUp();
    const first = open();
    first.begin(video);
    await until('prompting');
    first.close();
    open().begin(video);
    await until('decided');
    expect(started).toHaveLength(2);
    expect(server.attempts.get(started[0]!.id)?.attempt.state).toBe('abandoned');
  });

  it('says that the time was over when the server says so', async () => {
    const { server, store, open, until } = setUp();
    server.refuse = (call) => (call.startsWith('PUT') ? 'attempt.expired' : null);
    open().begin(video);
    await until('expired');
    expect(await store.findCapture(slot)).toBeUndefined();
  });
});
