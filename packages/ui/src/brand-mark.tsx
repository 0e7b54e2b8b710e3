import type { JSX } from 'preact';

/** A person under a roof: the sign for "safe", drawn. */
export function BrandMark({ sizePx = 44 }: { readonly sizePx?: number }): JSX.Element {
  return (
    <svg viewBox="0 0 64 64" width={sizePx} height={sizePx} aria-hidden="true" focusable="false" class="brand-mark">
      <rect width="64" height="64" rx="16" fill="#0f5c4d" />
      <path
        d="M12 29.5 32 14.500l20 15"
        fill="none"
        stroke="#fbf8f3"
        stroke-width="5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <circle cx="32" cy="33" r="6.5" fill="#f0b35a" />
      <path
        d="M19.5 51c1-7 6-10 12.5-10s11.5 3 12.5 10"
        fill="none"
        stroke="#fbf8f3"
        stroke-width="5"
        stroke-linecap="round"
      />
    </svg>
  );
}
