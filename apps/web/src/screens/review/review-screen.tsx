import type { Home } from '@anzai/contract';
import { formatDay } from '@anzai/i18n';
import type { JSX } from 'preact';
import { ButtonLink, Icon, Phrases, Picture } from '@anzai/ui';
import type { IconName } from '@anzai/ui';
import { CallButton } from '../../shell/office-block.tsx';
import { Screen } from '../../shell/screen.tsx';
import { lastOutcome } from '../../state/person.ts';
import { getWords } from '../../state/texts.ts';
import { PersonGate } from '../person-gate.tsx';

type ReviewFacts = { readonly number: string; readonly decideBy: string };

function findReview(home: Home): ReviewFacts | undefined {
  if (home.openCase?.kind === 'attempt-review') return home.openCase;
  const kept = lastOutcome.value;
  if (kept?.personId !== home.principal.personId || kept.outcome.kind !== 'review') return undefined;
  return { number: kept.outcome.caseNumber, decideBy: kept.outcome.decideBy };
}

function Line({ icon, text }: { readonly icon: IconName; readonly text: string }): JSX.Element {
  return (
    <li class="line-with-icon">
      <Icon name={icon} />
      <span>
        <Phrases text={text} />
      </span>
    </li>
  );
}

function ReviewView({ facts }: { readonly facts: ReviewFacts | undefined }): JSX.Element {
  const { web, locale } = getWords();
  const texts = web.review;
  const by = facts === undefined ? undefined : texts.by(formatDay(locale, facts.decideBy.slice(0, 10)));
  return (
    <Screen title={texts.title} lead={texts.lead} back="/home" says={[by, texts.who, texts.paid, texts.callNote]}>
      <div class="picture-middle">
        <Picture name="waiting" />
      </div>
      {facts !== undefined && (
        <dl class="case-number">
          <dt>{texts.caseNumber}</dt>
          <dd>{facts.number}</dd>
        </dl>
      )}
      <ul class="lines">
        {by !== undefined && <Line icon="calendar" text={by} />}
        <Line icon="person" text={texts.who} />
        <Line icon="heart" text={texts.paid} />
        <Line icon="phone" text={texts.callNote} />
      </ul>
      <CallButton />
      <ButtonLink look="primary" href="/home" icon="home">
        {web.common.toHome}
      </ButtonLink>
    </Screen>
  );
}

/** Who looks, by when, and that nothing stops meanwhile. */
export function ReviewScreen(): JSX.Element {
  return <PersonGate>{(home) => <ReviewView facts={findReview(home)} />}</PersonGate>;
}
