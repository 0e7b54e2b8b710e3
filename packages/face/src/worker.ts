import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { FaceModels, Model } from './models.ts';
import type { LoadedModel, LoadedPack } from './packs/index.ts';
import { checkSelfTest, selfTestInput } from './packs/index.ts';
import { readFrames } from './read-frames.ts';
import { readPicture } from './read-picture.ts';
import type { FromWorker, ToWorker, WorkerResult, WorkerStart, WorkerTask } from './worker-task.ts';

/** Roles that some packs lack. */
const unused = new Set(['head-pose']);

const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only');
const send = (message: FromWorker): void => port.postMessage(message);

try {
  // The pool made this value; it crosses as a structured clone.
  const { pack } = workerData as WorkerStart;
  const models = await openModels(pack);
  port.on('message', (message: ToWorker) => void answer(message, models));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'failed', detail: toDetail(error) });
}

async function answer({ id, task }: ToWorker, models: FaceModels): Promise<void> {
  try {
    send({ kind: 'answer', id, result: await perform(task, models) });
  } catch (error) {
    send({ kind: 'fault', id, detail: toDetail(error) });
  }
}

async function perform(task: WorkerTask, models: FaceModels): Promise<WorkerResult> {
  switch (task.kind) {
    case 'picture':
      return readPicture(task, models);
    case 'frames':
      return readFrames(task, models);
  }
}

async function openModels(pack: LoadedPack): Promise<FaceModels> {
  const opened: Model[] = [];
  for (const entry of pack.models) {
    if (!unused.has(entry.role)) opened.push(await openModel(entry, pack));
  }
  const find = (role: string): Model | null => opened.find((model) => model.entry.role === role) ?? null;
  const [detector, embedder] = [find('detector'), find('embedder')];
  if (detector === null || embedder === null) throw new Error(`pack ${pack.manifest.id} lacks a detector or embedder`);
  return {
    detector,
    embedder,
    mesh: find('mesh'),
    iris: find('iris'),
    eyeState: find('eye-state'),
    pad: opened.filter((model) => model.entry.role === 'pad'),
  };
}

/** One thread a session: the pool has one worker a core, and more threads only contend. */
async function openModel(entry: LoadedModel, pack: LoadedPack): Promise<Model> {
  const session = await InferenceSession.create(entry.path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });
  const inputName = entry.input.name ?? session.inputNames[0] ?? 'input';
  const run = async (tensor: Float32Array, dims: readonly number[]): Promise<Record<string, Float32Array>> => {
    const outputs = await session.run({ [inputName]: new Tensor('float32', tensor, dims) });
    return Object.fromEntries(session.outputNames.map((name) => [name, toFloats(outputs[name]?.data)]));
  };
  await runSelfTests({ entry, run }, pack);
  return { entry, run };
}

function toFloats(data: unknown): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new Error('a model answered with something else than 32-bit floats');
}

/** A model that computes something else than it did when its pack was made is not used. */
async function runSelfTests(model: Model, pack: LoadedPack): Promise<void> {
  const { entry } = model;
  const { width, height, layout } = entry.input;
  const dims = layout === 'nchw' ? [1, 3, height, width] : [1, height, width, 3];
  for (const test of pack.manifest.selfTest.filter(({ file }) => file === entry.file)) {
    const { ok, worst } = checkSelfTest(test, await model.run(selfTestInput(test.seed, entry.input), dims));
    if (!ok) throw new Error(`self-test of ${entry.file} failed: off by ${worst}, allowed ${test.tolerance}`);
  }
}

function toDetail(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
