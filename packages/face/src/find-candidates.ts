import { setImmediate } from 'node:timers/promises';
import type { Candidate, Template } from './api.ts';
import { dot } from './stages/embed-face.ts';

/** Scores computed between two chances for other work on this thread. */
const sliceSize = 20_000;

export type CandidateSearch = {
  readonly probe: Template;
  readonly gallery: readonly { readonly id: string; readonly template: Template }[];
  readonly threshold: number;
  readonly limit: number;
};

/** Compares the probe with every template of the same embedder; candidates at or above the threshold, best first. */
export async function findCandidates(search: CandidateSearch): Promise<readonly Candidate[]> {
  const { probe, gallery, threshold, limit } = search;
  const hits: Candidate[] = [];
  for (const [index, { id, template }] of gallery.entries()) {
    if (index % sliceSize === sliceSize - 1) await setImmediate();
    const comparable =
      template.embedder.id === probe.embedder.id && template.embedder.version === probe.embedder.version;
    if (!comparable) continue;
    const score = dot(probe.vector, template.vector);
    if (score >= threshold) hits.push({ id, score });
  }
  return hits.toSorted((left, right) => right.score - left.score).slice(0, limit);
}
