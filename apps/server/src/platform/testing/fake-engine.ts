import type { EngineInfo, FaceEngine } from '@anzai/face';

const info: EngineInfo = {
  packId: 'fake',
  packVersion: '1',
  packTitle: 'Fake for tests',
  embedder: { id: 'fake', version: '1' },
  passivePad: false,
  warning: 'demonstration-only',
  calibration: null,
  models: [],
  threads: 1,
};

function notGiven(): never {
  throw new Error('This test did not say what the engine answers');
}

/** The engine's port with the answers a test gives; any other verb fails the test. */
export function createFakeEngine(answers: Partial<FaceEngine> = {}): FaceEngine {
  return {
    info,
    detect: notGiven,
    assessQuality: notGiven,
    extractTemplate: notGiven,
    match: notGiven,
    checkLiveness: notGiven,
    judgeAttempt: notGiven,
    identify: notGiven,
    close: async () => undefined,
    ...answers,
  };
}
