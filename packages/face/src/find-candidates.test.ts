import { expect, test } from 'vitest';
import type { Template } from './api.ts';
import { findCandidates } from './find-candidates.ts';

function template(angle: number, id = 'e'): Template {
  return { embedder: { id, version: '1' }, vector: new Float32Array([Math.cos(angle), Math.sin(angle)]), frames: 1 };
}

test('finds all at or above the threshold, best first, no more than asked, of the same embedder only', async () => {
  const gallery = [0.9, 0.1, 0.3, 0.2, 2].map((angle) => ({ id: String(angle), template: template(angle) }));
  gallery.push({ id: 'other embedder', template: template(0, 'f') });
  const search = { probe: template(0), gallery, threshold: Math.cos(0.5) };
  expect((await findCandidates({ ...search, limit: 10 })).map(({ id }) => id)).toEqual(['0.1', '0.2', '0.3']);
  expect((await findCandidates({ ...search, limit: 2 })).map(({ id }) => id)).toEqual(['0.1', '0.2']);
});
