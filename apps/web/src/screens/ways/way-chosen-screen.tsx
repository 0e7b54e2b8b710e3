import type { Home } from '@anzai/contract';
import { formatDay } from '@anzai/i18n';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, ButtonLink, Icon, Notice } from '@anzai/ui';
import { CallButton } from '../../shell/office-block.tsx';
import { Screen } from '../../shell/screen.tsx';
import { navigate } from '../../state/route.ts';
import { getWords } from '../../state/texts.ts';
import { PersonGate } from '../person-gate.tsx';

function ChosenView({ chosen }: { readonly chosen: NonNullable<Home['openCase']> }): JSX.Element {
  const { web, locale } = getWords();
  const texts = web.ways;
  const isCall = chosen.way === 'call';
  const way = chosen.way === null ? '' : texts.names[chosen.way];
  const by = texts.by(formatDay(locale, chosen.decideBy));
  const lead = isCall ? texts.callLead : texts.chosenLead(way);
  return (
    <Screen
      title={isCall ? texts.callTitle : texts.chosenTitle}
      lead={lead}
      back="/home"
      says={[texts.caseNumber, chosen.number, texts.caseNote, isCall ? by : undefined]}
    >
      <dl class="case-number">
        <dt>{texts.caseNumber}</dt>
        <dd>{chosen.number}</dd>
      </dl>
      <Notice>
        <p>{texts.caseNote}</p>
      </Notice>
      {isCall && (
        <p class="line-with-icon">
          <Icon name="calendar" />
          <span>{by}</span>
        </p>
      )}
      <ButtonLink look="primary" href="/home" icon="home">
        {web.common.toHome}
      </ButtonLink>
      <Button icon="printer" onPress={() => globalThis.print()}>
        {texts.print}
      </Button>
      <ButtonLink href="/ways" icon="people">
        {web.notYet.otherWay}
      </ButtonLink>
      <CallButton />
    </Screen>
  );
}

/** The choice is noted under a number that can be said on the telephone. */
export function WayChosenScreen(): JSX.Element {
  return (
    <PersonGate fresh>
      {(home) => (home.openCase === null ? <NothingChosen /> : <ChosenView chosen={home.openCase} />)}
    </PersonGate>
  );
}

function NothingChosen(): JSX.Element {
  useEffect(() => navigate('/ways', 'replace'), []);
  return <span />;
}
