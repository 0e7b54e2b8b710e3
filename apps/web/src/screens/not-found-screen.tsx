import type { JSX } from 'preact';
import { ButtonLink } from '@anzai/ui';
import { CallButton } from '../shell/office-block.tsx';
import { Screen } from '../shell/screen.tsx';
import { getWords } from '../state/texts.ts';

export function NotFoundScreen(): JSX.Element {
  const { web } = getWords();
  return (
    <Screen title={web.problem.notFoundTitle} lead={web.problem.notFoundNext}>
      <ButtonLink look="primary" href="/" icon="home">
        {web.common.toHome}
      </ButtonLink>
      <CallButton />
    </Screen>
  );
}
