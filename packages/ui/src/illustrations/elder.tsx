import type { JSX } from 'preact';

export type ElderLook = {
  readonly who?: 'woman' | 'man';
  /** Where the face looks: -1 to the picture's left, 1 to its right. */
  readonly turn?: number;
  readonly eyes?: 'open' | 'closed' | 'screwed';
  readonly mask?: boolean;
  readonly hat?: boolean;
  /** How the light falls on the face. */
  readonly light?: 'even' | 'dim' | 'behind' | 'glare';
};

const skins = { even: '#f1cfb2', dim: '#a58a78', behind: '#8a7466', glare: '#fdebd3' } as const;
const shades = { even: '#d9a683', dim: '#8a7060', behind: '#705c50', glare: '#eec9a4' } as const;
const INK = '#3b2f28';

function Hair({ who, dark }: { readonly who: 'woman' | 'man'; readonly dark: boolean }): JSX.Element {
  const grey = dark ? '#85827c' : '#d3d1cb';
  const shadow = dark ? '#6f6c66' : '#bab7af';
  if (who === 'man') {
    return (
      <>
        <path d="M58 92c-4-40 16-58 42-58s46 18 42 58c-3-8-5-17-8-26-20 4-46 4-68 0-3 9-5 18-8 26Z" fill={grey} />
        <path d="M66 66c20 4 48 4 68 0-4-10-16-18-34-18s-30 8-34 18Z" fill={shadow} opacity=".5" />
      </>
    );
  }
  return (
    <>
      <path
        d="M54 108c-8-48 14-76 46-76s54 28 46 76c-6 6-12 2-11-6 1-12-4-24-13-32-20 10-40 10-56 4-6 8-3 20-3 30 0 7-5 9-9 4Z"
        fill={grey}
      />
      <path d="M100 32c-14 8-26 22-34 42 16 6 36 6 56-4-4-16-12-30-22-38Z" fill={shadow} opacity=".45" />
    </>
  );
}

function Eyes({ eyes, shift }: { readonly eyes: 'open' | 'closed' | 'screwed'; readonly shift: number }): JSX.Element {
  const stroke = { fill: 'none', stroke: INK, 'stroke-width': 3.4, 'stroke-linecap': 'round' } as const;
  if (eyes === 'open') {
    return (
      <>
        <ellipse cx={82 + shift} cy="99" rx="4.4" ry="5.2" fill={INK} />
        <ellipse cx={118 + shift} cy="99" rx="4.4" ry="5.2" fill={INK} />
        <circle cx={83.6 + shift} cy="97.2" r="1.5" fill="#fff" />
        <circle cx={119.6 + shift} cy="97.2" r="1.5" fill="#fff" />
      </>
    );
  }
  const dip = eyes === 'closed' ? 5 : -4;
  return (
    <>
      <path d={`M${75 + shift} 99q7 ${dip} 14 0`} {...stroke} />
      <path d={`M${111 + shift} 99q7 ${dip} 14 0`} {...stroke} />
    </>
  );
}

function Features({ look, shift }: { readonly look: ElderLook; readonly shift: number }): JSX.Element {
  const shade = shades[look.light ?? 'even'];
  const line = { fill: 'none', 'stroke-linecap': 'round' } as const;
  return (
    <>
      <path d={`M${72 + shift} 87q9-6 18-1M${110 + shift} 86q9-5 18 1`} {...line} stroke="#a19d95" stroke-width="4" />
      <Eyes eyes={look.eyes ?? 'open'} shift={shift} />
      <path
        d={`M${100 + shift * 1.35} 98q${shift > 0 ? 7 : shift < 0 ? -7 : 4} 14-2 16`}
        {...line}
        stroke={shade}
        stroke-width="3.4"
      />
      <path
        d={`M${69 + shift} 106q3 3 6 3M${131 + shift} 106q-3 3-6 3`}
        {...line}
        stroke={shade}
        stroke-width="2"
        opacity=".8"
      />
      <ellipse cx={76 + shift} cy="119" rx="9" ry="6" fill="#e58f6b" opacity=".28" />
      <ellipse cx={124 + shift} cy="119" rx="9" ry="6" fill="#e58f6b" opacity=".28" />
      <path d={`M${85 + shift} 128q15 13 30 0`} {...line} stroke="#a2492f" stroke-width="3.8" />
      <path
        d={`M${80 + shift} 118q-4 7 0 12M${120 + shift} 118q4 7 0 12`}
        {...line}
        stroke={shade}
        stroke-width="2"
        opacity=".7"
      />
    </>
  );
}

const cloths = {
  woman: { bright: '#b8582e', dark: '#6d3a26' },
  man: { bright: '#2b6f60', dark: '#1a3b34' },
} as const;

function Covers({ mask, hat }: { readonly mask: boolean; readonly hat: boolean }): JSX.Element {
  return (
    <>
      {mask && (
        <g>
          <path d={`M66 112q34-12 68 0l-3 28q-31 22-62 0Z`} fill="#e9f2f4" stroke="#8fb0b8" stroke-width="2.5" />
          <path
            d="M66 114 54 104M134 114l12-10M76 124q24-6 48 0M77 134q23-4 46 0"
            fill="none"
            stroke="#8fb0b8"
            stroke-width="2.5"
          />
        </g>
      )}
      {hat && (
        <g>
          <path d="M54 70c2-32 22-46 46-46s44 14 46 46Z" fill="#54606b" />
          <path d="M40 72q60-16 120 0-4 12-16 9-44-11-88 0-12 3-16-9Z" fill="#3f4a54" />
        </g>
      )}
    </>
  );
}

/** An old person's head and shoulders on a field of 200 by 200. */
export function Elder(look: ElderLook): JSX.Element {
  const { who = 'woman', turn = 0, light = 'even', mask = false, hat = false } = look;
  const shift = turn * 15;
  const dark = light === 'dim' || light === 'behind';
  const cloth = cloths[who][dark ? 'dark' : 'bright'];
  return (
    <g>
      <path d="M22 204c2-38 30-52 78-52s76 14 78 52Z" fill={cloth} />
      <path d="M83 138h34v16q-4 14-17 14t-17-14Z" fill={shades[light]} />
      <path d="M80 154q20 24 40 0l9 4q-9 26-29 26t-29-26Z" fill="#fbf8f3" opacity={dark ? '.45' : '.95'} />
      <ellipse cx={56 + shift * 0.3} cy="104" rx="8" ry="12" fill={shades[light]} />
      <ellipse cx={144 + shift * 0.3} cy="104" rx="8" ry="12" fill={shades[light]} />
      <path d="M58 92c0-32 18-48 42-48s42 16 42 48c0 38-18 62-42 62S58 130 58 92Z" fill={skins[light]} />
      <Hair who={who} dark={dark} />
      <Features look={look} shift={shift} />
      <Covers mask={mask} hat={hat} />
    </g>
  );
}
