import type { CheckingState } from '@anzai/capture';
import type { CaptureTexts } from '@anzai/i18n/capture';
import { Icon } from '@anzai/ui';
import type { JSX } from 'preact';

const steps = ['sending', 'submitting', 'deciding'] as const;
type Step = (typeof steps)[number];
type Mark = 'done' | 'now' | 'later';

/** What is really being done, and how far it is: nothing here is guessed from time. */
export function CheckingView(props: {
  readonly checking: CheckingState;
  /** The outcome is known. */
  readonly done: boolean;
  readonly texts: CaptureTexts;
}): JSX.Element {
  const { checking, done, texts } = props;
  const current = done ? steps.length : steps.indexOf(checking.step);
  const markOf = (index: number): Mark => (index < current ? 'done' : index === current ? 'now' : 'later');
  return (
    <div class="camera-page" aria-live="polite" aria-busy={!done}>
      <h1 class="camera-heading">{texts.checking.title}</h1>
      <ol class="checking-steps">
        {steps.map((step, index) => (
          <li key={step} class={`checking-step checking-${markOf(index)}`}>
            <StepMark mark={markOf(index)} />
            <div class="checking-words">
              <span>{sayStep(step, checking, texts)}</span>
              {step === 'sending' && <SendingBar checking={checking} label={sayStep(step, checking, texts)} />}
              <span class="capture-hidden">{texts.checking.mark[markOf(index)]}</span>
            </div>
          </li>
        ))}
      </ol>
      {checking.online ? (
        <p class="camera-lead">{texts.checking.mayClose}</p>
      ) : (
        <p class="checking-offline" role="alert">
          <Icon name="no-signal" />
          <span>{texts.checking.offline}</span>
        </p>
      )}
    </div>
  );
}

function sayStep(step: Step, checking: CheckingState, texts: CaptureTexts): string {
  const { sending, submitting, deciding } = texts.checking.steps;
  if (step === 'sending') return sending(checking.framesSent, checking.framesTotal);
  return step === 'submitting' ? submitting : deciding;
}

function SendingBar(props: { readonly checking: CheckingState; readonly label: string }): JSX.Element {
  const { framesSent, framesTotal } = props.checking;
  return <progress class="checking-bar" value={framesSent} max={Math.max(1, framesTotal)} aria-label={props.label} />;
}

function StepMark({ mark }: { readonly mark: Mark }): JSX.Element {
  return <span class="checking-mark">{mark === 'done' ? <Icon name="check" /> : <span class="checking-dot" />}</span>;
}
