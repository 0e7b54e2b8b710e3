import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromFloat16, readWeights } from './read-weights.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anzai-weights-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('readWeights', () => {
  it('undoes both kinds of quantisation and keeps plain values', async () => {
    const bytes = Buffer.alloc(4 + 2 + 2);
    bytes.writeFloatLE(1.5, 0);
    bytes.writeUInt16LE(0xc000, 4);
    bytes[6] = 0;
    bytes[7] = 255;
    await writeFile(join(folder, 'a.bin'), bytes);
    const weights = await readWeights(join(folder, 'model.json'), [
      {
        paths: ['a.bin'],
        weights: [
          { name: 'plain', shape: [], dtype: 'float32' },
          { name: 'half', shape: [1], dtype: 'float32', quantization: { dtype: 'float16' } },
          { name: 'byte', shape: [2], dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.5, min: -1 } },
        ],
      },
    ]);
    expect([...weights.get('plain')!.data]).toEqual([1.5]);
    expect([...weights.get('half')!.data]).toEqual([-2]);
    expect([...weights.get('byte')!.data]).toEqual([-1, 126.5]);
  });

  it.each([
    { shape: [3], says: 'ends inside' },
    { shape: [1], says: 'longer' },
  ])('refuses a file whose length is not that of $shape values', async ({ shape, says }) => {
    await writeFile(join(folder, 'b.bin'), Buffer.alloc(8));
    const manifest = [{ paths: ['b.bin'], weights: [{ name: 'w', shape, dtype: 'float32' as const }] }];
    await expect(readWeights(join(folder, 'model.json'), manifest)).rejects.toThrow(says);
  });
});

describe('fromFloat16', () => {
  it.each([
    [0x0000, 0],
    [0x0001, 2 ** -24],
    [0x3c00, 1],
    [0x3555, 0.333251953125],
    [0x7bff, 65_504],
    [0xfc00, Number.NEGATIVE_INFINITY],
  ])('reads %i as %d', (bits, value) => {
    expect(fromFloat16(bits)).toBe(value);
  });
});
