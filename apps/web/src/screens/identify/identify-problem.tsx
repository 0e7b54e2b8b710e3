import type { Problem } from '@anzai/contract';
import type { JSX } from 'preact';
import { ButtonLink } from '@anzai/ui';
import { toTelHref } from '../../shell/office-block.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { agency } from '../../state/agency.ts';
import { getWords } from '../../state/texts.ts';

/** Which field does not match the roster, and the counter that can correct it. */
export function IdentifyProblem({ problem }: { readonly problem: Problem | undefined }): JSX.Element {
  const { web, locale } = getWords();
  const named = problem?.facts['counterPhone'];
  const phone = typeof named === 'string' && named !== '' ? named : agency.value?.phone;
  const isMismatch = problem?.code.startsWith('identity.') === true;
  return (
    <>
      <ProblemNotice problem={problem} />
      {isMismatch && phone !== undefined && (
        <>
          <p class="aside-text">
            {web.identify.where} {agency.value?.name[locale]}
          </p>
          <ButtonLink href={toTelHref(phone)} icon="phone">
            {web.common.callNumber(phone)}
          </ButtonLink>
          <ButtonLink look="quiet" href="/ways">
            {web.common.otherWays}
          </ButtonLink>
        </>
      )}
    </>
  );
}
