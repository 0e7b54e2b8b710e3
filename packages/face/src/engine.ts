import { availableParallelism } from 'node:os';
import type {
  AttemptJudgement,
  Candidate,
  DecisionMeta,
  DetectDecision,
  EncodedImage,
  EngineError,
  EngineInfo,
  FaceEngine,
  JudgeAttemptInput,
  LivenessDecision,
  MatchDecision,
  QualityDecision,
  Template,
  TemplateDecision,
} from './api.ts';
import { decideMatch, findThresholds } from './decide-match.ts';
import { findCandidates } from './find-candidates.ts';
import type { JudgeRules } from './judge-attempt.ts';
import { judgeFrames, planFrameTasks, toQualityDecision } from './judge-attempt.ts';
import type { PackManifest } from './manifest.ts';
import { makeTemplate } from './make-template.ts';
import type { LoadedPack } from './packs/index.ts';
import { toEmbedderId } from './packs/index.ts';
import { FacePool } from './pool.ts';
import { qualityThreshold } from './stages/assess-quality.ts';
import type { PictureResult, PictureTask, WorkerResult } from './worker-task.ts';

export type FaceEngineOptions = {
  readonly pack: LoadedPack;
  /** Worker threads; as many as the machine has cores unless told. */
  readonly threads?: number;
  /** Jobs that may wait (an attempt of 24 frames is four); beyond it the answer is `engine.busy`. */
  readonly queueMax?: number;
  readonly deadlineMs?: number;
};

const queueMaxDefault = 96;
const deadlineMsDefault = 20_000;
/** More pictures of one person than this are refused as an error of the caller. */
const picturesMax = 16;
const framesMax = 64;
/** What MiniFASNet's makers decide at, and where its errors were measured. */
const passiveLiveMin = 0.5;
/**
 * Same face within one capture: what 1 of 100 pairs of different people reach in the two packs measured. Milder than the
 * thresholds to decide at, which hold in the group that fares worst, because a turned head must not count as another's.
 */
const sameFaceMins = { cosine: 0.25, euclidean: 0.91 } as const;

/** Loads the pack into worker threads, runs its self-tests, and answers when the engine is ready. Throws when it can't be. */
export async function createFaceEngine(options: FaceEngineOptions): Promise<FaceEngine> {
  const threads = options.threads ?? availableParallelism();
  const queueMax = options.queueMax ?? queueMaxDefault;
  const deadlineMs = options.deadlineMs ?? deadlineMsDefault;
  const pool = await FacePool.open({ pack: options.pack, threads, queueMax, deadlineMs });
  return new PooledFaceEngine(pool, options.pack);
}

class PooledFaceEngine implements FaceEngine {
  readonly info: EngineInfo;
  readonly #pool: FacePool;
  readonly #manifest: PackManifest;
  readonly #meta: DecisionMeta;

  constructor(pool: FacePool, pack: LoadedPack) {
    this.#pool = pool;
    this.#manifest = pack.manifest;
    this.#meta = { model: pack.manifest.id, version: pack.manifest.version };
    this.info = toEngineInfo(pack, pool.threads);
  }

  async detect(image: EncodedImage): Promise<DetectDecision> {
    const read = asPicture(await this.#pool.submit(pictureTask(image, 'faces')));
    if (isError(read)) return read;
    const outcome = read.faces.length === 0 ? 'none' : read.companions === 0 ? 'found' : 'several';
    const { faces, imageWidth, imageHeight } = read;
    return { outcome, faces, imageWidth, imageHeight, ...this.#meta };
  }

  async assessQuality(image: EncodedImage): Promise<QualityDecision> {
    const read = asPicture(await this.#pool.submit(pictureTask(image, 'quality')));
    if (isError(read)) return read;
    if (read.quality !== null) return toQualityDecision(read.quality, this.#meta);
    const components = [{ name: 'single-face', value: 0, ok: false }] as const;
    return { outcome: 'poor', score: 0, threshold: qualityThreshold, components, ...this.#meta };
  }

  async extractTemplate(images: readonly EncodedImage[]): Promise<TemplateDecision> {
    if (images.length > picturesMax) throw new RangeError(`extractTemplate: at most ${picturesMax} pictures`);
    const answers = await this.#pool.submitAll(images.map((image) => pictureTask(image, 'template')));
    const reads: PictureResult[] = [];
    for (const answer of answers.map(asPicture)) {
      if (isError(answer)) return answer;
      reads.push(answer);
    }
    return this.#decideTemplate(reads);
  }

  match(pair: { readonly probe: Template; readonly reference: Template; readonly fmr: string }): MatchDecision {
    return decideMatch(pair, findThresholds(this.#manifest, pair.fmr), this.#meta);
  }

  async checkLiveness(input: Omit<JudgeAttemptInput, 'reference' | 'fmr'>): Promise<LivenessDecision> {
    const judged = await this.judgeAttempt({ ...input, reference: null, fmr: this.#manifest.doubtFmr });
    return 'outcome' in judged ? judged : judged.liveness;
  }

  async judgeAttempt(input: JudgeAttemptInput): Promise<AttemptJudgement | EngineError> {
    if (input.frames.length > framesMax) throw new RangeError(`judgeAttempt: at most ${framesMax} frames`);
    const results = [];
    for (const answer of await this.#pool.submitAll(planFrameTasks(input.frames))) {
      if (isError(answer)) return answer;
      if (answer.kind !== 'frames') throw new Error('judgeAttempt: a worker answered another question');
      results.push(answer);
    }
    return judgeFrames(input, results, this.#judgeRules(input.fmr));
  }

  async identify(input: {
    readonly probe: Template;
    readonly gallery: readonly { readonly id: string; readonly template: Template }[];
    readonly fmr: string;
    readonly limit: number;
  }): Promise<readonly Candidate[]> {
    return findCandidates({ ...input, threshold: findThresholds(this.#manifest, input.fmr).threshold });
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  #judgeRules(fmr: string): JudgeRules {
    const passiveLive = this.info.passivePad ? passiveLiveMin : null;
    return {
      meta: this.#meta,
      embedder: this.info.embedder,
      liveness: { sameFace: findSameFace(this.#manifest), passiveLive },
      match: findThresholds(this.#manifest, fmr),
    };
  }

  #decideTemplate(reads: readonly PictureResult[]): TemplateDecision {
    const refuse = (reason: 'no-face' | 'several-faces' | 'poor-quality' | 'faces-differ'): TemplateDecision => ({
      outcome: 'not-extracted',
      reasons: [reason],
      ...this.#meta,
    });
    const withFace = reads.filter((read) => read.faces.length > 0);
    if (withFace.length === 0) return refuse('no-face');
    const alone = withFace.filter((read) => read.companions === 0);
    if (alone.length === 0) return refuse('several-faces');
    const described = alone.flatMap(({ quality, embedding }) =>
      quality && embedding && quality.score >= qualityThreshold ? [{ quality: quality.score, embedding }] : [],
    );
    if (described.length === 0) return refuse('poor-quality');
    const rules = { embedder: this.info.embedder, sameFace: findSameFace(this.#manifest) };
    const made = makeTemplate(described, rules);
    return made === null ? refuse('faces-differ') : { outcome: 'extracted', ...made, ...this.#meta };
  }
}

/** Below this two frames of one capture show different people. */
function findSameFace(manifest: PackManifest): number {
  const compare = manifest.models.find((model) => model.role === 'embedder')?.output.compare ?? 'cosine';
  const calibrated = manifest.calibration?.tarAtFmr['1e-2']?.threshold ?? sameFaceMins[compare];
  return Math.min(calibrated, sameFaceMins[compare]);
}

function toEngineInfo(pack: LoadedPack, threads: number): EngineInfo {
  const { manifest } = pack;
  return {
    packId: manifest.id,
    packVersion: manifest.version,
    packTitle: manifest.title,
    embedder: toEmbedderId(manifest),
    passivePad: manifest.models.some((model) => model.role === 'pad'),
    warning: manifest.warning,
    calibration: manifest.calibration,
    models: manifest.models.map(({ role, file, sha256, licence, source }) => ({ role, file, sha256, licence, source })),
    threads,
  };
}

function pictureTask(image: EncodedImage, want: PictureTask['want']): PictureTask {
  return { kind: 'picture', image, pick: 'main', want };
}

function asPicture(result: WorkerResult): PictureResult | EngineError {
  if (isError(result) || result.kind === 'picture') return result;
  throw new Error('a worker answered another question');
}

function isError<T extends object>(result: T | EngineError): result is EngineError {
  return 'outcome' in result && result.outcome === 'error';
}
