import { problems, type Problem, type ProblemCode, type Refusal } from '@anzai/contract';
import { problemTexts, type ProblemTexts } from '@anzai/i18n/problems';

/** A code of the contract without texts in every language does not compile here. */
const texts: Record<'zh-CN' | 'zh-HK' | 'en', ProblemTexts<ProblemCode>> = problemTexts;

export type InvalidParam = { readonly path: string; readonly code: string };

type ProblemInput = {
  readonly refusal: { readonly code: ProblemCode; readonly facts?: object | undefined };
  readonly requestId: string;
  readonly invalidParams?: readonly InvalidParam[];
};

/** RFC 9457. The title is for developers; people read the text of their language by `code`. */
export function toProblem(input: ProblemInput): Problem {
  const { code, facts } = input.refusal;
  return {
    type: `/problems/${code}`,
    title: texts.en[code].title,
    status: problems[code],
    code,
    facts: { ...facts },
    invalidParams: input.invalidParams ?? [],
    requestId: input.requestId,
  };
}

/** Seconds for `Retry-After`, if the refusal names any. */
export function findRetryAfter(refusal: Refusal): number | undefined {
  const facts: object = refusal.facts ?? {};
  if (!('retryAfterSeconds' in facts)) return undefined;
  return typeof facts.retryAfterSeconds === 'number' ? facts.retryAfterSeconds : undefined;
}
