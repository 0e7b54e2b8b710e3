import type { Problem } from '@anzai/contract';
import type { JSX } from 'preact';
import { Button, ButtonLink, Picture } from '@anzai/ui';
import { renderProblem } from '../state/render-problem.ts';
import { getWords } from '../state/texts.ts';
import { CallButton } from './office-block.tsx';
import { Screen } from './screen.tsx';

/** Something broke on this page. */
export function FaultScreen({ onAgain }: { readonly onAgain: () => void }): JSX.Element {
  const { web } = getWords();
  return (
    <Screen title={web.problem.faultTitle} lead={web.problem.faultNext}>
      <Button look="primary" icon="refresh" onPress={onAgain}>
        {web.common.again}
      </Button>
      <CallButton />
      <ButtonLink href="/ways" icon="people">
        {web.common.otherWays}
      </ButtonLink>
    </Screen>
  );
}

type ProblemScreenProps = { readonly problem: Problem | undefined; readonly onAgain: () => void };

/** The server refused or did not answer, and there is nothing else to show. */
export function ProblemScreen({ problem, onAgain }: ProblemScreenProps): JSX.Element {
  const { web } = getWords();
  const told = renderProblem(problem);
  return (
    <Screen title={told.title} lead={told.next}>
      {problem === undefined && (
        <div class="picture-middle">
          <Picture name="no-signal" />
        </div>
      )}
      <Button look="primary" icon="refresh" onPress={onAgain}>
        {web.common.again}
      </Button>
      <CallButton />
      {told.code !== undefined && <p class="small-code">{web.common.codeForPhone(told.code)}</p>}
    </Screen>
  );
}
