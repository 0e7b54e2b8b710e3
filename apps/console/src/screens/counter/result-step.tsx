import type { AttemptOutcome } from '@anzai/contract';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { formatDay } from '../../state/format.ts';
import { to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { certificatePdf } from '../person/certificate-section.tsx';

type Outcome = AttemptOutcome;

type ResultProps = {
  readonly personId: string;
  readonly outcome: Outcome;
  /** Of the person's present certification; null when it is not known. */
  readonly validUntil: string | null;
  readonly onAgain: () => void;
};

function Onward({ personId }: { readonly personId: string }): JSX.Element {
  const words = texts().counter.result;
  return (
    <>
      <ButtonLink href={to(`/people/${personId}`)} icon="person">
        {words.toPerson}
      </ButtonLink>
      <ButtonLink href={to('/find')} look="quiet" icon="find">
        {words.nextPerson}
      </ButtonLink>
    </>
  );
}

function Passed(props: ResultProps & { readonly outcome: Extract<Outcome, { kind: 'passed' }> }): JSX.Element {
  const words = texts().counter.result;
  const { certificateId, enrolmentId } = props.outcome;
  const both = certificateId === null ? words.enrolled : words.enrolledCertified;
  return (
    <>
      <div class="result-sign result-good">
        <Icon name="check" size={44} />
      </div>
      <h2>{enrolmentId === null ? words.certified : both}</h2>
      {certificateId !== null && props.validUntil !== null && (
        <p class="result-until">{words.validUntil(formatDay(props.validUntil))}</p>
      )}
      {enrolmentId !== null && <p class="lead">{words.enrolledText}</p>}
      <div class="actions">
        {certificateId !== null && (
          <ButtonLink href={certificatePdf(certificateId)} look="primary" size="large" icon="print" external>
            {words.printCertificate}
          </ButtonLink>
        )}
        <Onward personId={props.personId} />
      </div>
    </>
  );
}

function Again(props: ResultProps & { readonly outcome: Extract<Outcome, { kind: 'again' }> }): JSX.Element {
  const words = texts().counter;
  const { reason, tip, triesLeft } = props.outcome;
  return (
    <>
      <div class="result-sign">
        <Icon name="camera" size={40} />
      </div>
      <h2>{words.result.againTitle}</h2>
      <p class="lead">{words.result.againReasons[reason]}</p>
      {tip !== null && <p class="result-tip">{words.tips[tip]}</p>}
      <div class="actions">
        <Button look="primary" size="large" icon="camera" onPress={props.onAgain}>
          {words.result.again}
        </Button>
        <ButtonLink href={to(`/people/${props.personId}/document`)} icon="document">
          {words.capture.withoutFace}
        </ButtonLink>
      </div>
      <p class="quiet">{words.result.triesLeft(triesLeft)}</p>
    </>
  );
}

function LedOn(
  props: ResultProps & { readonly outcome: Extract<Outcome, { kind: 'review' | 'other-way' }> },
): JSX.Element {
  const words = texts().counter;
  const { outcome, personId } = props;
  const inReview = outcome.kind === 'review';
  return (
    <>
      <div class="result-sign">
        <Icon name={inReview ? 'clock' : 'home'} size={40} />
      </div>
      <h2>{inReview ? words.result.reviewTitle : words.result.otherTitle}</h2>
      <p class="lead">
        {inReview
          ? words.result.reviewText(outcome.caseNumber, formatDay(outcome.decideBy.slice(0, 10)))
          : words.result.otherText(outcome.caseNumber)}
      </p>
      <div class="actions">
        <ButtonLink
          href={to(`/people/${personId}/document`)}
          look={inReview ? 'plain' : 'primary'}
          size="large"
          icon="document"
        >
          {words.consent.byDocument}
        </ButtonLink>
        <ButtonLink href={to(`/review/${outcome.caseId}`)} icon="review">
          {words.result.openCase}
        </ButtonLink>
        <Onward personId={personId} />
      </div>
    </>
  );
}

function Body(props: ResultProps): JSX.Element {
  const { outcome } = props;
  switch (outcome.kind) {
    case 'passed':
      return <Passed {...props} outcome={outcome} />;
    case 'again':
      return <Again {...props} outcome={outcome} />;
    case 'review':
    case 'other-way':
      return <LedOn {...props} outcome={outcome} />;
  }
}

/** How it ended, with the next step as the biggest thing; announced, as it arrives by itself. */
export function ResultStep(props: ResultProps): JSX.Element {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), [props.outcome]);
  return (
    <div class="panel step-panel result" ref={panel} tabIndex={-1} aria-live="polite">
      <Body {...props} />
    </div>
  );
}
