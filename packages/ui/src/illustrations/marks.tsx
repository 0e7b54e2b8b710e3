import type { ComponentChildren, JSX } from 'preact';

/** Field of 200 by 200 with a soft ground that the figure is cut to. */
export function Scene(props: {
  readonly ground?: string;
  readonly id: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { ground = '#dce9e4', id, children } = props;
  return (
    <svg class="picture" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      <clipPath id={`cut-${id}`}>
        <rect width="200" height="200" rx="24" />
      </clipPath>
      <g clip-path={`url(#cut-${id})`}>
        <rect width="200" height="200" fill={ground} />
        {children}
      </g>
    </svg>
  );
}

export function Lamp({ x, y }: { readonly x: number; readonly y: number }): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M-18 10 0-16 18 10Z" fill="#e8a33d" />
      <circle cx="0" cy="13" r="6" fill="#fff4d6" />
      <path d="M0-16v-40" stroke="#7d786d" stroke-width="3" />
    </g>
  );
}

export function SunMark({
  x,
  y,
  r = 22,
}: {
  readonly x: number;
  readonly y: number;
  readonly r?: number;
}): JSX.Element {
  const rays = [0, 45, 90, 135, 180, 225, 270, 315];
  return (
    <g transform={`translate(${x} ${y})`} stroke="#e8a33d" stroke-width="4.5" stroke-linecap="round">
      <circle r={r} fill="#f4bf5f" stroke="none" />
      {rays.map((angle) => (
        <path key={angle} d={`M0 ${-r - 6}v-8`} transform={`rotate(${angle})`} />
      ))}
    </g>
  );
}

export function Arrow({
  from,
  to,
}: {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}): JSX.Element {
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return (
    <g stroke="#0f5c4d" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" fill="none">
      <path d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} />
      <path d="M-13-11 0 0-13 11" transform={`translate(${to[0]} ${to[1]}) rotate(${angle})`} />
    </g>
  );
}

/** A telephone held upright, its picture side toward the reader. */
export function Handset({
  x,
  y,
  children,
}: {
  readonly x: number;
  readonly y: number;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x="-27" y="-48" width="54" height="96" rx="9" fill="#27302d" />
      <rect x="-22" y="-41" width="44" height="82" rx="4" fill="#fbf8f3" />
      <circle cx="0" cy="-44.5" r="1.8" fill="#7d786d" />
      {children}
    </g>
  );
}

/** Good or not good: a shape as well as a colour. */
export function Verdict({
  good,
  x = 170,
  y = 170,
}: {
  readonly good: boolean;
  readonly x?: number;
  readonly y?: number;
}): JSX.Element {
  return (
    <g
      transform={`translate(${x} ${y})`}
      fill="none"
      stroke="#fff"
      stroke-width="5"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <circle r="20" fill={good ? '#1e6b3f' : '#a3231b'} stroke="#fbf8f3" stroke-width="4" />
      <path d={good ? 'm-8.5 1 6 6 11-13' : 'm-7-7 14 14m0-14-14 14'} />
    </g>
  );
}

export function Oval({ colour = '#0f5c4d' }: { readonly colour?: string }): JSX.Element {
  return (
    <ellipse cx="100" cy="97" rx="64" ry="80" fill="none" stroke={colour} stroke-width="6" stroke-dasharray="14 10" />
  );
}
