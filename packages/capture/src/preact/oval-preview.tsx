import type { JSX, RefObject } from 'preact';
import type { CaptureState, PromptState } from '../capture-state.ts';
import { MovementArrow } from './movement-arrow.tsx';

export type OvalPreviewProps = {
  readonly videoRef: RefObject<HTMLVideoElement | null>;
  readonly state: CaptureState;
  /** True where the person sees themselves, as in a mirror. */
  readonly mirrored: boolean;
  /** What the picture is, for a screen reader. */
  readonly label: string;
};

const RADIUS_X = 41;
const RADIUS_Y = 56;
/** Perimeter by Ramanujan's approximation; the ring's length. */
const H = ((RADIUS_X - RADIUS_Y) / (RADIUS_X + RADIUS_Y)) ** 2;
const RING = Math.PI * (RADIUS_X + RADIUS_Y) * (1 + (3 * H) / (10 + Math.sqrt(4 - 3 * H)));

/** The camera as an oval window, with a ring around it that fills as the present step is done. */
export function OvalPreview({ videoRef, state, mirrored, label }: OvalPreviewProps): JSX.Element {
  const prompt = state.stage === 'prompting' ? state.prompt : null;
  return (
    <div class={`capture-oval ${mirrored ? 'capture-mirrored' : ''}`} data-stage={state.stage}>
      <video ref={videoRef} class="capture-video" aria-label={label} autoplay playsInline muted />
      {prompt !== null && <Ring prompt={prompt} />}
      {prompt !== null && <MovementArrow kind={prompt.kind} mirrored={mirrored} />}
    </div>
  );
}

function Ring({ prompt }: { readonly prompt: PromptState }): JSX.Element {
  const { progress, guidance } = prompt;
  const needsChange = guidance !== null && guidance !== 'ok';
  const oval = { cx: 50, cy: 65, rx: RADIUS_X, ry: RADIUS_Y };
  return (
    <svg
      class={`capture-ring ${needsChange ? 'capture-ring-waiting' : ''}`}
      viewBox="0 0 100 133.333"
      aria-hidden="true"
    >
      <ellipse class="capture-ring-edge" {...oval} />
      <ellipse class="capture-ring-track" {...oval} />
      <ellipse
        class="capture-ring-fill"
        {...oval}
        transform="rotate(-90 50 65)"
        stroke-dasharray={`${RING}`}
        stroke-dashoffset={`${RING * (1 - progress)}`}
      />
    </svg>
  );
}
