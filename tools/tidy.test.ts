/** Style as a test: what a linter cannot say about this repository as a whole. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files = listed.split('\n').filter((file) => file !== '' && existsSync(join(root, file)));
const sources = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));
const texts = files.filter(
  (file) => /\.(ts|tsx|mjs|cjs|md|json|css|html|sql|svg)$/.test(file) && file !== 'package-lock.json',
);

const linesMax = { source: 300, test: 600 };
const bytesMax = 256 * 1024;
/** Word → what to say instead. Built by parts, so that this list does not find itself. */
const bannedWords: readonly (readonly [RegExp, string])[] = [
  [new RegExp('FIX' + 'ME|XX' + 'X\\b'), 'mend it, or write a decision'],
  [new RegExp('TO' + 'DO(?!.*docs/decisions)'), 'mend it, or name the decision'],
  [new RegExp('/wo' + 'rk/(main|shared)'), 'no path of one machine'],
  [new RegExp('registry\\.npm' + 'js\\.org'), 'no registry host'],
  [new RegExp('\\b(it|describe|test)\\.on' + 'ly\\('), 'run the whole suite'],
];

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function offenders(list: readonly string[], isWrong: (text: string, file: string) => boolean): readonly string[] {
  return list.filter((file) => isWrong(read(file), file));
}

describe('the repository', () => {
  it('keeps files short enough to read at one sitting', () => {
    const tooLong = offenders(sources, (text, file) => {
      const isData = /\/(i18n\/src|calibrations)\/|\/db\/schema\.ts$/.test(file);
      return !isData && text.split('\n').length > (file.includes('.test.') ? linesMax.test : linesMax.source) + 1;
    });
    expect(tooLong).toEqual([]);
  });

  it('names files in kebab-case and never utils, helpers, types or common', () => {
    const wrong = sources.filter((file) => {
      const name = (file.split('/').at(-1) ?? '').replace(/^zh-(CN|HK)\./, '');
      return /[A-Z_]/.test(name) || /^(utils|helpers|types|common|misc)\./.test(name);
    });
    expect(wrong).toEqual([]);
  });

  it.each(bannedWords)('does not say %s', (pattern) => {
    expect(offenders(texts, (text) => pattern.test(text))).toEqual([]);
  });

  it('carries no model weights, no face photographs and no large file', () => {
    const generated = new Set(['package-lock.json', 'apps/server/openapi.json']);
    const heavy = files.filter((file) => !generated.has(file) && statSync(join(root, file)).size > bytesMax);
    const weights = files.filter((file) => /\.(onnx|tflite|pth|bin|wasm|caffemodel)$/.test(file));
    expect({ heavy: heavy.filter((file) => !file.startsWith('docs/pictures/')), weights }).toEqual({
      heavy: [],
      weights: [],
    });
  });

  it('pins every dependency to one exact version, and the same one everywhere', () => {
    const versions = new Map<string, Set<string>>();
    for (const file of files.filter((name) => name.endsWith('package.json'))) {
      const manifest = JSON.parse(read(file)) as Record<string, Record<string, string> | undefined>;
      for (const [name, version] of Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] })) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    const wrong = [...versions].filter(
      ([, found]) => found.size !== 1 || [...found].some((version) => !/^\d/.test(version)),
    );
    expect(wrong).toEqual([]);
  });

  it('has a lock file without download addresses', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });

  it('points only at files that exist from its documents', () => {
    const broken = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
          .map((match) => match[1] ?? '')
          .filter((target) => !existsSync(resolve(root, dirname(file), target)))
          .map((target) => `${file} → ${target}`),
      );
    expect(broken).toEqual([]);
  });
});
