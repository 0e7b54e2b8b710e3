import { signal } from '@preact/signals';
import type { CaseSummary } from '../../state/wire.ts';

/** The list that a case was opened from, so that j and k go to its neighbours without going back. */
export const caseQueue = signal<readonly CaseSummary[]>([]);

export function positionOf(caseId: string): number {
  return caseQueue.value.findIndex((one) => one.id === caseId);
}

export function neighbourOf(caseId: string, by: 1 | -1): CaseSummary | undefined {
  const position = positionOf(caseId);
  return position === -1 ? undefined : caseQueue.value[position + by];
}
