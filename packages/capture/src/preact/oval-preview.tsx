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

const MIDDLE = { x: 50, y: 65 };
const RADIUS = { x: 45, y: 57 };
/** Drawn from the top, clockwise: the ring fills from there. */
const RING =
  `M${MIDDLE.x} ${MIDDLE.y - RADIUS.y}a${RADIUS.x} ${RADIUS.y} 0 0 1 0 ${2 * RADIUS.y}` +
  `a${RADIUS.x} ${RADIUS.y} 0 0 1 0 ${-2 * RADIUS.y}`;

/** The camera as an oval window, with a ring around it that fills as the present step is done. */
export function OvalPreview({ videoRef, state, mirrored, label }: OvalPreviewProps): JSX.Element {
  const prompt = state.stage === 'prompting' ? state.prompt : null;
  return (
    <div class={`capture-oval ${mirrored ? 'capture-mirrored' : ''}`} data-stage={state.stage}>
      <video ref={videoRef} class="capture-video" aria-label={label} autoplay playsInline muted />
      <Ring prompt={prompt} />
      {prompt !== null && <MovementArrow kind={prompt.kind} mirrored={mirrored} />}
    </div>
  );
}

function Ring({ prompt }: { readonly prompt: PromptState | null }): JSX.Element {
  const guidance = prompt?.guidance ?? null;
  const needsChange = guidance !== null && guidance !== 'ok';
  const left = 100 - (prompt?.progress ?? 0) * 100;
  return (
    <svg
      class={`capture-ring ${needsChange ? 'capture-ring-waiting' : ''}`}
      viewBox="0 0 100 133.333"
      aria-hidden="true"
    >
      <path class="capture-ring-edge" d={RING} />
      <path class="capture-ring-track" d={RING} />
      {left < 100 && (
        <path class="capture-ring-fill" d={RING} pathLength={100} stroke-dasharray="100" stroke-dashoffset={left} />
      )}
    </svg>
  );
}
