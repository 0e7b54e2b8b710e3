/**
 * Measures what a telephone fetches before the camera opens and fails above the budget:
 * `npm run check:size -w @anzai/web` after `npm run build -w @anzai/web`.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 150_000;
const dist = new URL('../dist/', import.meta.url);

function sizeOf(file: string): number {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
}

function readShell(): readonly string[] {
  const worker = readFileSync(new URL('sw.js', dist), 'utf8');
  const list = /"addresses":(\[[^\]]*\])/.exec(worker)?.[1];
  if (list === undefined) throw new Error('sw.js names no shell');
  return JSON.parse(list) as readonly string[];
}

/** Texts come in one language at a time; the largest language is counted. */
function countOnce(files: readonly string[]): readonly { readonly file: string; readonly bytes: number }[] {
  const sized = files.map((file) => ({ file: file.slice(1), bytes: sizeOf(file.slice(1)) }));
  const isText = (file: string): boolean => /assets\/(zh-CN|zh-HK|en)[-.]/.test(file);
  const languages = new Map<string, number>();
  for (const one of sized.filter(({ file }) => isText(file))) {
    const language = /assets\/(zh-CN|zh-HK|en)[-.]/.exec(one.file)?.[1] ?? '';
    languages.set(language, (languages.get(language) ?? 0) + one.bytes);
  }
  const largest = Math.max(0, ...languages.values());
  return [...sized.filter(({ file }) => !isText(file)), { file: 'texts of one language', bytes: largest }];
}

const parts = countOnce(readShell().filter((file) => file.endsWith('.js')));
const total = parts.reduce((sum, part) => sum + part.bytes, 0);
for (const part of [...parts].sort((one, other) => other.bytes - one.bytes)) {
  console.log(`${String(part.bytes).padStart(8)}  ${part.file}`);
}
console.log(`${String(total).padStart(8)}  JavaScript before the camera opens, gzip; budget ${BUDGET_BYTES}`);
if (total > BUDGET_BYTES) process.exitCode = 1;
