import type { AttemptJudgement, EngineError, FaceEngine, JudgeAttemptInput } from '@anzai/face';
import { createFakeEngine } from '../platform/testing/fake-engine.ts';

type Verdict = {
  readonly liveness: 'live' | 'not-live' | 'unsure' | 'incomplete';
  readonly match: 'match' | 'no-match' | 'doubtful';
  readonly against?: readonly ('continuity' | 'stream')[];
};

const meta = { model: 'fake', version: '1' };

function toJudgement(verdict: Verdict, input: JudgeAttemptInput): AttemptJudgement {
  return {
    liveness: {
      ...meta,
      outcome: verdict.liveness,
      tips: [],
      signals: (verdict.against ?? []).map((name) => ({
        name,
        outcome: 'against',
        score: 0.123456,
        threshold: 0.5,
        reasons: ['stream.seen_before'],
      })),
    },
    match:
      input.reference === null
        ? null
        : {
            ...meta,
            outcome: verdict.match,
            score: 0.654321,
            threshold: 0.5,
            doubtThreshold: 0.4,
            fmr: 1e-4,
            calibration: 'fake',
          },
    template: {
      embedder: { id: 'fake', version: '1' },
      vector: new Float32Array(8).map((_, index) => Math.sin(7 + index)),
      frames: 3,
    },
    bestFrame: 0,
    quality: { ...meta, outcome: 'good', score: 88, threshold: 50, components: [] },
    frames: input.frames.map((frame) => ({
      index: frame.index,
      faces: 1,
      box: null,
      pose: null,
      quality: 80,
      fingerprint: new Uint8Array(32).fill(frame.index + 1),
      error: null,
    })),
    stagesMs: { decode: 1 },
  };
}

export type JudgingEngine = FaceEngine & {
  verdict: Verdict | EngineError;
  duplicates: { readonly id: string; readonly score: number }[];
  judged: number;
};

/** The engine's port with the verdict that a test sets; it passes a living person whose face matches until told otherwise. */
export function createJudgingEngine(): JudgingEngine {
  const engine: JudgingEngine = {
    ...createFakeEngine(),
    verdict: { liveness: 'live', match: 'match' },
    duplicates: [],
    judged: 0,
    judgeAttempt: async (input) => {
      engine.judged += 1;
      return 'code' in engine.verdict ? engine.verdict : toJudgement(engine.verdict, input);
    },
    identify: async ({ gallery }) =>
      gallery.length === 0 ? [] : engine.duplicates.filter((each) => gallery.some((other) => other.id === each.id)),
  };
  return engine;
}
