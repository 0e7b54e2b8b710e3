import type { FrameObservation } from './observation.ts';
import { createSignal, type LivenessSignal } from './signal.ts';
import { median } from './statistics.ts';

const FRAMES_MIN = 5;

/** What the pack's passive models say: the median over the sampled frames, since single frames err. */
export function judgePassive(observations: readonly FrameObservation[], threshold: number | null): LivenessSignal {
  if (threshold === null)
    return createSignal({ name: 'passive', outcome: 'unmeasured', reasons: ['passive.no_model'] });
  const scores = observations.flatMap((frame) => frame.passiveLive ?? []);
  const score = median(scores);
  if (score === null || scores.length < FRAMES_MIN) {
    return createSignal({ name: 'passive', outcome: 'unmeasured', reasons: ['passive.too_few_frames'] });
  }
  const live = score >= threshold;
  return createSignal({
    name: 'passive',
    outcome: live ? 'for' : 'against',
    reasons: [live ? 'passive.live' : 'passive.attack'],
    score,
    threshold,
  });
}
