import type { CapturedFrame, FrameObservation, LoadedPack } from '@anzai/face';
import { planFrameTasks } from '../../face/src/judge-attempt.ts';
import { FacePool } from '../../face/src/pool.ts';

export type FrameObserver = {
  /** What the engine's workers measure on each frame, before anything is judged; frames that can't be read are left out. */
  observe(frames: readonly CapturedFrame[]): Promise<FrameObservation[]>;
  close(): Promise<void>;
};

/** For benches and tests that look at single signals; the product only asks the engine. */
export async function openObserver(pack: LoadedPack, threads = 2): Promise<FrameObserver> {
  const pool = await FacePool.open({ pack, threads, queueMax: 96, deadlineMs: 120_000 });
  return {
    observe: async (frames) => {
      const results = await pool.submitAll(planFrameTasks(frames));
      const read = results.flatMap((result) => ('kind' in result && result.kind === 'frames' ? result.frames : []));
      return read.toSorted((a, b) => a.index - b.index).flatMap(({ observation }) => observation ?? []);
    },
    close: async () => pool.close(),
  };
}
