import { expect, test } from 'vitest';
import type { Template } from './api.ts';
import { decideMatch, findThresholds } from './decide-match.ts';
import { makeTemplate } from './make-template.ts';
import { normalise } from './stages/embed-face.ts';

const row = (threshold: number) => ({ tar: 0.9, threshold, low: 0.8, high: 0.95 });
const calibration = {
  data: 'people of the test',
  people: 2,
  images: 4,
  genuinePairs: 2,
  impostorPairs: 4,
  tarAtFmr: { '1e-2': row(0.3), '1e-4': row(0.5) },
  groups: [],
};
const manifest = { calibration, doubtFmr: '1e-2' };
const meta = { model: 'm', version: '1' };

function template(x: number, y: number, version = '1'): Template {
  return { embedder: { id: 'e', version }, vector: normalise(new Float32Array([x, y])), frames: 1 };
}

const decide = (probe: Template, fmr = '1e-4') =>
  decideMatch({ probe, reference: template(1, 0) }, findThresholds(manifest, fmr), meta);

test('at or above the threshold is a match, down to the doubt threshold a person decides', () => {
  expect(decide(template(1, 0.1))).toMatchObject({ outcome: 'match', fmr: 1e-4, calibration: 'people of the test' });
  expect(decide(template(0.4, Math.sqrt(1 - 0.16)))).toMatchObject({ outcome: 'doubtful', doubtThreshold: 0.3 });
  expect(decide(template(0.1, 1))).toMatchObject({ outcome: 'no-match' });
});

test('a rate that was not calibrated is rounded to the next stricter one', () => {
  expect(findThresholds(manifest, '1e-3').threshold).toBe(0.5);
});

test('a pack for demonstration is decided at its strictest useful rate, and says so', () => {
  expect(findThresholds({ ...manifest, strictestFmr: '1e-2' }, '1e-4')).toMatchObject({ threshold: 0.3, fmr: 1e-2 });
});

test('without a calibration for the rate nothing matches by itself', () => {
  const unmeasured = findThresholds({ calibration: null, doubtFmr: '1e-2' }, '1e-4');
  const same = template(1, 0);
  expect(decideMatch({ probe: same, reference: same }, unmeasured, meta).outcome).toBe('doubtful');
  expect(decide(same, '1e-6').outcome).toBe('doubtful');
});

test('templates of two embedders are an error, not a low score', () => {
  expect(decide(template(1, 0, '2'))).toMatchObject({ outcome: 'error', code: 'template.embedder_differs' });
});

test('a template averages the best frames and refuses those of two people', () => {
  const rules = { embedder: { id: 'e', version: '1' }, sameFace: 0.8 };
  const near = (angle: number, quality: number) => ({
    quality,
    embedding: new Float32Array([Math.cos(angle), Math.sin(angle)]),
  });
  const made = makeTemplate([near(-0.2, 70), near(0.2, 90)], rules);
  expect(made?.quality).toBe(90);
  expect(made?.template.frames).toBe(2);
  expect(made?.template.vector[0]).toBeCloseTo(1, 5);
  expect(makeTemplate([near(0, 70), near(1.6, 90)], rules)).toBeNull();
  expect(makeTemplate([], rules)).toBeNull();
});
