import type { AttemptOutcome } from '@anzai/contract';
import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ButtonLink } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { agency } from '../../state/agency.ts';
import { call } from '../../state/api.ts';
import { formatTime } from '../../state/format.ts';
import { to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import type { PersonDetail } from '../../state/wire.ts';
import { CaptureStep } from './capture-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { decideStep, stepsOf, type Purpose, type StepId } from './counter-flow.ts';
import { ResultStep } from './result-step.tsx';
import { SightingStep } from './sighting-step.tsx';

type FlowProps = { readonly purpose: Purpose; readonly detail: PersonDetail; readonly reload: () => void };

type StepProps = FlowProps & {
  readonly step: StepId;
  readonly outcome: AttemptOutcome | null;
  readonly onOutcome: (outcome: AttemptOutcome | null) => void;
};

function CurrentStep(props: StepProps): JSX.Element {
  const { step, detail, reload, outcome, onOutcome, purpose } = props;
  switch (step) {
    case 'sighting':
      return <SightingStep detail={detail} onDone={reload} />;
    case 'consent':
      return <ConsentStep detail={detail} onDone={reload} />;
    case 'capture':
      return <CaptureStep purpose={purpose === 'enrol' ? 'enrol' : 'certify'} detail={detail} onOutcome={onOutcome} />;
    case 'confirm':
      return (
        <ConfirmStep
          detail={detail}
          onDone={(certificate) => onOutcome({ kind: 'passed', certificateId: certificate.id, enrolmentId: null })}
        />
      );
    case 'result':
      if (outcome === null) throw new Error('The result is shown before there is one');
      return (
        <ResultStep
          personId={detail.person.id}
          outcome={outcome}
          validUntil={detail.person.standing.validUntil}
          onAgain={() => onOutcome(null)}
        />
      );
  }
}

function Flow(props: FlowProps): JSX.Element {
  const words = texts();
  const { purpose, detail } = props;
  const [outcome, setOutcome] = useState<AttemptOutcome | null>(null);
  const step = decideStep({
    purpose,
    detail,
    consentVersion: agency.value?.consentVersion ?? null,
    finished: outcome !== null,
  });
  const steps = stepsOf[purpose].map((id) => ({ id, label: words.counter.steps[id] }));
  return (
    <div class="counter">
      <Stepper steps={steps} now={stepsOf[purpose].indexOf(step)} />
      {step === 'consent' && detail.sighting !== null && (
        <Notice
          tone="success"
          title={words.counter.sighting.seen(
            words.documentKinds[detail.sighting.documentKind],
            formatTime(detail.sighting.at),
          )}
        />
      )}
      <CurrentStep
        {...props}
        step={step}
        outcome={outcome}
        onOutcome={(next) => {
          setOutcome(next);
          props.reload();
        }}
      />
    </div>
  );
}

/** One procedure at the counter, step by step; the steps done are known to the server, so it may be left at any time. */
export function CounterScreen(props: { readonly personId: string; readonly purpose: Purpose }): JSX.Element {
  const words = texts();
  const { personId, purpose } = props;
  const detail = useResource(personId, () => call(counter.getPerson, { params: { personId } }));
  const name = detail.value?.person.name;
  return (
    <Page
      title={name === undefined ? words.counter.titles[purpose] : `${words.counter.titles[purpose]} · ${name}`}
      lead={detail.value?.person.documentMasked}
      actions={
        <ButtonLink href={to(`/people/${personId}`)} look="quiet" icon="back">
          {words.counter.leave}
        </ButtonLink>
      }
    >
      <ResourceView resource={detail}>
        {(value) => <Flow purpose={purpose} detail={value} reload={detail.reload} />}
      </ResourceView>
    </Page>
  );
}
