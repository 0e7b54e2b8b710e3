/**
 * What one attempt costs: CPU and wall time of a judgement, attempts a minute and memory, side by side with
 * @vladmandic/human on the same frames.
 *
 *   npm run bench:session -- --json <file> [--attempts <n>] [--pack builtin|standard|<folder>] [--human-attempts <n>]
 *
 * The frames are a person rendered from a photograph of the face-api package who does what a challenge asks. CPU time is
 * the whole process's (all threads) from encoded frames to decision; for human from encoded frames to its result, every
 * module on every frame, nothing remembered from the frame before.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CapturedFrame, Challenge, FaceEngine, LoadedPack, Template } from '@anzai/face';
import { choosePack, chooseChallenge, createFaceEngine, ensureBuiltinPack } from '@anzai/face';
import { createRandom, loadPerson, renderSession } from '@anzai/testkit';
import { openHuman } from './bench/human-wasm.ts';
import { measureUse, percentile } from './bench/measure-use.ts';
import type { Use } from './bench/measure-use.ts';

const framesWanted = 24;
const concurrentSeconds = 10;

const { values } = parseArgs({
  options: {
    attempts: { type: 'string', default: '30' },
    'human-attempts': { type: 'string', default: '3' },
    pack: { type: 'string' },
    json: { type: 'string' },
  },
});

type Session = { readonly challenge: Challenge; readonly frames: readonly CapturedFrame[] };

await main();

async function main(): Promise<void> {
  const attempts = Number(values.attempts);
  const session = await renderAttempt();
  console.error(`${session.frames.length} frames, ${Math.round(sizeOf(session) / 1024)} KiB`);
  const pack = await openPack(values.pack);
  const anzai = await benchAnzai(session, { pack, attempts });
  const human = await benchHuman(session, Number(values['human-attempts']));
  const cpuRatio = anzai.cpuMsP50 / human.cpuMsP50;
  const report = { attempts, frames: session.frames.length, pack: pack.manifest.id, anzai, human, cpuRatio };
  console.log(JSON.stringify(report, null, 2));
  console.log(`an attempt takes 1/${(1 / cpuRatio).toFixed(1)} of human's CPU time`);
  if (values.json === undefined) return;
  const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.json);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}

/** A capture of the size that the product asks of a phone; challenges differ in length, so one of 24 frames is looked for. */
async function renderAttempt(): Promise<Session> {
  const person = await loadPerson('dea');
  const random = createRandom(24);
  for (let tries = 0; tries < 1000; tries++) {
    const challenge = chooseChallenge({ random: random.below, mode: 'move' });
    const count = challenge.prompts.reduce((sum, prompt) => sum + prompt.frames, 0);
    if (count < framesWanted - 2) continue;
    const frames = await renderSession({ person, challenge, seed: 7 });
    return { challenge, frames: frames.slice(0, framesWanted) };
  }
  throw new Error('no challenge of this size was chosen');
}

function sizeOf(session: Session): number {
  return session.frames.reduce((sum, frame) => sum + frame.image.length, 0);
}

async function openPack(want: string | undefined): Promise<LoadedPack> {
  const modelsFolder = resolve(process.env['INIT_CWD'] ?? process.cwd(), process.env['ANZAI_MODELS'] ?? 'models');
  if (want === undefined || want === 'builtin') await ensureBuiltinPack({ modelsFolder });
  return choosePack(want === undefined ? { modelsFolder } : { modelsFolder, want });
}

type AnzaiReport = {
  readonly cpuMsP50: number;
  readonly wallMsP50: number;
  readonly wallMsP95: number;
  readonly rssMiB: number;
  /** After the first tenth of the attempts: what it grows by from here is a leak. */
  readonly rssEarlyMiB: number;
  readonly attemptsPerMinute: number;
  readonly threads: number;
  readonly outcome: string;
  readonly stagesMs: Readonly<Record<string, number>>;
};

async function benchAnzai(session: Session, how: { pack: LoadedPack; attempts: number }): Promise<AnzaiReport> {
  const engine = await createFaceEngine({ pack: how.pack });
  const reference = await enrol(engine, session);
  const uses: Use[] = [];
  const stages = new Map<string, number[]>();
  let outcome = '';
  let rssEarlyMiB = 0;
  for (let attempt = -2; attempt < how.attempts; attempt++) {
    const { use, result } = await measureUse(async () => judge(engine, session, reference));
    outcome = `${result.liveness.outcome}, ${result.match?.outcome ?? 'no template'}`;
    // Two attempts warm the models and the compiler up.
    if (attempt < 0) continue;
    uses.push(use);
    for (const [stage, ms] of Object.entries(result.stagesMs)) stages.set(stage, [...(stages.get(stage) ?? []), ms]);
    if (attempt === Math.floor(how.attempts / 10)) rssEarlyMiB = rssNow();
  }
  const rssMiB = rssNow();
  const attemptsPerMinute = await countConcurrent(async () => judge(engine, session, reference));
  const { threads } = engine.info;
  await engine.close();
  return {
    cpuMsP50: percentile(
      uses.map((use) => use.cpuMs),
      0.5,
    ),
    wallMsP50: percentile(
      uses.map((use) => use.wallMs),
      0.5,
    ),
    wallMsP95: percentile(
      uses.map((use) => use.wallMs),
      0.95,
    ),
    rssMiB,
    rssEarlyMiB,
    attemptsPerMinute,
    threads,
    outcome,
    stagesMs: Object.fromEntries([...stages].map(([stage, list]) => [stage, percentile(list, 0.5)])),
  };
}

async function enrol(engine: FaceEngine, session: Session): Promise<Template | null> {
  const still = session.frames.filter((frame) => session.challenge.prompts[frame.promptIndex]?.kind === 'centre');
  const made = await engine.extractTemplate(still.slice(0, 3).map((frame) => frame.image));
  return made.outcome === 'extracted' ? made.template : null;
}

async function judge(engine: FaceEngine, session: Session, reference: Template | null) {
  const nonce = randomBytes(16).toString('base64url');
  const challenge = { ...session.challenge, nonce };
  const input = { challenge, frames: session.frames, reference, seenFingerprints: [], fmr: '1e-4' };
  const judged = await engine.judgeAttempt(input);
  if ('outcome' in judged) throw new Error(`${judged.code}: ${judged.detail}`);
  return judged;
}

/** Two at a time, as a busy server has them. */
async function countConcurrent(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - startedAt < concurrentSeconds * 1000) {
      await work();
      done += 1;
    }
  };
  await Promise.all([lane(), lane()]);
  return Math.round((done * 60_000) / (performance.now() - startedAt));
}

async function benchHuman(
  session: Session,
  attempts: number,
): Promise<{ cpuMsP50: number; wallMsP50: number; facesFound: number }> {
  const human = await openHuman();
  const uses: Use[] = [];
  let facesFound = 0;
  try {
    await human.look(session.frames[0]?.image ?? new Uint8Array());
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { use, result } = await measureUse(async () => {
        let faces = 0;
        for (const frame of session.frames) faces += await human.look(frame.image);
        return faces;
      });
      uses.push(use);
      facesFound = result;
    }
  } finally {
    await human.close();
  }
  const median = (pick: (use: Use) => number): number => percentile(uses.map(pick), 0.5);
  return { cpuMsP50: median((use) => use.cpuMs), wallMsP50: median((use) => use.wallMs), facesFound };
}

function rssNow(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}
