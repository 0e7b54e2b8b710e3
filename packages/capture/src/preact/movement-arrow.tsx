import type { JSX } from 'preact';
import type { PromptKind } from '../capture-state.ts';

type Side = 'left' | 'right' | 'up' | 'nearer';

const paths: Record<Side, string> = {
  left: 'M40 24H10M22 10 8 24l14 14',
  right: 'M8 24h30M26 10l14 14-14 14',
  up: 'M24 40V10M10 22 24 8l14 14',
  nearer: 'M19 19 8 8m0 9V8h9M29 19 40 8m-9 0h9v9M19 29 8 40m9 0H8v-9M29 29l11 11m0-9v9h-9',
};

/** Beside the oval, where the head is to go. What is left for the person is left on a mirror, and right on a plain picture. */
export function MovementArrow(props: { readonly kind: PromptKind; readonly mirrored: boolean }): JSX.Element | null {
  const side = findSide(props.kind, props.mirrored);
  if (side === null) return null;
  return (
    <svg class={`capture-arrow capture-arrow-${side}`} viewBox="0 0 48 48" aria-hidden="true">
      <circle class="capture-arrow-disc" cx="24" cy="24" r="24" />
      <path class="capture-arrow-line" d={paths[side]} transform="translate(4.8 4.8) scale(0.8)" />
    </svg>
  );
}

function findSide(kind: PromptKind, mirrored: boolean): Side | null {
  switch (kind) {
    case 'turn-left':
      return mirrored ? 'left' : 'right';
    case 'turn-right':
      return mirrored ? 'right' : 'left';
    case 'look-up':
      return 'up';
    case 'nearer':
      return 'nearer';
    case 'centre':
    case 'follow':
    case 'light':
    case 'hold':
      return null;
  }
}
