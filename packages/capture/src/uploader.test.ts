import { createClient } from '@anzai/contract';
import type { Challenge } from '@anzai/contract';
import { describe, expect, it } from 'vitest';
import type { CapturedFrame } from './captured-frame.ts';
import type { CheckingState } from './capture-state.ts';
import { createMemoryStore } from './capture-store.ts';
import { SimulatedClock } from './testing/simulated-clock.ts';
import { SimulatedServer } from './testing/simulated-server.ts';
import { Uploader } from './uploader.ts';

const challenge: Challenge = {
  version: 1,
  mode: 'still',
  nonce: 'nonce',
  prompts: [{ kind: 'hold', frames: 5, minMs: 100, maxMs: 1000 }],
};
const attemptId = '019a0000-0000-7000-8000-000000000001';
const handIn = { nonce: 'nonce', frameCount: 5 };

function makeFrame(index: number): CapturedFrame {
  const sha256 = index.toString(16).padStart(64, '0');
  return { bytes: new ArrayBuffer(8), sha256, index, capturedAtMs: index * 100, promptIndex: 0, colourIndex: null };
}

const frames = [0, 1, 2, 3, 4].map(makeFrame);

function setUp() {
  const server = new SimulatedServer(challenge);
  server.begin(attemptId);
  const clock = new SimulatedClock();
  const store = createMemoryStore();
  const seen: CheckingState[] = [];
  const client = createClient({ baseUrl: '', newKey: () => 'key', fetch: server.fetch });
  client.setCsrfToken('token');
  const createUploader = (): Uploader =>
    new Uploader({
      attemptId,
      client,
      store,
      clock,
      fetch: server.fetch,
      onChecking: (state) => seen.push(state),
      whenOnline: async () => new Promise(() => undefined),
    });
  return { server, clock, store, seen, createUploader, uploader: createUploader() };
}

describe('Uploader', () => {
  it('sends each frame once with its place in the headers, hands in, and tells the outcome', async () => {
    const { server, uploader } = setUp();
    for (const frame of frames) await uploader.add(frame);
    const end = await uploader.finish(handIn);
    expect(end.kind === 'decided' && end.attempt.outcome?.kind).toBe('passed');
    expect(server.calls.filter((call) => call.startsWith('PUT')).sort()).toEqual(
      frames.map(({ index }) => `PUT /frames/${index}`),
    );
    const headers = server.attempts.get(attemptId)?.headers.get(3);
    expect(headers?.get('x-captured-at-ms')).toBe('300');
    expect(headers?.get('x-prompt-index')).toBe('0');
    expect(headers?.get('x-colour-index')).toBe('');
    expect(headers?.get('x-csrf-token')).toBe('token');
    expect(headers?.get('content-type')).toBe('image/jpeg');
  });

  it('tells how far it really is', async () => {
    const { seen, uploader } = setUp();
    for (const frame of frames) await uploader.add(frame);
    await uploader.finish(handIn);
    expect(seen.every(({ framesTotal }) => framesTotal === 5)).toBe(true);
    const sent = seen.map(({ framesSent }) => framesSent);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ step: 'deciding', framesSent: 5 });
    expect(seen.findIndex(({ step }) => step !== 'sending')).toBe(
      seen.findIndex(({ framesSent }) => framesSent === 5) + 1,
    );
  });

  it('waits out a lost network, says so meanwhile, and loses nothing', async () => {
    const { server, clock, seen, uploader } = setUp();
    server.network = () => (clock.nowMs() < 40_000 ? 'cut' : 'fine');
    for (const frame of frames) await uploader.add(frame);
    const end = await uploader.finish(handIn);
    expect(end.kind).toBe('decided');
    expect(seen.some(({ online }) => !online)).toBe(true);
    expect(seen.at(-1)?.online).toBe(true);
    expect(server.attempts.get(attemptId)?.hashes.size).toBe(5);
  });

  it('is decided once, though every second answer is lost on the way', async () => {
    const { server, uploader } = setUp();
    let calls = 0;
    server.network = () => (calls++ % 2 === 0 ? 'lost' : 'fine');
    for (const frame of frames) await uploader.add(frame);
    const end = await uploader.finish(handIn);
    expect(end.kind).toBe('decided');
    expect(server.decisions).toBe(1);
  });

  it('sends again what the server says it misses', async () => {
    const { server, uploader } = setUp();
    for (const frame of frames) await uploader.add(frame);
    let once = true;
    server.refuse = (call) => {
      if (once && call.includes('submit')) {
        once = false;
        server.attempts.get(attemptId)?.hashes.delete(2);
      }
      return null;
    };
    const end = await uploader.finish(handIn);
    expect(end.kind).toBe('decided');
    expect(server.calls.filter((call) => call === 'PUT /frames/2')).toHaveLength(2);
  });

  it('goes on in a new page with the frames that the store kept', async () => {
    const { server, store, seen, createUploader, uploader } = setUp();
    server.network = (call) => (/frames\/[34]/.test(call) ? 'cut' : 'fine');
    for (const frame of frames) await uploader.add(frame);
    await new Promise((resolve) => setTimeout(resolve, 20));
    uploader.stop();
    server.network = () => 'fine';
    server.calls.length = 0;
    const next = createUploader();
    await next.resume(server.attempts.get(attemptId)!.attempt.framesReceived);
    const end = await next.finish(handIn);
    expect(end.kind).toBe('decided');
    expect(server.calls.filter((call) => call.startsWith('PUT')).sort()).toEqual(['PUT /frames/3', 'PUT /frames/4']);
    expect(seen.at(-1)).toMatchObject({ framesSent: 5, framesTotal: 5 });
    expect(await store.listFrames(attemptId)).toHaveLength(5);
  });

  it('repeats after a passing fault, and tells of one that lasts', async () => {
    const { server, uploader } = setUp();
    let faults = 0;
    server.refuse = (call) => (call.includes('submit') && faults++ < 3 ? 'server.busy' : null);
    for (const frame of frames) await uploader.add(frame);
    expect((await uploader.finish(handIn)).kind).toBe('decided');
    const lasting = setUp();
    lasting.server.refuse = (call) => (call.includes('submit') ? 'engine.unavailable' : null);
    for (const frame of frames) await lasting.uploader.add(frame);
    const end = await lasting.uploader.finish(handIn);
    expect(end.kind === 'refused' && end.problem.code).toBe('engine.unavailable');
  });

  it.each(['attempt.expired', 'request.not_found'] as const)('ends as expired on %s', async (code) => {
    const { server, uploader } = setUp();
    server.refuse = () => code;
    for (const frame of frames) await uploader.add(frame);
    expect((await uploader.finish(handIn)).kind).toBe('expired');
  });

  it('stops when told to, even while it waits', async () => {
    const { server, uploader } = setUp();
    server.outcome = null;
    for (const frame of frames) await uploader.add(frame);
    const ending = uploader.finish(handIn);
    await new Promise((resolve) => setTimeout(resolve, 20));
    uploader.stop();
    expect((await ending).kind).toBe('stopped');
  });
});
