import { describe, expect, it } from 'vitest';
import { readFigures } from './read-figures.ts';

describe('readFigures', () => {
  it('takes the figures out of a pasted message', () => {
    expect(readFigures('验证码：482 913')).toBe('482913');
  });
  it('reads full-width figures as plain ones', () => {
    expect(readFigures('４８２９１３')).toBe('482913');
  });
  it('keeps no more than six', () => {
    expect(readFigures('48291355')).toBe('482913');
  });
  it('is empty when there are none', () => {
    expect(readFigures('abc')).toBe('');
  });
});
