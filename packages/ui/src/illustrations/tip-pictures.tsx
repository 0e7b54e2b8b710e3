import type { JSX } from 'preact';
import { Elder } from './elder.tsx';
import { Arrow, Handset, Lamp, Oval, Scene, SunMark, Verdict } from './marks.tsx';

function at(x: number, y: number, scale: number): string {
  return `translate(${x} ${y}) scale(${scale})`;
}

/** One picture for each tip a person may be given, by the tip's own name. */
export const tipPictures = {
  'more-light': () => (
    <Scene id="more-light" ground="#fbeecb">
      <path d="M100 40 20 200h160Z" fill="#fff7e0" />
      <Elder who="man" />
      <Lamp x={100} y={24} />
    </Scene>
  ),
  'light-from-front': () => (
    <Scene id="front" ground="#efe6d8">
      <rect x="8" y="20" width="46" height="74" rx="4" fill="#fff7e0" stroke="#b79b6b" stroke-width="5" />
      <path d="M31 20v74M8 57h46" stroke="#b79b6b" stroke-width="4" />
      <path d="M54 28 178 84v92L54 90Z" fill="#fff4d6" opacity=".8" />
      <g transform={at(52, 34, 0.84)}>
        <Elder turn={-1} />
      </g>
    </Scene>
  ),
  'less-sun': () => (
    <Scene id="less-sun" ground="#cfe3ee">
      <path d="M64 200V86l76-34 60 26v122Z" fill="#93a99f" opacity=".55" />
      <SunMark x={36} y={36} r={17} />
      <g transform={at(22, 34, 0.84)}>
        <Elder who="man" />
      </g>
      <path d="M10 84q90-70 180 0-12-8-30 0-15-8-30 0-15-8-30 0-15-8-30 0-15-8-30 0-18-8-30 0Z" fill="#0f5c4d" />
    </Scene>
  ),
  'come-nearer': () => (
    <Scene id="nearer">
      <g transform={at(56, 62, 0.44)} opacity=".5">
        <Elder />
      </g>
      <Oval />
      <Arrow from={[34, 100]} to={[66, 100]} />
      <Arrow from={[166, 100]} to={[134, 100]} />
    </Scene>
  ),
  'go-back': () => (
    <Scene id="back">
      <g transform={at(-40, -42, 1.4)}>
        <Elder who="man" />
      </g>
      <Oval colour="#fbf8f3" />
    </Scene>
  ),
  'face-in-middle': () => (
    <Scene id="middle">
      <g transform={at(60, 26, 0.86)}>
        <Elder />
      </g>
      <Oval />
      <Arrow from={[60, 112]} to={[28, 112]} />
    </Scene>
  ),
  'only-you': () => (
    <Scene id="only">
      <g transform={at(74, 52, 0.78)} opacity=".4">
        <Elder who="man" />
      </g>
      <g transform={at(-2, 38, 0.86)}>
        <Elder />
      </g>
      <Verdict good={false} x={160} y={64} />
      <Verdict good x={30} y={64} />
    </Scene>
  ),
  'hold-still': () => (
    <Scene id="still">
      <Elder who="man" />
      <path d="M24 60v76M10 74v48M176 60v76M190 74v48" stroke="#0f5c4d" stroke-width="6" stroke-linecap="round" />
    </Scene>
  ),
  'turn-further': () => (
    <Scene id="further">
      <Elder turn={1.15} />
      <g fill="none" stroke="#0f5c4d" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">
        <path d="M62 26q46-22 90 6" />
        <path d="m140 16 13 17-20 5" />
      </g>
    </Scene>
  ),
  'turn-slower': () => (
    <Scene id="slower">
      <Elder turn={0.6} who="man" />
      <g fill="none" stroke="#0f5c4d" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">
        <path d="M52 28q40-20 84 0" stroke-dasharray="3 13" />
        <path d="m126 12 14 17-21 3" />
      </g>
    </Scene>
  ),
  'open-eyes': () => (
    <Scene id="eyes">
      <g transform={at(-54, -62, 1.55)}>
        <Elder />
      </g>
    </Scene>
  ),
  'take-off-mask': () => (
    <Scene id="mask">
      <g transform={at(-16, 34, 0.84)}>
        <Elder who="man" mask hat />
      </g>
      <Verdict good={false} x={156} y={60} />
    </Scene>
  ),
  'wipe-lens': () => (
    <Scene id="wipe">
      <g transform="translate(92 108) scale(1.6)">
        <Handset x={0} y={0}>
          <circle cx="0" cy="-22" r="11" fill="#27302d" />
          <circle cx="0" cy="-22" r="6" fill="#7fa79c" />
        </Handset>
      </g>
      <path d="M104 62q40-14 84 8l-8 62q-40 6-66-30Z" fill="#f4bf5f" />
      <path d="M118 76q28-6 56 8M116 92q26 4 58 14" fill="none" stroke="#d08f2d" stroke-width="3" />
      <path d="M34 40q8-10 16 0M28 66q6-8 14 0" fill="none" stroke="#0f5c4d" stroke-width="5" stroke-linecap="round" />
    </Scene>
  ),
  'brighter-screen': () => (
    <Scene id="bright">
      <g transform="translate(100 104) scale(1.5)">
        <Handset x={0} y={0}>
          <g transform="translate(0 0) scale(.55)">
            <SunMark x={0} y={0} r={15} />
          </g>
        </Handset>
      </g>
      <path
        d="M30 60 14 50M24 104H6M30 148l-16 10M170 60l16-10M176 104h18M170 148l16 10"
        stroke="#e8a33d"
        stroke-width="7"
        stroke-linecap="round"
      />
    </Scene>
  ),
} as const satisfies Record<string, () => JSX.Element>;

export type TipPictureName = keyof typeof tipPictures;
