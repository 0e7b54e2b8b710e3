import type { Problem } from '@anzai/contract';
import type { JSX } from 'preact';
import { Notice } from '@anzai/ui';
import { renderProblem } from '../state/render-problem.ts';
import { getWords } from '../state/texts.ts';

/** What went wrong and what to do, beside the button that was pressed. */
export function ProblemNotice({ problem }: { readonly problem: Problem | undefined }): JSX.Element {
  const told = renderProblem(problem);
  return (
    <Notice tone={problem === undefined ? 'attention' : 'wrong'} title={told.title} announce>
      <p>{told.next}</p>
      {told.code !== undefined && <p class="small-code">{getWords().web.common.codeForPhone(told.code)}</p>}
    </Notice>
  );
}
