// `npm test`: everything. What cannot be had on this machine is skipped, and said.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { startPostgres } from './postgres.mjs';
import { ensureBuilt, ensureInstalled, root, runTool } from './setup.mjs';

const artefacts = join(root, 'artefacts');
const totals = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
const failures = [];

function step(title, run) {
  const startedAt = Date.now();
  console.log(`\n── ${title}`);
  const status = run();
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  if (status !== 0) failures.push(title);
}

/** Runs vitest and adds its counts; a run that wrote no report counts as one failure. */
function vitest(name, args, env = {}) {
  const report = join(artefacts, `tests-${name}.json`);
  rmSync(report, { force: true });
  const status = runTool(
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env },
  );
  if (!existsSync(report)) {
    totals.failed += 1;
    return 1;
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += counts.numPassedTests;
  totals.failed += counts.numFailedTests;
  totals.skipped += counts.numPendingTests + counts.numTodoTests;
  return status;
}

ensureInstalled();
mkdirSync(artefacts, { recursive: true });
step('types', () => runTool('npm', ['run', '--silent', 'check:types']));
step('lint', () => runTool('npm', ['run', '--silent', 'check:lint']));
step('format', () => runTool('npm', ['run', '--silent', 'check:format']));
step('arrows', () => runTool('npm', ['run', '--silent', 'check:arrows']));
step('tidy', () => vitest('tidy', ['--project', 'tidy']));
step('build', () => (ensureBuilt(), 0));
step('unit and command tests (embedded database)', () => vitest('unit', ['--project', 'unit']));

const postgres = startPostgres();
if (postgres.url === null) notes.push(`PostgreSQL: skipped, ${postgres.why}`);
else {
  const env = { ANZAI_TEST_DATABASE_URL: postgres.url };
  step('command tests (PostgreSQL)', () => vitest('postgres', ['--project', 'unit', 'apps/server'], env));
}

const chromium = findChromium();
if (chromium.path === null) notes.push(`Browser: end-to-end tests skipped, ${chromium.why}`);
else {
  const env = {
    ANZAI_CHROMIUM: chromium.path,
    ...(postgres.url === null ? {} : { ANZAI_TEST_DATABASE_URL: postgres.url }),
  };
  step('end to end (Chromium)', () => vitest('e2e', ['--project', 'e2e'], env));
}
postgres.stop();

if (!existsSync(join(root, '..', 'shared', 'faces')))
  notes.push('Measuring material beside the checkout is absent: the tests that need it were skipped');
for (const note of notes) console.log(note);
if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(failures.length === 0 && totals.failed === 0 ? 0 : 1);
