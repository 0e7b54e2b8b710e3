import type { JSX } from 'preact';
import { Elder } from './elder.tsx';
import { Handset, Lamp, Scene, Verdict } from './marks.tsx';

function at(x: number, y: number, scale: number): string {
  return `translate(${x} ${y}) scale(${scale})`;
}

function Kapok({ x, y, scale = 1 }: { readonly x: number; readonly y: number; readonly scale?: number }): JSX.Element {
  return (
    <g transform={at(x, y, scale)}>
      {[0, 72, 144, 216, 288].map((angle) => (
        <ellipse key={angle} cx="0" cy="-8" rx="5.5" ry="9" fill="#d4592a" transform={`rotate(${angle})`} />
      ))}
      <circle r="4" fill="#f4bf5f" />
    </g>
  );
}

/** A wide picture of two old people under a kapok tree, for the first screen. */
function Welcome(): JSX.Element {
  return (
    <svg class="picture" viewBox="0 0 400 230" aria-hidden="true" focusable="false">
      <clipPath id="cut-welcome">
        <rect width="400" height="230" rx="24" />
      </clipPath>
      <g clip-path="url(#cut-welcome)">
        <rect width="400" height="230" fill="#f8e6c8" />
        <circle cx="200" cy="92" r="62" fill="#f6c878" />
        <circle cx="200" cy="92" r="84" fill="#f6c878" opacity=".28" />
        <path d="M0 150q60-54 130-22 50-40 120 0 70-36 150 10v92H0Z" fill="#bcd6c8" />
        <path d="M0 178q80-46 170-10 90-40 230 6v56H0Z" fill="#83b09f" />
        <path d="M0 206q100-30 200-8t200-6v38H0Z" fill="#4f8c7a" />
        <g transform={at(74, 68, 0.86)}>
          <Elder who="man" turn={0.5} />
        </g>
        <g transform={at(172, 76, 0.82)}>
          <Elder who="woman" turn={-0.5} />
        </g>
        <path
          d="M404 12q-60 4-92 34-24 20-34 12M340 28q-16-6-20-20M316 44q6 16 24 22"
          fill="none"
          stroke="#6b4a35"
          stroke-width="6"
          stroke-linecap="round"
        />
        <Kapok x={318} y={12} scale={1.25} />
        <Kapok x={282} y={56} scale={1.45} />
        <Kapok x={344} y={66} scale={1.35} />
        <Kapok x={376} y={26} scale={1.1} />
        <path
          d="M40 64q8-9 16 0 8-9 16 0M76 40q6-7 12 0 6-7 12 0"
          fill="none"
          stroke="#6b7f76"
          stroke-width="3.5"
          stroke-linecap="round"
        />
      </g>
    </svg>
  );
}

export const scenePictures = {
  welcome: Welcome,
  'for-self': () => (
    <Scene id="self" ground="#f8e6c8">
      <Elder who="woman" />
    </Scene>
  ),
  'for-other': () => (
    <Scene id="other" ground="#dce9e4">
      <g transform={at(-22, 40, 0.8)}>
        <Elder who="man" turn={0.6} />
      </g>
      <g transform={at(70, 22, 0.9)}>
        <Younger />
      </g>
    </Scene>
  ),
  'light-on-face': () => (
    <Scene id="ready-light" ground="#fbeecb">
      <path d="M44 44 0 120v80h200v-80l-44-76Z" fill="#fff7e0" />
      <g transform={at(16, 36, 0.84)}>
        <Elder who="woman" />
      </g>
      <Lamp x={56} y={26} />
      <Lamp x={144} y={26} />
      <Verdict good />
    </Scene>
  ),
  uncovered: () => (
    <Scene id="ready-bare" ground="#dce9e4">
      <g transform={at(-22, 42, 0.8)}>
        <Elder who="man" hat mask />
      </g>
      <Verdict good={false} x={34} y={50} />
      <g transform={at(92, 8, 0.6)}>
        <circle cx="100" cy="100" r="88" fill="#fbf8f3" />
        <clipPath id="cut-bare">
          <circle cx="100" cy="100" r="88" />
        </clipPath>
        <g clip-path="url(#cut-bare)">
          <g transform="translate(0 6)">
            <Elder who="man" />
          </g>
        </g>
      </g>
      <Verdict good x={176} y={124} />
    </Scene>
  ),
  'eye-height': () => (
    <Scene id="ready-height" ground="#f3e7d9">
      <g transform={at(-34, 34, 0.9)}>
        <Elder who="woman" turn={1} />
      </g>
      <path d="M106 124H132" stroke="#0f5c4d" stroke-width="5" stroke-dasharray="2 10" stroke-linecap="round" />
      <g transform="translate(164 112)">
        <path d="M-2 96q-10-34-4-60l22-6q12 30 14 70Z" fill="#f1cfb2" />
        <rect x="-19" y="-44" width="20" height="88" rx="7" fill="#27302d" />
        <rect x="-22" y="-36" width="5" height="72" rx="2.5" fill="#9fc7ba" />
        <path
          d="M-21 8q14-6 26 2M-21 20q14-6 26 2M-20 32q13-5 25 2"
          fill="none"
          stroke="#d9a683"
          stroke-width="7"
          stroke-linecap="round"
        />
      </g>
    </Scene>
  ),
  'all-well': () => (
    <Scene id="well" ground="#e2f0e6">
      <circle cx="100" cy="92" r="62" fill="#f6c878" opacity=".55" />
      <Elder who="woman" eyes="closed" />
      <Verdict good x={160} y={160} />
    </Scene>
  ),
  counter: () => (
    <Scene id="counter" ground="#f3e7d9">
      <g transform={at(78, 2, 0.6)}>
        <Younger />
      </g>
      <rect x="0" y="120" width="200" height="12" rx="3" fill="#6b4a35" />
      <rect x="0" y="132" width="200" height="80" fill="#8a6349" />
      <rect x="146" y="98" width="40" height="24" rx="3" fill="#fbf8f3" stroke="#b79b6b" stroke-width="3" />
      <path d="M153 106h26M153 113h16" stroke="#7d786d" stroke-width="3" />
      <g transform={at(-24, 58, 0.76)}>
        <Elder who="woman" turn={1} />
      </g>
    </Scene>
  ),
  waiting: () => (
    <Scene id="waiting" ground="#f8e6c8">
      <path d="M40 112h96v32q0 34-34 34H74q-34 0-34-34Z" fill="#fbf8f3" stroke="#b79b6b" stroke-width="4" />
      <path d="M136 122q34-4 30 22-4 22-34 20" fill="none" stroke="#b79b6b" stroke-width="7" />
      <path d="M46 120h84v8q-42 10-84 0Z" fill="#9c6a3c" />
      <path d="M30 184h116" stroke="#6b4a35" stroke-width="7" stroke-linecap="round" />
      <path
        d="M66 98q-10-12 0-24t0-24M90 98q-10-12 0-24t0-24M114 98q-10-12 0-24t0-24"
        fill="none"
        stroke="#8fb0a4"
        stroke-width="5"
        stroke-linecap="round"
      />
    </Scene>
  ),
  'no-signal': () => (
    <Scene id="no-signal" ground="#efe9de">
      <g transform="translate(100 108) scale(1.5)">
        <Handset x={0} y={0}>
          <g fill="none" stroke="#7d786d" stroke-width="4" stroke-linecap="round">
            <path d="M-13-4q13-12 26 0M-7 5q7-7 14 0M0 13v.1" />
            <path d="m-14-14 28 32" stroke="#a3231b" />
          </g>
        </Handset>
      </g>
    </Scene>
  ),
} as const satisfies Record<string, () => JSX.Element>;

/** The younger person who helps or serves. */
function Younger(): JSX.Element {
  const line = { fill: 'none', 'stroke-linecap': 'round' } as const;
  return (
    <g>
      <path d="M22 204c2-38 30-52 78-52s76 14 78 52Z" fill="#3d6f9a" />
      <path d="M83 138h34v16q-4 14-17 14t-17-14Z" fill="#dcae8a" />
      <path d="M58 92c0-32 18-48 42-48s42 16 42 48c0 38-18 60-42 60S58 130 58 92Z" fill="#f4d6bb" />
      <path
        d="M54 118c-8-54 10-86 46-86s54 32 46 86c-6 8-12 4-11-6 1-16-3-28-11-38-20 4-40 2-52-8-8 10-9 30-8 46 0 9-6 12-10 6Z"
        fill="#3b332e"
      />
      <path d="M70 88q8-5 16-1M114 87q8-4 16 1" {...line} stroke="#3b332e" stroke-width="3.5" />
      <ellipse cx="80" cy="100" rx="4.4" ry="5.2" fill="#3b2f28" />
      <ellipse cx="118" cy="100" rx="4.4" ry="5.2" fill="#3b2f28" />
      <path d="M99 100q4 12-2 15" {...line} stroke="#dcae8a" stroke-width="3" />
      <path d="M85 126q14 12 28 0" {...line} stroke="#a2492f" stroke-width="3.8" />
    </g>
  );
}
