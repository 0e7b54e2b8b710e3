import { afterEach, describe, expect, it } from 'vitest';
import { fillOldBrowsers } from './old-browsers.ts';

const kept = {
  at: Object.getOwnPropertyDescriptor(Array.prototype, 'at'),
  hasOwn: Object.getOwnPropertyDescriptor(Object, 'hasOwn'),
};

afterEach(() => {
  if (kept.at !== undefined) Object.defineProperty(Array.prototype, 'at', kept.at);
  if (kept.hasOwn !== undefined) Object.defineProperty(Object, 'hasOwn', kept.hasOwn);
});

describe('what old browsers lack', () => {
  it('reads from either end of a list', () => {
    Reflect.deleteProperty(Array.prototype, 'at');
    fillOldBrowsers();
    expect([1, 2, 3].at(-1)).toBe(3);
    expect([1, 2, 3].at(0)).toBe(1);
    expect([1, 2, 3].at(5)).toBeUndefined();
  });
  it('knows an object’s own names', () => {
    Reflect.deleteProperty(Object, 'hasOwn');
    fillOldBrowsers();
    expect(Object.hasOwn({ own: 1 }, 'own')).toBe(true);
    expect(Object.hasOwn({}, 'toString')).toBe(false);
  });
  it('leaves what is there alone', () => {
    const before = Array.prototype.at;
    fillOldBrowsers();
    expect(Array.prototype.at).toBe(before);
  });
});
