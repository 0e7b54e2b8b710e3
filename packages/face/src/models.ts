import type { ModelEntry } from './manifest.ts';

/** One loaded model. `run` takes a batch of one in the entry's layout and gives the outputs by name. */
export type Model = {
  readonly entry: ModelEntry;
  run(tensor: Float32Array, dims: readonly number[]): Promise<Readonly<Record<string, Float32Array>>>;
};

/** The models of one pack, by what they are for. */
export type FaceModels = {
  readonly detector: Model;
  readonly embedder: Model;
  readonly mesh: Model | null;
  readonly iris: Model | null;
  readonly eyeState: Model | null;
  readonly pad: readonly Model[];
};

/** The only output, or the first in the model's own order. */
export function firstOutput(outputs: Readonly<Record<string, Float32Array>>): Float32Array {
  const [output] = Object.values(outputs);
  if (output === undefined) throw new Error('firstOutput: the model gave nothing');
  return output;
}

/** The output with this many values: converted models name theirs as they please. */
export function outputOfLength(outputs: Readonly<Record<string, Float32Array>>, length: number): Float32Array {
  const output = Object.values(outputs).find((values) => values.length === length);
  if (output === undefined) throw new Error(`outputOfLength: no output of ${length} values`);
  return output;
}
