import type { JSX } from 'preact';
import { iconPaths } from './icon-paths.ts';
import type { IconName } from './icon-paths.ts';

/** Decoration beside words; it never stands alone, so it is silent for a screen reader. `size` in em. */
export function Icon({ name, size = 1.25 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={`${size}em`}
      height={`${size}em`}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
