import type { Problem } from '@anzai/contract';
import { renderNext } from '@anzai/i18n/problems/problem-text';
import { getWords } from './texts.ts';

export type ProblemWords = { readonly title: string; readonly next: string; readonly code: string | undefined };

/** A slip of the finger or of memory, which the person mends alone: there is nothing to tell on the telephone. */
function isSlip(problem: Problem): boolean {
  return problem.code.startsWith('account.') || problem.code === 'identity.document_invalid';
}

/** A refusal in the person's words; no answer at all is told as a lost connection. */
export function renderProblem(problem: Problem | undefined): ProblemWords {
  const { web, problems } = getWords();
  if (problem === undefined) {
    return { title: web.problem.offlineTitle, next: web.problem.offlineNext, code: undefined };
  }
  const text = problems[problem.code] ?? problems['server.fault'];
  if (text === undefined) return { title: web.problem.faultTitle, next: web.problem.faultNext, code: problem.code };
  const code = isSlip(problem) ? undefined : problem.code;
  return { title: text.title, next: renderNext(text, problem.facts), code };
}

/** The problem of a call that failed; undefined when the network did not answer. */
export function problemOf(result: { readonly ok: false } & object): Problem | undefined {
  return 'problem' in result ? (result as { readonly problem: Problem }).problem : undefined;
}
