import { InferenceSession, Tensor } from 'onnxruntime-node';
import { join } from 'node:path';
import type { ModelRole } from '@anzai/face';
import type { Model } from '../../face/src/models.ts';
import { ensureBuiltinPack, loadPack } from '../../face/src/packs/index.ts';

/** Repository root, where `.cache` lies (never committed). */
const ROOT = join(import.meta.dirname, '..', '..', '..');

export type TestModels = { readonly detector: Model; readonly mesh: Model };

let loading: Promise<TestModels> | null = null;

/** Detector and mesh of the built-in pack, for making material; the engine under test loads its own. */
export async function loadTestModels(): Promise<TestModels> {
  loading ??= loadOnce();
  return loading;
}

/** Folder of packs with the built-in one inside; made on first use. */
export async function ensureTestPacks(): Promise<string> {
  const modelsFolder = join(ROOT, '.cache', 'models');
  await ensureBuiltinPack({ modelsFolder });
  return modelsFolder;
}

async function loadOnce(): Promise<TestModels> {
  const pack = await loadPack(join(await ensureTestPacks(), 'builtin'));
  const open = async (role: ModelRole): Promise<Model> => {
    const entry = pack.models.find((model) => model.role === role);
    if (entry === undefined) throw new Error(`the built-in pack has no ${role}`);
    const session = await InferenceSession.create(entry.path, { intraOpNumThreads: 1 });
    const run: Model['run'] = async (tensor, dims) => {
      const outputs = await session.run({ [session.inputNames[0] ?? '']: new Tensor('float32', tensor, dims) });
      return Object.fromEntries(
        Object.entries(outputs).map(([name, output]) => [
          name,
          output.data instanceof Float32Array ? output.data : new Float32Array(),
        ]),
      );
    };
    return { entry, run };
  };
  return { detector: await open('detector'), mesh: await open('mesh') };
}
