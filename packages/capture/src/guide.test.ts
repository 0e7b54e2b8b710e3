import { describe, expect, it } from 'vitest';
import { createGuide, noGuide } from './guide.ts';
import type { GuideWorker } from './guide.ts';
import type { FromGuideWorker, ToGuideWorker } from './guide-messages.ts';
import { SimulatedClock } from './testing/simulated-clock.ts';

const assets = { modelJson: '/m.json', modelWeights: '/m.bin', wasm: '/w.wasm', wasmSimd: '/s.wasm' };

function setUp(tookMs: number) {
  const clock = new SimulatedClock();
  const posted: ToGuideWorker[] = [];
  const life = { terminated: false };
  let tell: (message: FromGuideWorker) => void = () => undefined;
  const worker = {
    addEventListener: (kind: string, listener: (event: MessageEvent<FromGuideWorker>) => void) => {
      if (kind === 'message') tell = (data) => listener({ data } as MessageEvent<FromGuideWorker>);
    },
    postMessage: (message: ToGuideWorker) => {
      posted.push(message);
      if (message.kind !== 'look') return;
      const reading = { faces: 0, face: null, brightness: 90, sharpness: 50 };
      void clock.sleep(tookMs).then(() => tell({ kind: 'seen', reading, tookMs }));
    },
    terminate: () => void (life.terminated = true),
  } as unknown as GuideWorker;
  const guide = createGuide({ clock, assets, makeWorker: () => worker, readPixels: () => new ArrayBuffer(4) });
  return { clock, guide, posted, life, tell: (message: FromGuideWorker) => tell(message) };
}

describe('createGuide', () => {
  it('loads, looks again and again, and gives the newest reading', async () => {
    const { clock, guide, posted, tell } = setUp(40);
    expect(posted).toEqual([{ kind: 'load', assets }]);
    expect(guide.readNow()).toBeNull();
    tell({ kind: 'ready' });
    expect(await guide.whenReady).toBe(true);
    await clock.sleep(1000);
    expect(guide.readNow()).toMatchObject({ brightness: 90 });
    expect(posted.length).toBeGreaterThan(5);
    guide.stop();
  });

  it('withdraws where a look takes longer than it is worth', async () => {
    const { clock, guide, life, tell } = setUp(1600);
    tell({ kind: 'ready' });
    await clock.sleep(10_000);
    expect(guide.isRunning()).toBe(false);
    expect(guide.readNow()).toBeNull();
    expect(life.terminated).toBe(true);
  });

  it('says so when it cannot run here', async () => {
    const { guide, tell } = setUp(40);
    tell({ kind: 'unavailable', reason: 'no wasm' });
    expect(await guide.whenReady).toBe(false);
    const refused = createGuide({
      clock: new SimulatedClock(),
      assets,
      makeWorker: () => {
        throw new DOMException('refused', 'SecurityError');
      },
      readPixels: () => null,
    });
    expect(refused).toBe(noGuide);
  });
});
