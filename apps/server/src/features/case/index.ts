/**
 * Cases: what waits for a person to decide, with a number for the telephone.
 * Called by attempt, enrolment, certification, ways, review, dossier. State: review_case and its parts.
 * Law: 社会保险经办条例 arts. 37–38 (graded review, the whole process on record).
 */
import type { CaseSummary } from '@anzai/contract';
import type { z } from 'zod';
import type { CaseRow } from './store.ts';

export * from './open-case.ts';
export * from './parts-store.ts';
export {
  countOpenCases,
  findCaseRow,
  findOpenCase,
  listCaseRows,
  listCasesOfPerson,
  listPeopleInReview,
  lockCaseRow,
  updateCase,
  type CaseDecisionKind,
  type CaseFilter,
  type CaseKind,
  type CaseRow,
  type CaseState,
} from './store.ts';

export function toCaseSummary(row: CaseRow, personName: string): z.infer<typeof CaseSummary> {
  const { id, number, kind, state, openedAt, decideBy, personId, way, decision } = row;
  return { id, number, kind, state, openedAt, decideBy, personId, personName, way, decision };
}
