import type { CaptureState, CheckingState } from '@anzai/capture';
import { useCaptureSession } from '@anzai/capture/preact';
import '@anzai/capture/preact/capture.css';
import { attempt as endpoints } from '@anzai/contract';
import type { AttemptOutcome, Client, Problem } from '@anzai/contract';
import type { Locale } from '@anzai/i18n';
import { loadCaptureTexts } from '@anzai/i18n/capture';
import type { CaptureTexts } from '@anzai/i18n/capture';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import './camera-screen.css';
import { CameraStage } from './camera-stage.tsx';
import { CheckingView } from './checking-view.tsx';
import { HindranceView } from './hindrance-view.tsx';
import { useSpokenPrompt } from './use-spoken-prompt.ts';

export type CameraScreenProps = {
  readonly client: Client;
  readonly locale: Locale;
  readonly personId: string;
  readonly mode: 'move' | 'still';
  readonly slower: boolean;
  readonly sound: boolean;
  readonly onOutcome: (outcome: AttemptOutcome, attemptId: string) => void;
  readonly onLeave: () => void;
  /** To the ways that need no face. */
  readonly onOtherWay: () => void;
  /** The server would not begin, and waiting won't help. When given, it takes over; otherwise it is shown here. */
  readonly onRefused?: (problem: Problem) => void;
};

/** The slot under which a person's unfinished certification is kept in this browser. */
export function certifySlot(personId: string): string {
  return `certify:${personId}`;
}

/** From opening the camera to the outcome, in one place: a capture survives reloads and lost connections. */
export function CameraScreen(props: CameraScreenProps): JSX.Element | null {
  const [texts, setTexts] = useState<CaptureTexts | null>(null);
  useEffect(() => void loadCaptureTexts(props.locale).then(setTexts), [props.locale]);
  return texts === null ? null : <Capture {...props} texts={texts} />;
}

function Capture(props: CameraScreenProps & { readonly texts: CaptureTexts }): JSX.Element {
  const { client, personId, mode, texts, locale } = props;
  const [slower, setSlower] = useState(props.slower);
  const [sound, setSound] = useState(props.sound);
  const { state, session, videoRef } = useCaptureSession({
    client,
    slot: certifySlot(personId),
    mode,
    slower,
    facing: 'user',
    startAttempt: async (body) => client.call(endpoints.startAttempt, { params: { personId }, body }),
  });
  useSpokenPrompt({ state, texts, locale, sound });
  useEffect(() => {
    if (state.stage === 'decided') props.onOutcome(state.outcome, state.attemptId);
    if (state.stage === 'left') props.onLeave();
    if (state.stage === 'refused' && !isPassing(state.problem)) props.onRefused?.(state.problem);
  }, [state.stage]);
  const toOtherWay = (): void => {
    session?.close();
    props.onOtherWay();
  };
  const checking = useLastChecking(state);
  const light = state.stage === 'prompting' ? state.prompt.light : null;
  return (
    <section
      class="camera"
      aria-label={texts.preview}
      data-screen-light=""
      style={{ backgroundColor: light ?? 'var(--paper)' }}
    >
      <CameraStage
        {...{ state, session, videoRef, texts, slower, sound, setSlower, setSound }}
        onOtherWay={toOtherWay}
      />
      {checking !== null && <CheckingView checking={checking} done={state.stage === 'decided'} texts={texts} />}
      <HindranceView {...{ state, session, texts }} onOtherWay={toOtherWay} />
    </section>
  );
}

/** Faults and crowds pass: the person is told so here, and tries again with what was captured. */
function isPassing({ status }: Problem): boolean {
  return status >= 500 || status === 429;
}

/** Stays in sight while the application goes on from the outcome to its own screen. */
function useLastChecking(state: CaptureState): CheckingState | null {
  const last = useRef<CheckingState | null>(null);
  if (state.stage === 'checking') last.current = state.checking;
  else if (state.stage !== 'decided') last.current = null;
  return last.current;
}
