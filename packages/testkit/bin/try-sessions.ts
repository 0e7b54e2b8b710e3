// Renders people and frauds and lets the engine judge them: `node packages/testkit/bin/try-sessions.ts --pack <folder>
// [--people N] [--attacks N]`. Prints how many of each were judged what. Seeds are fixed, so that a run can be repeated.
import {
  type CapturedFrame,
  type Challenge,
  chooseChallenge,
  createFaceEngine,
  type FaceEngine,
  type FrameFingerprint,
  loadPack,
} from '@anzai/face';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ATTACK_SPECIES, type AttackSpecies, renderAttack } from '../src/attacks.ts';
import { ensureTestPacks } from '../src/face-models.ts';
import { loadPerson, type Person, PERSON_IDS } from '../src/people.ts';
import { DIM_ROOM, renderSession, type Setting, WEAK_SCREEN } from '../src/render-session.ts';
import { createRandom } from '../src/seeded-random.ts';

type Condition = { readonly name: string; readonly mode: Challenge['mode']; readonly setting: Omit<Setting, 'seed'> };

const CONDITIONS: readonly Condition[] = [
  { name: 'person, lit room', mode: 'move', setting: {} },
  { name: 'person, weak screen', mode: 'move', setting: { light: WEAK_SCREEN } },
  { name: 'person, dim room, slow', mode: 'move', setting: { light: DIM_ROOM, noise: 2, slowness: 2 } },
  { name: 'person, lit room', mode: 'still', setting: {} },
];

const { values } = parseArgs({
  options: {
    pack: { type: 'string' },
    people: { type: 'string', default: '9' },
    attacks: { type: 'string', default: '6' },
  },
});
const folder = values.pack ?? join(await ensureTestPacks(), 'builtin');
const engine = await createFaceEngine({ pack: await loadPack(folder), deadlineMs: 120_000 });
const counts = new Map<string, number>();
for (let n = 0; n < Number(values.people); n++) await tryPerson(n);
for (const [index, species] of ATTACK_SPECIES.entries()) {
  for (let k = 0; k < Number(values.attacks); k++) await tryAttack(species, { index, k });
}
for (const [line, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b))) console.log(`${line}: ${count}`);
await engine.close();

async function tryPerson(n: number): Promise<void> {
  const person = await pickPerson(n);
  for (const [c, { name, mode, setting }] of CONDITIONS.entries()) {
    const challenge = choose(13_000 + n * 10 + c, mode);
    const frames = await renderSession({ ...setting, person, challenge, seed: 15_000 + n * 10 + c });
    count(`${name}, ${mode}`, await tellOutcome(engine, { challenge, frames }));
  }
}

/** Recordings are tried twice: known to the server from an earlier attempt, and unknown. */
async function tryAttack(species: AttackSpecies, { index, k }: { index: number; k: number }): Promise<void> {
  const mode = k % 3 === 2 ? 'still' : 'move';
  const seed = index * 20 + k;
  const person = await pickPerson(k * 2 + index);
  const other = await pickPerson(k * 2 + index + 4);
  const before = choose(18_000 + seed, mode);
  const recorded = species.includes('replay')
    ? await renderSession({ person, challenge: before, seed: 19_000 + seed })
    : [];
  const earlier = { challenge: before, frames: recorded };
  const challenge = choose(17_000 + seed, mode);
  const frames = await renderAttack({ species, person, other, challenge, earlier, seed: 19_500 + seed });
  count(`${species}, ${mode}`, await tellOutcome(engine, { challenge, frames }));
  if (!species.startsWith('replay')) return;
  const seen = await findFingerprints(engine, earlier);
  count(`${species}, known, ${mode}`, await tellOutcome(engine, { challenge, frames, seen }));
}

type Session = {
  readonly challenge: Challenge;
  readonly frames: readonly CapturedFrame[];
  readonly seen?: readonly FrameFingerprint[];
};

async function tellOutcome(face: FaceEngine, { challenge, frames, seen = [] }: Session): Promise<string> {
  return (await face.checkLiveness({ challenge, frames, seenFingerprints: seen })).outcome;
}

async function findFingerprints(face: FaceEngine, { challenge, frames }: Session): Promise<FrameFingerprint[]> {
  const judged = await face.judgeAttempt({ challenge, frames, reference: null, seenFingerprints: [], fmr: '1e-3' });
  return 'outcome' in judged ? [] : judged.frames.flatMap(({ fingerprint }) => fingerprint ?? []);
}

function choose(seed: number, mode: Challenge['mode']): Challenge {
  return chooseChallenge({ random: createRandom(seed).below, mode });
}

async function pickPerson(n: number): Promise<Person> {
  return loadPerson(PERSON_IDS[n % PERSON_IDS.length] ?? 'ana');
}

function count(what: string, outcome: string): void {
  const line = `${what}: ${outcome}`;
  counts.set(line, (counts.get(line) ?? 0) + 1);
}
