import type { Home } from '@anzai/contract';
import { findConsentText } from '@anzai/i18n/consent';
import type { ConsentText } from '@anzai/i18n/consent';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, ButtonLink, Notice } from '@anzai/ui';
import { LoadingScreen } from '../../shell/loading-screen.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { useAction } from '../../shell/use-action.ts';
import { agency } from '../../state/agency.ts';
import { navigate } from '../../state/route.ts';
import { getWords } from '../../state/texts.ts';
import { PersonGate } from '../person-gate.tsx';
import { sendConsent } from './send-consent.ts';

/** The words in force; null when this page is older than they are. */
function useConsentText(): ConsentText | null | undefined {
  const { locale } = getWords();
  const version = agency.value?.consentVersion;
  const [text, setText] = useState<ConsentText | null>();
  useEffect(() => {
    if (version === undefined) return;
    void findConsentText(locale, version).then((found) => setText(found ?? null));
  }, [locale, version]);
  return text;
}

function NewTextScreen(): JSX.Element {
  const { web } = getWords();
  return (
    <Screen title={web.consent.title} lead={web.consent.newText} back="/home">
      <Button look="primary" icon="refresh" onPress={() => globalThis.location.reload()}>
        {web.consent.reload}
      </Button>
      <ButtonLink href="/ways" icon="people">
        {web.common.otherWays}
      </ButtonLink>
    </Screen>
  );
}

function ConsentView({ home, text }: { readonly home: Home; readonly text: ConsentText }): JSX.Element {
  const { web } = getWords();
  const texts = web.consent;
  const agreeing = useAction();
  const refusing = useAction();
  const personId = home.principal.personId;
  const failure = agreeing.failure ?? refusing.failure;
  const says = [text.lead, ...text.points.flatMap((point) => [point.question, point.answer]), texts.equalNote];
  return (
    <Screen title={texts.title} lead={text.lead} back="/home" says={says.slice(1)}>
      {home.principal.acting === 'helper' && (
        <Notice>
          <p>{texts.helperNote}</p>
        </Notice>
      )}
      <dl class="questions">
        {text.points.map((point) => (
          <div key={point.question}>
            <dt>{point.question}</dt>
            <dd>{point.answer}</dd>
          </div>
        ))}
      </dl>
      <p class="aside-text">{texts.equalNote}</p>
      {failure !== undefined && <ProblemNotice problem={failure.problem} />}
      <div class="equal">
        <Button
          look="primary"
          icon="check"
          busy={agreeing.busy}
          busyText={web.common.sending}
          onPress={() =>
            agreeing.run(
              async () => sendConsent(personId, 'given'),
              () => navigate('/ready'),
            )
          }
        >
          {texts.agree}
        </Button>
        <Button
          look="primary"
          icon="people"
          busy={refusing.busy}
          busyText={web.common.sending}
          onPress={() =>
            refusing.run(
              async () => sendConsent(personId, 'refused'),
              () => navigate('/ways'),
            )
          }
        >
          {texts.refuse}
        </Button>
      </div>
    </Screen>
  );
}

/** Two buttons of one weight: agreeing is not made easier than refusing. */
export function ConsentScreen(): JSX.Element {
  const text = useConsentText();
  if (text === undefined) return <LoadingScreen />;
  if (text === null) return <NewTextScreen />;
  return <PersonGate>{(home) => <ConsentView home={home} text={text} />}</PersonGate>;
}
