import type { CameraFailure, CaptureSession, CaptureState } from '@anzai/capture';
import type { CaptureTexts } from '@anzai/i18n/capture';
import { Button, Icon } from '@anzai/ui';
import type { IconName } from '@anzai/ui';
import type { JSX } from 'preact';
import { renderProblem } from '../../state/render-problem.ts';

export type HindranceViewProps = {
  readonly state: CaptureState;
  readonly session: CaptureSession | null;
  readonly texts: CaptureTexts;
  readonly onOtherWay: () => void;
};

type Hindrance = {
  readonly icon: IconName;
  readonly title: string;
  readonly lead: string;
  /** Small, for the telephone. */
  readonly code: string | null;
};

/** What stands in the way, what to do about it, and the ways that need no camera. */
export function HindranceView(props: HindranceViewProps): JSX.Element | null {
  const { state, session, texts, onOtherWay } = props;
  const hindrance = findHindrance(state, texts);
  if (hindrance === null) return null;
  return (
    <div class="camera-page" role="alert">
      <span class="camera-sign">
        <Icon name={hindrance.icon} size={2} />
      </span>
      <h1 class="camera-heading">{hindrance.title}</h1>
      <p class="camera-text">{hindrance.lead}</p>
      <Button look="primary" icon="refresh" onPress={() => session?.retry()}>
        {state.stage === 'expired' ? texts.controls.startAgain : texts.controls.retry}
      </Button>
      <Button icon="people" onPress={onOtherWay}>
        {texts.controls.otherWay}
      </Button>
      <Button icon="home" onPress={() => session?.leave()}>
        {texts.controls.home}
      </Button>
      {hindrance.code !== null && <p class="camera-code">{hindrance.code}</p>}
    </div>
  );
}

function findHindrance(state: CaptureState, texts: CaptureTexts): Hindrance | null {
  switch (state.stage) {
    case 'camera-failed':
      return toCameraHindrance(state.failure, texts);
    case 'offline':
      return { icon: 'no-signal', ...texts.offline, code: null };
    case 'expired':
      return { icon: 'clock', ...texts.expired, code: null };
    case 'refused': {
      const { title, next } = renderProblem(state.problem);
      return { icon: 'info', title, lead: next, code: state.problem.code };
    }
    case 'opening':
    case 'prompting':
    case 'paused':
    case 'checking':
    case 'decided':
    case 'left':
      return null;
  }
}

function toCameraHindrance({ kind, browser }: CameraFailure, texts: CaptureTexts): Hindrance {
  const { title, lead } = texts.failure[kind];
  return { icon: 'camera', title, lead: kind === 'permission-refused' ? texts.howTo[browser] : lead, code: kind };
}
