import { counter, type AttemptOutcome } from '@anzai/contract';
import { FollowPoint, OvalPreview, PromptView, useCaptureSession, type CaptureUse } from '@anzai/capture/preact';
import '@anzai/capture/preact/capture.css';
import type { CaptureSession, CaptureState, PromptState } from '@anzai/capture';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button, ButtonLink } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { client } from '../../state/api.ts';
import { captureTexts } from '../../state/capture-texts.ts';
import { to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { slotOf, type CapturePurpose, type CaptureSettings } from './counter-flow.ts';
import { useSpokenPrompt } from './spoken-prompt.ts';

type OverlayProps = {
  readonly purpose: CapturePurpose;
  readonly personId: string;
  readonly settings: CaptureSettings;
  readonly onOutcome: (outcome: AttemptOutcome) => void;
  readonly onLeave: () => void;
};

function promptOf(state: CaptureState): PromptState | null {
  return state.stage === 'prompting' || state.stage === 'paused' ? state.prompt : null;
}

function CameraFailed(props: {
  readonly failure: Extract<CaptureState, { stage: 'camera-failed' }>['failure'];
  readonly onRetry: () => void;
}): JSX.Element {
  const words = captureTexts();
  const { kind, browser } = props.failure;
  const { title, lead } = words.failure[kind];
  return (
    <Notice
      tone="attention"
      live
      title={title}
      actions={<Button onPress={props.onRetry}>{texts().common.retry}</Button>}
    >
      <p>{kind === 'permission-refused' ? words.howTo[browser] : lead}</p>
    </Notice>
  );
}

function Checking({ state }: { readonly state: Extract<CaptureState, { stage: 'checking' }> }): JSX.Element {
  const words = texts().counter.capture;
  const { step, framesSent, framesTotal, online } = state.checking;
  return (
    <div class="capture-message" aria-live="polite">
      <h2>{step === 'deciding' ? words.checking : words.sending}</h2>
      <progress max={framesTotal} value={step === 'deciding' ? framesTotal : framesSent} aria-label={words.sending} />
      <p>{online ? words.sent(framesSent, framesTotal) : words.offline}</p>
      <p class="quiet">{words.checkingText}</p>
    </div>
  );
}

/** What stands in place of the camera picture when there is something to say instead. */
function renderMessage(state: CaptureState, session: CaptureSession): JSX.Element | null {
  const words = texts().counter;
  switch (state.stage) {
    case 'camera-failed':
      return <CameraFailed failure={state.failure} onRetry={session.retry} />;
    case 'refused':
      return <FailureNotice failure={{ kind: 'problem', problem: state.problem }} />;
    case 'offline':
      return <FailureNotice failure={{ kind: 'offline' }} onRetry={session.retry} />;
    case 'expired':
      return (
        <Notice
          tone="attention"
          live
          title={words.result.againReasons.expired}
          actions={<Button onPress={session.startAgain}>{words.capture.again}</Button>}
        />
      );
    case 'checking':
      return <Checking state={state} />;
    case 'opening':
    case 'prompting':
    case 'paused':
    case 'decided':
    case 'left':
      return null;
  }
}

function Controls(props: {
  readonly state: CaptureState;
  readonly session: CaptureSession | null;
  readonly personId: string;
  readonly onLeave: () => void;
}): JSX.Element {
  const words = texts().counter.capture;
  const { state, session } = props;
  return (
    <div class="capture-controls">
      {state.stage === 'prompting' && <Button onPress={() => session?.pause()}>{words.pause}</Button>}
      {state.stage === 'paused' && (
        <Button look="primary" onPress={() => session?.resume()}>
          {words.goOn}
        </Button>
      )}
      {promptOf(state) !== null && <Button onPress={() => session?.startAgain()}>{words.again}</Button>}
      <Button
        onPress={() => {
          session?.leave();
          props.onLeave();
        }}
      >
        {words.leave}
      </Button>
      <ButtonLink href={to(`/people/${props.personId}/document`)} look="quiet" icon="document">
        {words.withoutFace}
      </ButtonLink>
    </div>
  );
}

/** The camera stays in place whatever is said over it, as it must not be opened twice. */
function Stage(props: Pick<CaptureUse, 'state' | 'videoRef'>): JSX.Element {
  const words = captureTexts();
  const { state, videoRef } = props;
  const prompt = promptOf(state);
  return (
    <>
      {prompt !== null && <PromptView prompt={prompt} texts={words} large />}
      {state.stage === 'opening' && <p class="capture-opening">{words.opening[state.step]}</p>}
      <OvalPreview videoRef={videoRef} state={state} mirrored label={words.preview} />
      {state.stage === 'prompting' && <FollowPoint prompt={state.prompt} />}
    </>
  );
}

function useStart(props: OverlayProps): CaptureUse {
  const { purpose, personId, settings } = props;
  const params = { personId };
  return useCaptureSession({
    client,
    slot: slotOf(purpose, personId),
    mode: settings.mode,
    slower: settings.slower,
    facing: 'user',
    ...(settings.cameraId === '' ? {} : { cameraId: settings.cameraId }),
    startAttempt: async (body) =>
      purpose === 'enrol'
        ? client.call(counter.startEnrolment, { params, body })
        : client.call(counter.startAssistedAttempt, { params, body }),
  });
}

/**
 * The whole screen for the person: camera, prompt and light, above everything else. Escape pauses instead of leaving,
 * as it is easily hit.
 */
export function CaptureOverlay(props: OverlayProps): JSX.Element {
  const { state, session, videoRef } = useStart(props);
  const prompt = promptOf(state);
  const decided = state.stage === 'decided' ? state.outcome : null;
  const dialog = useRef<HTMLDialogElement>(null);
  const spoken = state.stage === 'prompting' ? state.prompt.kind : null;
  useSpokenPrompt(props.settings.sound ? spoken : null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (decided !== null) props.onOutcome(decided);
  }, [decided]);
  const message = session === null ? null : renderMessage(state, session);
  return (
    <dialog
      ref={dialog}
      class="capture"
      aria-label={texts().counter.capture.title}
      data-screen-light={prompt?.light ?? ''}
      style={{ backgroundColor: prompt?.light ?? 'var(--paper)' }}
      onCancel={(event) => {
        event.preventDefault();
        if (state.stage === 'prompting') session?.pause();
      }}
    >
      <div class={message === null ? 'capture-stage' : 'capture-stage capture-stage-hidden'}>
        <Stage state={state} videoRef={videoRef} />
      </div>
      {message !== null && <div class="capture-message-frame">{message}</div>}
      <Controls state={state} session={session} personId={props.personId} onLeave={props.onLeave} />
    </dialog>
  );
}
