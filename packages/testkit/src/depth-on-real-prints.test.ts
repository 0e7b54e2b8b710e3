// Depth on photographs of real people and of real prints held by hands (NUAA), which the renderer knows nothing of. Needs
// ../shared/faces beside the repository and is skipped without it. Takes seconds, because 96 pictures go through the models.
import { type CapturedFrame, loadPack } from '@anzai/face';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeDepth } from '../../face/src/liveness/signal-depth.ts';
import { ensureTestPacks } from './face-models.ts';
import { type FrameObserver, openObserver } from './observe-frames.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'faces', 'nuaa-dev');
const LIVE = ['0004_01_06_03', '0008_00_00_02', '0010_01_05_03', '0012_01_07_03'] as const;
const PRINTS = ['0010_01_01_03', '0012_01_01_03', '0012_01_04_03', '0016_01_03_03'] as const;

async function readFrames(kind: 'live' | 'print', session: string): Promise<CapturedFrame[]> {
  const folder = join(FOLDER, kind, session.slice(0, 4));
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${session}_`));
  const order = (name: string): number => Number(/_(\d+)\.\w+$/.exec(name)?.[1] ?? 0);
  const chosen = names.toSorted((a, b) => order(a) - order(b)).slice(0, 12);
  return Promise.all(
    chosen.map(async (name, index) => {
      const image = new Uint8Array(await readFile(join(folder, name)));
      return { index, image, capturedAtMs: index * 300, promptIndex: 0, colourIndex: null };
    }),
  );
}

describe.skipIf(!existsSync(FOLDER))('depth without any asked movement', () => {
  let observer: FrameObserver;

  beforeAll(async () => {
    observer = await openObserver(await loadPack(join(await ensureTestPacks(), 'builtin')));
  }, 120_000);

  afterAll(async () => observer.close());

  it.each(LIVE)(
    'is seen in the small movements of the living person %s',
    async (session) => {
      const signal = judgeDepth('still', await observer.observe(await readFrames('live', session)));
      expect(signal).toMatchObject({ outcome: 'for' });
    },
    60_000,
  );

  it.each(PRINTS)(
    'is not seen in the print %s',
    async (session) => {
      const signal = judgeDepth('still', await observer.observe(await readFrames('print', session)));
      expect(signal.outcome).not.toBe('for');
      expect(signal.score ?? 1).toBeLessThan(0.3);
    },
    60_000,
  );
});
