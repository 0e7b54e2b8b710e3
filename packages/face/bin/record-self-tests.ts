/**
 * For developers: runs every model of the two packs on its self-test picture and writes what it gave to
 * `src/packs/self-tests.json`. To be run only when the converted models have been checked against their originals.
 *
 *   node packages/face/bin/record-self-tests.ts --models <folder of packs>
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { listPacks } from '../src/packs/choose-pack.ts';
import { loadPack } from '../src/packs/load-pack.ts';
import type { LoadedModel } from '../src/packs/load-pack.ts';
import { selfTestInput } from '../src/packs/self-test.ts';
import type { SelfTest } from '../src/packs/self-test.ts';

const VALUES = 8;
const SEED = 20_260_620;

const { values } = parseArgs({ options: { models: { type: 'string' } } });
if (values.models === undefined) throw new Error('Say with --models where the packs are.');

const tests = new Map<string, SelfTest>();
for (const { folder } of await listPacks(values.models)) {
  const pack = await loadPack(folder);
  for (const model of pack.models) tests.set(model.file, await record(model));
}
const sorted = [...tests.values()].toSorted((a, b) => a.file.localeCompare(b.file, 'en'));
await writeFile(join(import.meta.dirname, '../src/packs/self-tests.json'), `${JSON.stringify(sorted, null, 2)}\n`);

/** Tolerates a thousandth of the values' size: other processors add in another order. */
async function record(model: LoadedModel): Promise<SelfTest> {
  const session = await InferenceSession.create(model.path, { intraOpNumThreads: 1 });
  const { input } = model;
  const dims = input.layout === 'nchw' ? [1, 3, input.height, input.width] : [1, input.height, input.width, 3];
  const tensor = new Tensor('float32', selfTestInput(SEED, input), dims);
  const outputs = await session.run({ [input.name ?? session.inputNames[0] ?? '']: tensor });
  const output = pickOutput(model, session);
  const data = outputs[output]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`${model.file} gives no numbers as ${output}.`);
  const first = [...data.subarray(0, VALUES)];
  const size = Math.max(...first.map(Math.abs));
  const expected = first.map((value) => Number(value.toPrecision(6)));
  console.log(model.file, output, expected.join(' '));
  return {
    file: model.file,
    seed: SEED,
    output,
    expected,
    tolerance: Number((Math.max(size, 0.1) * 1e-3).toPrecision(2)),
  };
}

/** A detector's scores on noise are nothing to compare: its boxes or points are. */
function pickOutput(model: LoadedModel, session: InferenceSession): string {
  const boxes = session.outputNames.find((name) => name === 'boxes16' || name === 'kps_16');
  return boxes ?? session.outputNames[0] ?? model.file;
}
