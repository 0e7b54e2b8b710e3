import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const WeightEntry = z.object({
  name: z.string(),
  shape: z.array(z.int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z
    .object({ dtype: z.enum(['float16', 'uint8']), scale: z.number().optional(), min: z.number().optional() })
    .optional(),
});
type WeightEntry = z.infer<typeof WeightEntry>;

/** The weights part of a TFJS model: groups of tensors that lie one after another in the named files. */
export const WeightsManifest = z.array(z.object({ paths: z.array(z.string()), weights: z.array(WeightEntry) }));
export type WeightsManifest = z.infer<typeof WeightsManifest>;

export type Weight = { readonly shape: readonly number[]; readonly data: Float32Array };
export type WeightMap = ReadonlyMap<string, Weight>;

/**
 * Reads all tensors of a TFJS weights manifest as float32, undoing float16 and affine uint8 quantisation.
 * `manifestFile` gives the folder in which the binary files lie.
 */
export async function readWeights(manifestFile: string, manifest: WeightsManifest): Promise<WeightMap> {
  const weights = new Map<string, Weight>();
  for (const group of manifest) {
    const parts = await Promise.all(group.paths.map((path) => readFile(join(dirname(manifestFile), path))));
    const bytes = Buffer.concat(parts);
    let offset = 0;
    for (const entry of group.weights) {
      const count = entry.shape.reduce((product, size) => product * size, 1);
      const sizeBytes = count * bytesPerValue(entry);
      if (offset + sizeBytes > bytes.length) throw new Error(`${group.paths.join(', ')} ends inside ${entry.name}.`);
      weights.set(entry.name, {
        shape: entry.shape,
        data: decodeValues(entry, bytes.subarray(offset, offset + sizeBytes)),
      });
      offset += sizeBytes;
    }
    if (offset !== bytes.length) throw new Error(`${group.paths.join(', ')} is longer than its manifest says.`);
  }
  return weights;
}

function bytesPerValue(entry: WeightEntry): number {
  if (entry.quantization === undefined) return 4;
  return entry.quantization.dtype === 'float16' ? 2 : 1;
}

function decodeValues(entry: WeightEntry, bytes: Buffer): Float32Array {
  const values = new Float32Array(bytes.length / bytesPerValue(entry));
  const { scale = 1, min = 0 } = entry.quantization ?? {};
  for (let index = 0; index < values.length; index += 1) {
    if (entry.quantization?.dtype === 'uint8') values[index] = (bytes[index] ?? 0) * scale + min;
    else if (entry.quantization) values[index] = fromFloat16(bytes.readUInt16LE(index * 2));
    else values[index] = entry.dtype === 'int32' ? bytes.readInt32LE(index * 4) : bytes.readFloatLE(index * 4);
  }
  return values;
}

/** IEEE 754 binary16: 1 sign bit, 5 exponent bits with bias 15, 10 fraction bits. */
export function fromFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
