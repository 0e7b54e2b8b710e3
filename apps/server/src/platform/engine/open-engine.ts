import { choosePack, createFaceEngine, ensureBuiltinPack, type FaceEngine } from '@anzai/face';
import type { Config } from '../../config.ts';

/** The best model pack present, in worker threads, its self-tests passed; makes the built-in pack when there is none. */
export async function openEngine(config: Config): Promise<FaceEngine> {
  const { modelsDir: modelsFolder, modelPack, faceThreads } = config;
  await ensureBuiltinPack({ modelsFolder });
  const pack = await choosePack({ modelsFolder, ...(modelPack === null ? {} : { want: modelPack }) });
  return createFaceEngine({ pack, ...(faceThreads === null ? {} : { threads: faceThreads }) });
}
