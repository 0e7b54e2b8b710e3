import { describe, expect, it } from 'vitest';
import { openTestSite } from '../../platform/testing/open-test-site.ts';
import { decodeTemplate, encodeTemplate } from './template-codec.ts';

const made = { embedder: { id: 'any', version: '1' }, frames: 3 };
const vector = new Float32Array(128).map((_, index) => Math.fround(Math.sin(index)));

describe('a template', () => {
  it('comes back the same from a window on a larger buffer', () => {
    const bytes = encodeTemplate({ ...made, vector });
    const pool = Buffer.concat([Buffer.alloc(3), bytes, Buffer.alloc(100)]);
    expect(decodeTemplate(pool.subarray(3, 3 + bytes.length), made).vector).toEqual(vector);
  });

  it('comes back the same from the vault', async () => {
    const site = await openTestSite();
    const place = { table: 'enrolment', row: '1', field: 'template' };
    const sealed = site.deps.vault.seal(place, encodeTemplate({ ...made, vector }));
    expect(decodeTemplate(site.deps.vault.open(place, sealed), made).vector).toEqual(vector);
    await site.close();
  });

  it('is not read from bytes that cannot be one', () => {
    expect(() => decodeTemplate(new Uint8Array(3), made)).toThrow(/not a template/);
    expect(() => decodeTemplate(new Uint8Array(0), made)).toThrow(/not a template/);
  });
});
