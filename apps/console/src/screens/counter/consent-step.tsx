import { counter } from '@anzai/contract';
import { locales, type Locale } from '@anzai/domain';
import { findConsentText, type ConsentText } from '@anzai/i18n/consent';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Segments } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { agency } from '../../state/agency.ts';
import { newId } from '../../state/api.ts';
import { dayOf, formatDay } from '../../state/format.ts';
import { to } from '../../state/route.ts';
import { locale, localeNames, texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { PersonDetail } from '../../state/wire.ts';

/** Undefined while it is fetched; null when this build does not know the version in force. */
type Wording = ConsentText | null | undefined;

function SignPart({ name }: { readonly name: string }): JSX.Element {
  const words = texts().counter.consentText;
  return (
    <dl class="consent-sign print-only">
      <div>
        <dt>{words.person}</dt>
        <dd>{name}</dd>
      </div>
      <div>
        <dt>{words.decision}</dt>
        <dd>
          ☐ {words.agree}　☐ {words.disagree}
        </dd>
      </div>
      <div>
        <dt>{words.signature}</dt>
        <dd />
      </div>
      <div>
        <dt>{words.date}</dt>
        <dd>{formatDay(dayOf(Date.now()))}</dd>
      </div>
    </dl>
  );
}

/** The paper that the person may take home; on screen it is read out. */
function ConsentSheet(props: {
  readonly wording: ConsentText;
  readonly name: string;
  readonly lang: Locale;
}): JSX.Element {
  const { wording } = props;
  return (
    <article class="consent-sheet">
      <h3>{texts().counter.consentText.title}</h3>
      <div lang={props.lang}>
        <p>{wording.lead}</p>
        <dl>
          {wording.points.map((point) => (
            <div key={point.question}>
              <dt>{point.question}</dt>
              <dd>{point.answer}</dd>
            </div>
          ))}
        </dl>
      </div>
      <SignPart name={props.name} />
    </article>
  );
}

function Refused({
  personId,
  onAskAgain,
}: {
  readonly personId: string;
  readonly onAskAgain: () => void;
}): JSX.Element {
  const words = texts().counter.consent;
  return (
    <div class="panel step-panel">
      <h2>{words.refusedTitle}</h2>
      <p class="lead">{words.refusedText}</p>
      <div class="actions">
        <ButtonLink href={to(`/people/${personId}/document`)} look="primary" size="large" icon="document">
          {words.byDocument}
        </ButtonLink>
        <Button look="quiet" onPress={onAskAgain}>
          {words.changeMind}
        </Button>
      </div>
      <p class="quiet">{words.otherWays}</p>
    </div>
  );
}

function useWording(readIn: Locale, version: string | null): Wording {
  const [wording, setWording] = useState<Wording>(undefined);
  useEffect(() => {
    if (version === null) return;
    void findConsentText(readIn, version).then((found) => setWording(found ?? null));
  }, [readIn, version]);
  return wording;
}

/** Two buttons of the same weight. */
function Decide(props: {
  readonly ready: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: 'given' | 'refused') => void;
}): JSX.Element {
  const words = texts().counter.consent;
  return (
    <div class="equal-buttons no-print">
      {(['given', 'refused'] as const).map((decision) => (
        <Button
          key={decision}
          look="primary"
          size="large"
          disabled={!props.ready}
          busy={props.busy}
          onPress={() => props.onDecide(decision)}
        >
          {words[decision]}
        </Button>
      ))}
    </div>
  );
}

/** Read out, then the person decides; both answers weigh the same. */
export function ConsentStep(props: { readonly detail: PersonDetail; readonly onDone: () => void }): JSX.Element {
  const words = texts().counter.consent;
  const { person } = props.detail;
  const [readIn, setReadIn] = useState<Locale>(locale.value);
  const [refused, setRefused] = useState(false);
  const ids = useRef({ given: newId(), refused: newId() });
  const record = useCommand(counter.recordCounterConsent);
  const textVersion = agency.value?.consentVersion ?? null;
  const wording = useWording(readIn, textVersion);

  async function submit(decision: 'given' | 'refused'): Promise<void> {
    if (textVersion === null) return;
    const answer = await record.run({
      params: { personId: person.id },
      body: { id: ids.current[decision], decision, textVersion, locale: readIn },
    });
    if (answer?.ok !== true) return;
    if (decision === 'given') props.onDone();
    else setRefused(true);
  }

  if (refused) {
    const askAgain = (): void => {
      ids.current = { given: newId(), refused: newId() };
      setRefused(false);
    };
    return <Refused personId={person.id} onAskAgain={askAgain} />;
  }
  return (
    <div class="panel step-panel">
      <h2>{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <div class="consent-bar no-print">
        <Segments
          label={words.readIn}
          value={readIn}
          choices={locales.map((value) => ({ value, label: localeNames[value] }))}
          onChange={setReadIn}
        />
        <Button look="quiet" icon="print" onPress={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {wording === null && (
        <Notice tone="danger" live title={words.newerTitle}>
          <p>{words.newerText}</p>
        </Notice>
      )}
      {wording !== null && wording !== undefined && <ConsentSheet wording={wording} name={person.name} lang={readIn} />}
      {textVersion !== null && <p class="hint">{words.version(textVersion)}</p>}
      {record.failure !== null && <FailureNotice failure={record.failure} />}
      {textVersion === null && <Notice tone="attention" title={texts().failure.offlineTitle} />}
      <Decide
        ready={wording !== null && wording !== undefined}
        busy={record.busy}
        onDecide={(one) => void submit(one)}
      />
    </div>
  );
}
