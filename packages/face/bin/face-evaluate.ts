/**
 * Measures how often a model pack errs on people whose pictures the operator has.
 *
 *   npm run face:evaluate -- --people <folder of one folder for each person> --json <file>
 *     [--pack builtin|standard|<folder>]   the best one present unless told
 *     [--groups <file>]                    one "person, group" a line
 *     [--as-norm <folder>]                 scores normalised against these other people
 *     [--write-calibration <file>]         thresholds that hold in every group, for a pack's manifest
 *     [--data <text>]                      what the people are, as the calibration names them
 *     [--threads <n>]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Evaluation } from '../src/evaluate/evaluate-pack.ts';
import { evaluatePack } from '../src/evaluate/evaluate-pack.ts';
import { parseGroups } from '../src/evaluate/read-groups.ts';
import { choosePack, ensureBuiltinPack, PackError } from '../src/packs/index.ts';
import type { LoadedPack } from '../src/packs/index.ts';

const usage = `npm run face:evaluate -- --people <folder> --json <file> [--pack builtin|standard|<folder>] [--groups <file>]
  [--as-norm <folder>] [--write-calibration <file>] [--data <text>] [--threads <n>]`;

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    json: { type: 'string' },
    pack: { type: 'string' },
    groups: { type: 'string' },
    'as-norm': { type: 'string' },
    'write-calibration': { type: 'string' },
    data: { type: 'string' },
    threads: { type: 'string' },
  },
});

try {
  await main();
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  if (values.people === undefined || values.json === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const groupsFile = values.groups === undefined ? '' : await readFile(fromHere(values.groups), 'utf8');
  const cohort = values['as-norm'];
  const peopleFolder = fromHere(values.people);
  const { evaluation, calibration } = await evaluatePack({
    pack: await openPack(values.pack),
    peopleFolder,
    groups: parseGroups(groupsFile),
    cohortFolder: cohort === undefined ? null : fromHere(cohort),
    threads: values.threads === undefined ? availableParallelism() : Number(values.threads),
    onProgress: (text) => console.error(text),
  });
  await writeFile(fromHere(values.json), `${JSON.stringify(evaluation, null, 2)}\n`);
  print(evaluation);
  if (values['write-calibration'] === undefined) return;
  if (cohort !== undefined) throw new Error('a calibration is of plain scores: leave --as-norm out');
  const named = { ...calibration, data: values.data ?? basename(peopleFolder) };
  await writeFile(fromHere(values['write-calibration']), `${JSON.stringify(named, null, 2)}\n`);
}

/** npm runs this in the product's folder; paths are meant from where the operator stands. */
function fromHere(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

async function openPack(want: string | undefined): Promise<LoadedPack> {
  const modelsFolder = fromHere(process.env['ANZAI_MODELS'] ?? 'models');
  if (want === 'builtin') await ensureBuiltinPack({ modelsFolder });
  if (want === undefined) return choosePack({ modelsFolder });
  return choosePack({ modelsFolder, want: /^(builtin|standard)$/.test(want) ? want : fromHere(want) });
}

function print(evaluation: Evaluation): void {
  const { people, images, failedToAcquire, genuine, impostor } = evaluation;
  console.log(`${evaluation.pack} ${evaluation.packVersion}${evaluation.normalised ? ', scores normalised' : ''}`);
  console.log(`${people} people, ${images} pictures described, ${failedToAcquire} failed to acquire`);
  console.log(`${genuine} genuine pairs, ${impostor} impostor pairs`);
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  for (const [key, row] of Object.entries(evaluation.tarAtFmr)) {
    const limits = `(${percent(row.low)} to ${percent(row.high)})`;
    console.log(`FMR ${key}: TAR ${percent(row.tar)} ${limits} at ${row.threshold.toFixed(4)}`);
  }
  for (const group of evaluation.groups) {
    console.log(`${group.group}: ${group.people} people, ${group.images} pictures, ${group.impostor} impostor pairs`);
    for (const [key, { rate, low, high }] of Object.entries(group.fmrAt)) {
      const own = group.thresholdFor[key]?.toFixed(3) ?? 'none';
      const limits = `${low.toExponential(1)} to ${high.toExponential(1)}`;
      console.log(`  at the threshold for ${key}: FMR ${rate.toExponential(2)} (${limits}); own threshold ${own}`);
    }
  }
}
