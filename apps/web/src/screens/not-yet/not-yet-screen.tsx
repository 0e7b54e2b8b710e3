import { account } from '@anzai/contract';
import type { AttemptOutcome, Home } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, ButtonLink, Icon, Picture } from '@anzai/ui';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { Screen } from '../../shell/screen.tsx';
import { useAction } from '../../shell/use-action.ts';
import { callApi } from '../../state/api.ts';
import { lastOutcome, loadHome } from '../../state/person.ts';
import { setPreference, still } from '../../state/preferences.ts';
import { navigate } from '../../state/route.ts';
import { getWords } from '../../state/texts.ts';
import { PersonGate } from '../person-gate.tsx';

type Again = Extract<AttemptOutcome, { kind: 'again' }>;
type CallMeProps = { readonly personId: string; readonly caseId?: string | undefined };

/** Asks the agency to ring; the number of the case stands on the next screen. */
function CallMeButton({ personId, caseId }: CallMeProps): JSX.Element {
  const { web } = getWords();
  const asking = useAction();
  const body = caseId === undefined ? { way: 'call' as const } : { way: 'call' as const, caseId };
  const ask = (): void =>
    asking.run(
      async () => callApi(account.chooseWay, { params: { personId }, body }),
      () => void loadHome(personId).then(() => navigate('/way-chosen')),
    );
  return (
    <>
      {asking.failure !== undefined && <ProblemNotice problem={asking.failure.problem} />}
      <Button icon="phone" busy={asking.busy} busyText={web.common.sending} onPress={ask}>
        {web.notYet.askCall}
      </Button>
    </>
  );
}

function Tip({ tip }: { readonly tip: Again['tip'] }): JSX.Element | null {
  const texts = getWords().web.notYet;
  if (tip === null) return null;
  return (
    <section class="tip">
      <span class="tip-picture">
        <Picture name={tip} />
      </span>
      <div>
        <h2>{texts.tipTitle}</h2>
        <p>{texts.tips[tip]}</p>
      </div>
    </section>
  );
}

/** After a movement that did not come, sitting still is offered before anything else is asked of the body. */
function offersStill(outcome: Again): boolean {
  return outcome.reason === 'movement' && !still.value;
}

function AgainView({ outcome, personId }: { readonly outcome: Again; readonly personId: string }): JSX.Element {
  const { web } = getWords();
  const texts = web.notYet;
  const tip = outcome.tip === null ? undefined : texts.tips[outcome.tip];
  const left = texts.triesLeft(outcome.triesLeft);
  return (
    <Screen title={texts.title} lead={texts.reasons[outcome.reason]} says={[tip, left, texts.calm]}>
      <Tip tip={outcome.tip} />
      <p class="line-with-icon">
        <Icon name="heart" />
        <span>
          {left} {texts.calm}
        </span>
      </p>
      <ButtonLink look="primary" href="/camera" icon="camera">
        {texts.again}
      </ButtonLink>
      {offersStill(outcome) && (
        <Button
          icon="still"
          onPress={() => {
            setPreference('still', true);
            navigate('/ready');
          }}
        >
          {texts.stillAgain}
        </Button>
      )}
      <ButtonLink href="/ways" icon="people">
        {texts.otherWay}
      </ButtonLink>
      <CallMeButton personId={personId} />
    </Screen>
  );
}

/** No tries left: the case is open and waits for the person's choice. */
function UsedUpView({
  personId,
  caseId,
  caseNumber,
}: {
  readonly personId: string;
  readonly caseId?: string;
  readonly caseNumber?: string;
}): JSX.Element {
  const { web } = getWords();
  const texts = web.notYet;
  return (
    <Screen title={texts.usedTitle} lead={texts.usedLead} says={[texts.calm]}>
      {caseNumber !== undefined && (
        <dl class="case-number">
          <dt>{web.ways.caseNumber}</dt>
          <dd>{caseNumber}</dd>
        </dl>
      )}
      <p class="line-with-icon">
        <Icon name="heart" />
        <span>{texts.calm}</span>
      </p>
      <ButtonLink look="primary" href="/ways" icon="people">
        {texts.otherWay}
      </ButtonLink>
      <CallMeButton personId={personId} caseId={caseId} />
    </Screen>
  );
}

function NotYetView({ home }: { readonly home: Home }): JSX.Element | null {
  const { personId } = home.principal;
  const kept = lastOutcome.value;
  const outcome = kept?.personId === personId ? kept.outcome : undefined;
  const isHere = outcome?.kind === 'again' || outcome?.kind === 'other-way';
  useEffect(() => {
    if (!isHere) navigate('/home', 'replace');
  }, [isHere]);
  if (outcome?.kind === 'other-way') {
    return <UsedUpView personId={personId} caseId={outcome.caseId} caseNumber={outcome.caseNumber} />;
  }
  if (outcome?.kind !== 'again') return null;
  return outcome.triesLeft > 0 ? (
    <AgainView outcome={outcome} personId={personId} />
  ) : (
    <UsedUpView personId={personId} />
  );
}

/** One reason, one tip with a picture, and the ways on. */
export function NotYetScreen(): JSX.Element {
  return <PersonGate>{(home) => <NotYetView home={home} />}</PersonGate>;
}
