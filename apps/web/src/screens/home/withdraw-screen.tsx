import type { Home } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink, Notice } from '@anzai/ui';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { useAction } from '../../shell/use-action.ts';
import { goBack } from '../../state/route.ts';
import { getWords } from '../../state/texts.ts';
import { sendConsent } from '../consent/send-consent.ts';
import { PersonGate } from '../person-gate.tsx';

function WithdrawView({ home }: { readonly home: Home }): JSX.Element {
  const { web } = getWords();
  const texts = web.home;
  const [done, setDone] = useState(false);
  const sending = useAction();
  if (done) {
    return (
      <Screen title={texts.withdrawn}>
        <ButtonLink look="primary" href="/home" icon="home">
          {web.common.toHome}
        </ButtonLink>
      </Screen>
    );
  }
  const withdraw = (): void =>
    sending.run(
      async () => sendConsent(home.principal.personId, 'withdrawn'),
      () => setDone(true),
    );
  return (
    <Screen title={texts.withdrawTitle} back="/home" says={[texts.withdrawLead]}>
      <Notice tone="attention">
        <p>{texts.withdrawLead}</p>
      </Notice>
      {sending.failure !== undefined && <ProblemNotice problem={sending.failure.problem} />}
      <Button look="primary" onPress={() => goBack('/home')}>
        {texts.withdrawNo}
      </Button>
      <Button busy={sending.busy} busyText={web.common.sending} onPress={withdraw}>
        {texts.withdrawYes}
      </Button>
    </Screen>
  );
}

/** Says what withdrawing destroys before it does. */
export function WithdrawScreen(): JSX.Element {
  return <PersonGate>{(home) => <WithdrawView home={home} />}</PersonGate>;
}
