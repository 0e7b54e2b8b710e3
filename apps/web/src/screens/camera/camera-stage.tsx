import type { CaptureSession, CaptureState } from '@anzai/capture';
import { FollowPoint, OvalPreview, PromptView } from '@anzai/capture/preact';
import type { CaptureTexts } from '@anzai/i18n/capture';
import { Button } from '@anzai/ui';
import type { JSX, RefObject } from 'preact';

export type CameraStageProps = {
  readonly state: CaptureState;
  readonly session: CaptureSession | null;
  readonly videoRef: RefObject<HTMLVideoElement | null>;
  readonly texts: CaptureTexts;
  readonly slower: boolean;
  readonly sound: boolean;
  readonly setSlower: (slower: boolean) => void;
  readonly setSound: (sound: boolean) => void;
  readonly onOtherWay: () => void;
};

/** The camera with its instruction above and the way out below. It stays on the page while the camera may come back. */
export function CameraStage(props: CameraStageProps): JSX.Element {
  const { state, videoRef, texts } = props;
  const shown = state.stage === 'opening' || state.stage === 'prompting' || state.stage === 'paused';
  return (
    <div class="camera-stage" hidden={!shown}>
      <Instruction state={state} texts={texts} />
      <OvalPreview videoRef={videoRef} state={state} mirrored label={texts.preview} />
      {state.stage === 'prompting' && <FollowPoint prompt={state.prompt} />}
      {state.stage === 'paused' ? <PausedControls {...props} /> : <Controls {...props} />}
    </div>
  );
}

function Instruction({ state, texts }: { readonly state: CaptureState; readonly texts: CaptureTexts }): JSX.Element {
  if (state.stage === 'prompting') return <PromptView prompt={state.prompt} texts={texts} />;
  if (state.stage === 'paused') {
    return (
      <div class="capture-prompt">
        <h1 class="camera-title">{texts.paused.title}</h1>
        <p class="camera-lead">{texts.paused.lead}</p>
      </div>
    );
  }
  const step = state.stage === 'opening' ? state.step : 'camera';
  return (
    <div class="capture-prompt">
      <output class="capture-prompt-text">{texts.opening[step]}</output>
      {step === 'camera' && <p class="camera-lead">{texts.opening.cameraHint}</p>}
    </div>
  );
}

/** Starting again is behind the pause: beside it stands the way without a face, which no screen may hide. */
function Controls({ session, state, texts, onOtherWay }: CameraStageProps): JSX.Element {
  const { controls } = texts;
  return (
    <div class="camera-controls">
      {state.stage === 'prompting' && (
        <>
          <Button icon="pause" onPress={() => session?.pause()}>
            {controls.pause}
          </Button>
          <Button icon="people" onPress={onOtherWay}>
            {controls.withoutFace}
          </Button>
        </>
      )}
      <Button icon="leave" onPress={() => session?.leave()}>
        {controls.leave}
      </Button>
    </div>
  );
}

function PausedControls(props: CameraStageProps): JSX.Element {
  const { session, texts, slower, sound, setSlower, setSound, onOtherWay } = props;
  const { controls } = texts;
  return (
    <div class="camera-paused">
      <Button look="primary" icon="play" onPress={() => session?.resume()}>
        {controls.resume}
      </Button>
      <div class="camera-pair">
        <Button icon="slow" pressed={slower} onPress={() => setSlower(!slower)}>
          {slower ? controls.slowerOn : controls.slower}
        </Button>
        <Button icon={sound ? 'sound' : 'sound-off'} pressed={sound} onPress={() => setSound(!sound)}>
          {sound ? controls.soundOn : controls.soundOff}
        </Button>
      </div>
      <div class="camera-pair">
        <Button icon="refresh" onPress={() => session?.startAgain()}>
          {controls.startAgain}
        </Button>
        <Button icon="leave" onPress={() => session?.leave()}>
          {controls.leave}
        </Button>
      </div>
      <Button icon="people" onPress={onOtherWay}>
        {controls.otherWay}
      </Button>
    </div>
  );
}
