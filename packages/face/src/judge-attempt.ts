import type {
  AttemptJudgement,
  CapturedFrame,
  DecisionMeta,
  EmbedderId,
  FrameReport,
  JudgeAttemptInput,
  QualityDecision,
} from './api.ts';
import type { MatchThresholds } from './decide-match.ts';
import { decideMatch } from './decide-match.ts';
import type { LivenessThresholds } from './liveness/judge-liveness.ts';
import { judgeLiveness } from './liveness/judge-liveness.ts';
import type { DescribedFrame, MadeTemplate } from './make-template.ts';
import { makeTemplate } from './make-template.ts';
import { addStages } from './stage-clock.ts';
import { qualityThreshold } from './stages/assess-quality.ts';
import type { FrameResult, FramesResult, FramesTask } from './worker-task.ts';

/**
 * Frames of one job. Fixed, and not the number of workers, so that what is sampled and thus the judgement do not depend on
 * the machine; small enough that a lone attempt keeps every core busy.
 */
const framesPerTask = 6;

export function planFrameTasks(frames: readonly CapturedFrame[]): FramesTask[] {
  const sorted = frames.toSorted((left, right) => left.index - right.index);
  return Array.from({ length: Math.ceil(sorted.length / framesPerTask) }, (_, run) => ({
    kind: 'frames',
    run,
    frames: sorted.slice(run * framesPerTask, (run + 1) * framesPerTask),
  }));
}

export type JudgeRules = {
  readonly meta: DecisionMeta;
  readonly embedder: EmbedderId;
  readonly liveness: LivenessThresholds;
  readonly match: MatchThresholds;
};

/** Puts the workers' findings together. Pure: no model is run here. */
export function judgeFrames(
  input: JudgeAttemptInput,
  results: readonly FramesResult[],
  rules: JudgeRules,
): AttemptJudgement {
  const frames = results.flatMap((result) => result.frames).toSorted((left, right) => left.index - right.index);
  const startedAt = performance.now();
  const { challenge, seenFingerprints, reference } = input;
  const observations = frames.flatMap((frame) => frame.observation ?? []);
  const thresholds = rules.liveness;
  const judged = judgeLiveness({ challenge, observations, seenFingerprints, thresholds });
  const made = makeFrontalTemplate(frames, rules);
  const best = findBestFrame(frames);
  const template = made?.template ?? null;
  return {
    liveness: { ...judged, ...rules.meta },
    match: reference && template ? decideMatch({ probe: template, reference }, rules.match, rules.meta) : null,
    template,
    bestFrame: best?.index ?? null,
    quality: best?.quality ? toQualityDecision(best.quality, rules.meta) : null,
    frames: frames.map(toFrameReport),
    stagesMs: addStages([...results.map((result) => result.stagesMs), { judge: performance.now() - startedAt }]),
  };
}

export function toQualityDecision(quality: NonNullable<FrameResult['quality']>, meta: DecisionMeta): QualityDecision {
  const outcome = quality.score >= qualityThreshold ? 'good' : 'poor';
  return { outcome, score: quality.score, threshold: qualityThreshold, components: quality.components, ...meta };
}

/** Only frames good enough to be a reference picture; under a coloured screen a face is described a little less well. */
function makeFrontalTemplate(frames: readonly FrameResult[], rules: JudgeRules): MadeTemplate | null {
  const described = frames.flatMap(({ quality, observation }): DescribedFrame[] => {
    const embedding = observation?.embedding ?? null;
    if (quality === null || embedding === null || quality.score < qualityThreshold) return [];
    return [{ quality: quality.score - (observation?.colourIndex === null ? 0 : colouredPenalty), embedding }];
  });
  return makeTemplate(described, { embedder: rules.embedder, sameFace: rules.liveness.sameFace });
}

const colouredPenalty = 20;

/** Among frames whose eyes were looked at, so that no blink becomes the reference picture. */
function findBestFrame(frames: readonly FrameResult[]): FrameResult | undefined {
  const rank = ({ quality, observation }: FrameResult): number =>
    (quality?.score ?? 0) - (observation?.colourIndex === null ? 0 : colouredPenalty);
  return frames
    .filter(({ quality, observation }) => observation?.embedding && (quality?.score ?? 0) >= qualityThreshold)
    .toSorted((left, right) => rank(right) - rank(left))[0];
}

function toFrameReport({ index, error, observation, quality }: FrameResult): FrameReport {
  const { faces, box, pose, measures } = observation ?? { faces: 0, box: null, pose: null, measures: null };
  const fingerprint = measures?.fingerprint ?? null;
  return { index, faces, box, pose, quality: quality?.score ?? null, fingerprint, error: error?.code ?? null };
}
