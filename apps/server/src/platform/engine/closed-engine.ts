import type { EngineError, FaceEngine } from '@anzai/face';

const closed: EngineError = {
  outcome: 'error',
  code: 'engine.closed',
  detail: 'This command runs without the face engine',
};

/** For commands of the operator that look at no face: every verb answers that the engine is closed. */
export const closedEngine: FaceEngine = {
  info: {
    packId: 'none',
    packVersion: '0',
    packTitle: '',
    embedder: { id: 'none', version: '0' },
    passivePad: false,
    warning: null,
    calibration: null,
    models: [],
    threads: 0,
  },
  detect: async () => closed,
  assessQuality: async () => closed,
  extractTemplate: async () => closed,
  match: () => closed,
  checkLiveness: async () => closed,
  judgeAttempt: async () => closed,
  identify: async () => {
    throw new Error(closed.detail);
  },
  close: async () => undefined,
};
