import { counter } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Mark, type MarkTone } from '../../components/status-mark.tsx';
import { client } from '../../state/api.ts';
import { formatInstant } from '../../state/format.ts';
import { may } from '../../state/session.ts';
import { reviewReason, signalName } from '../../state/wire-texts.ts';
import { textOf, texts } from '../../state/texts.ts';
import type { CaseDetail } from '../../state/wire.ts';
import { enrolmentPicture } from '../person/template-section.tsx';

type Attempt = CaseDetail['attempts'][number];

const signalTones = { for: 'success', against: 'danger', unmeasured: 'quiet' } as const;
const matchTones: Readonly<Record<Attempt['matchOutcome'], MarkTone>> = {
  match: 'success',
  'no-match': 'danger',
  doubtful: 'attention',
  error: 'attention',
  none: 'quiet',
};

function frameHref(attemptId: string, index: number): string {
  return client.href(counter.getAttemptFrame, { params: { attemptId, index } });
}

function Large(props: { readonly src: string; readonly alt: string; readonly shown: boolean }): JSX.Element {
  return (
    <figure class="compare-picture">
      {props.shown ? (
        <img src={props.src} alt={props.alt} />
      ) : (
        <div class="picture-cover">
          <Icon name="cover" size={32} />
          <span>{texts().review.covered}</span>
        </div>
      )}
      <figcaption>{props.alt}</figcaption>
    </figure>
  );
}

function Strip(props: {
  readonly attempt: Attempt;
  readonly shown: boolean;
  readonly at: number;
  readonly onPick: (position: number) => void;
}): JSX.Element {
  const words = texts().review;
  return (
    <ol class="strip" aria-label={words.frames}>
      {props.attempt.frames.map((frame, position) => (
        <li key={frame.index}>
          <button
            type="button"
            class={position === props.at ? 'frame frame-on' : 'frame'}
            aria-pressed={position === props.at}
            onClick={() => props.onPick(position)}
          >
            {props.shown ? (
              <img src={frameHref(props.attempt.id, frame.index)} alt="" loading="lazy" />
            ) : (
              <span class="frame-cover" aria-hidden="true">
                {position + 1}
              </span>
            )}
            <span>{textOf(words.prompts, frame.promptKind)}</span>
            {frame.faces !== null && frame.faces !== 1 && <span class="due-late">{words.faces(frame.faces)}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}

function Signals({ attempt }: { readonly attempt: Attempt }): JSX.Element {
  const words = texts().review;
  return (
    <table class="table signals">
      <caption>{words.signals}</caption>
      <tbody>
        {attempt.signals.map((signal) => (
          <tr key={signal.name}>
            <th scope="row">
              {signalName(signal.name)}
              {signal.reasons.length > 0 && (
                <span class="quiet signal-reason">{signal.reasons.map(reviewReason).join(' · ')}</span>
              )}
            </th>
            <td>
              <Mark tone={signalTones[signal.outcome]}>{words.outcomes[signal.outcome]}</Mark>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.matchName}</th>
          <td>
            <Mark tone={matchTones[attempt.matchOutcome]}>{words.matches[attempt.matchOutcome]}</Mark>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Pictures(props: { readonly attempt: Attempt; readonly enrolmentId: string | null }): JSX.Element {
  const words = texts().review;
  const { attempt, enrolmentId } = props;
  const [shown, setShown] = useState(false);
  const [at, setAt] = useState(0);
  const frame = attempt.frames[at];
  if (!may('pictures:view')) return <p class="quiet">{words.noPictures}</p>;
  return (
    <div class="pictures">
      <div class="compare">
        {frame !== undefined && (
          <Large
            shown={shown}
            src={frameHref(attempt.id, frame.index)}
            alt={`${words.frame(at + 1, attempt.frames.length)} · ${textOf(words.prompts, frame.promptKind)}`}
          />
        )}
        {enrolmentId === null ? (
          <figure class="compare-picture">
            <div class="picture-cover">{words.noReference}</div>
          </figure>
        ) : (
          <Large shown={shown} src={enrolmentPicture(enrolmentId)} alt={words.reference} />
        )}
      </div>
      <div class="actions">
        <Button icon={shown ? 'cover' : 'eye'} onPress={() => setShown(!shown)} pressed={shown}>
          {shown ? words.cover : words.show}
        </Button>
        <p class="hint">{words.showHint}</p>
      </div>
      <Strip attempt={attempt} shown={shown} at={at} onPick={setAt} />
    </div>
  );
}

/** One capture: its frames in the order of time beside the reference, and what the system found, in words. */
export function AttemptView(props: { readonly attempt: Attempt; readonly enrolmentId: string | null }): JSX.Element {
  const words = texts().review;
  const { attempt } = props;
  const circumstances = [
    words.acting[attempt.acting],
    words.modes[attempt.mode],
    ...(attempt.helperName === null ? [] : [words.helperName(attempt.helperName)]),
  ];
  return (
    <article class="attempt">
      <header>
        <h3>{words.attempt(formatInstant(attempt.at))}</h3>
        <p class="quiet">{circumstances.join(' · ')}</p>
      </header>
      <Pictures attempt={attempt} enrolmentId={props.enrolmentId} />
      <Signals attempt={attempt} />
    </article>
  );
}
