import type { JSX } from 'preact';

/** Drawn on a 20 × 20 grid with one stroke; always beside a word. */
const paths = {
  today: 'M4 5.5h12v10.5H4zM4 8.5h12M7.5 3.5v3M12.5 3.5v3',
  find: 'M8.75 14a5.25 5.25 0 1 0 0-10.5 5.25 5.25 0 0 0 0 10.5ZM12.6 12.6 16.5 16.5',
  review: 'M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5zM7 9l2 2 4-4',
  audit: 'M5 3.5h7.5L15.5 6.5v10H5zM7.75 8h5M7.75 11h5M7.75 14h3',
  staff:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.75 16c.30-2.8 2-4.3 4.75-4.3s4.45 1.5 4.75 4.3M13 4.3a2.6 2.6 0 0 1 0 5M14.5 11.9c1.7.50 2.6 1.9 2.8 4.1',
  engine: 'M6 3.5H3.5V6M14 3.5h2.5V6M6 16.5H3.5V14M14 16.5h2.5V14M7.5 8v1M12.5 8v1M7.5 12.3c1.5 1.3 3.5 1.3 5 0',
  poster: 'M4 3.5h12v13H4zM6.5 6.5h2.5v2.5H6.5zM11 6.5h2.5v2.5H11zM6.5 11h2.5v2.5H6.5zM11.5 11.5h2v2h-2z',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.40-3.2 2.6-5 6-5s5.6 1.8 6 5',
  document:
    'M3 5h14v10H3zM6.5 10.2a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM4.8 12.8c.30-1 .90-1.5 1.7-1.5s1.4.50 1.7 1.5M11 8h3.5M11 11h3.5',
  camera: 'M3 6.5h3l1.3-2h5.4l1.3 2h3v9H3zM10 13.3a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  print: 'M6 8V3.5h8V8M6 13.5H3.5V8h13v5.5H14M6 11.5h8v5H6z',
  download: 'M10 3.5v8.5M6.5 8.8 10 12.3l3.5-3.5M4 16h12',
  check: 'm4 10.5 4 4 8-8.5',
  alert: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.7M10 14.2v.30',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.3l2.7 1.7',
  eye: 'M2.5 10c1.8-3.2 4.3-4.8 7.5-4.8s5.7 1.6 7.5 4.8c-1.8 3.2-4.3 4.8-7.5 4.8S4.3 13.2 2.5 10ZM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  cover:
    'M3 3l14 14M8 5.4c.60-.13 1.3-.20 2-.20 3.2 0 5.7 1.6 7.5 4.8a11 11 0 0 1-2.3 2.9M5 6.7A11 11 0 0 0 2.5 10c1.8 3.2 4.3 4.8 7.5 4.8 1.3 0 2.5-.26 3.6-.80',
  arrow: 'M4 10h12M11.5 5.5 16 10l-4.5 4.5',
  back: 'M16 10H4M8.5 5.5 4 10l4.5 4.5',
  close: 'm5 5 10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  key: 'M7 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10.5 10H17.5v3M14.5 10v2.5',
  exit: 'M8 4H4v12h4M8 10h9M13.5 6.5 17 10l-3.5 3.5',
  globe:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3 10h14M10 3c2 2 2.8 4.3 2.8 7S12 15 10 17c-2-2-2.8-4.3-2.8-7S8 5 10 3Z',
  theme: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 3v14M10 6.5l4-1.4M10 10h7M10 13.5l4 1.4',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.10M8.5 8.5h.10M11.5 8.5h.10M14.5 8.5h.10M6.5 11.8h7',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.3v4M10 6.5v.20',
  home: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5v8h9v-8',
  shield: 'M10 3 4 5.3v4.2c0 3.6 2.3 6.1 6 7.5 3.7-1.4 6-3.9 6-7.5V5.3zM7.3 9.8l2 2 3.5-3.6',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M3.5 11.8h13M8 4.5v11',
  chart: 'M4 3.5v13h13M7.5 13.5v-4M11 13.5V6M14.5 13.5V8.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
