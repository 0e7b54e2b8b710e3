import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function readColours(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

const light = readColours(css.slice(0, css.indexOf("[data-theme='dark']")));
const dark = new Map([...light, ...readColours(css.slice(css.indexOf("[data-theme='dark']")))]);

/** Relative luminance of sRGB, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(palette: Map<string, string>, pair: readonly [string, string]): number {
  const [one, other] = pair.map((name) => luminance(palette.get(name) ?? '#000000')).toSorted((a, b) => b - a);
  return ((one ?? 0) + 0.05) / ((other ?? 0) + 0.05);
}

const readable: readonly (readonly [string, string])[] = [
  ['ink', 'paper'],
  ['ink', 'sunken'],
  ['quiet', 'paper'],
  ['quiet', 'card'],
  ['quiet', 'sunken'],
  ['evergreen', 'paper'],
  ['evergreen', 'card'],
  ['on-evergreen', 'evergreen'],
  ['on-evergreen', 'evergreen-deep'],
  ['evergreen-deep', 'evergreen-soft'],
  ['persimmon-deep', 'paper'],
  ['persimmon-deep', 'persimmon-soft'],
  ['success-deep', 'success-soft'],
  ['success-deep', 'card'],
  ['danger-deep', 'danger-soft'],
  ['danger-deep', 'card'],
];

describe('colours', () => {
  it.each(readable)('%s on %s can be read at 7:1 by day and by night', (text, ground) => {
    expect(contrast(light, [text, ground])).toBeGreaterThanOrEqual(7);
    expect(contrast(dark, [text, ground])).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['line-strong', 'card'],
    ['line-strong', 'paper'],
    ['focus', 'paper'],
    ['focus', 'card'],
    ['persimmon', 'card'],
    ['success', 'card'],
  ] as const)('%s on %s can be seen at 3:1', (mark, ground) => {
    expect(contrast(light, [mark, ground])).toBeGreaterThanOrEqual(3);
    expect(contrast(dark, [mark, ground])).toBeGreaterThanOrEqual(3);
  });
});
