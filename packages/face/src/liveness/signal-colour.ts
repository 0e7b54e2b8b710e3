import type { Challenge } from '../api.ts';
import { LIGHT_COLOURS } from './choose-challenge.ts';
import { fitSlope } from './fit-slope.ts';
import { linearFromHex } from './linear-light.ts';
import type { FrameObservation, RegionColour, SkinColours } from './observation.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createSignal, type LivenessSignal, type SignalInput } from './signal.ts';
import { mean } from './statistics.ts';

const FRAMES_MIN = 6;
/** The share of the skin's change that the shown sequence must explain. */
const EXPLAINED_MIN = 0.5;
/** Of random sequences, at most this share may explain the change as well: what a recording has by luck. */
const CHANCE_MAX = 0.005;
const OTHER_SEQUENCES = 600;
/** Change of the skin against the background, natural logarithm; below it ambient light drowns the screen. */
const CHANGE_MIN = 0.006;
/** Change of hue that no head movement makes: coloured light fell on this face, though not the light that was shown. */
const OTHER_HUE_MIN = 0.02;
const EXPLAINED_OTHER_MAX = 0.3;
/** A background darker than this is no measure of exposure. */
const BACKGROUND_MIN = 0.004;
/** Skin brighter than this is burnt out in places. */
const BRIGHT_MAX = 0.92;

const LINEAR_COLOURS: readonly Rgb[] = LIGHT_COLOURS.map(linearFromHex);

type Rgb = readonly [number, number, number];
type Sample = { readonly shown: Rgb; readonly skin: Rgb };
type Explained = { readonly share: number; readonly change: number; readonly hue: number };

/**
 * Does the skin follow the colours the screen showed, in order? Skin is taken against the background, which cancels what
 * the camera's exposure and white balance do, and each channel may answer by its own strength, since lamps have colours.
 */
export function judgeColour(challenge: Challenge, observations: readonly FrameObservation[]): LivenessSignal {
  const samples = takeSamples(challenge, observations);
  if (samples.length < FRAMES_MIN) return answer({ outcome: 'unmeasured', reasons: ['colour.too_few_frames'] });
  const { share, change, hue } = explain(samples);
  if (change < CHANGE_MIN) return answer({ outcome: 'unmeasured', reasons: ['colour.too_weak'], score: share });
  const chance = chanceOf(samples, share);
  if (share >= EXPLAINED_MIN && chance <= CHANCE_MAX) {
    return answer({ outcome: 'for', reasons: ['colour.follows'], score: share });
  }
  if (hue >= OTHER_HUE_MIN && share < EXPLAINED_OTHER_MAX) {
    return answer({ outcome: 'against', reasons: ['colour.other_sequence'], score: share });
  }
  return answer({ outcome: 'unmeasured', reasons: ['colour.unclear'], score: share });
}

function answer(rest: Omit<SignalInput, 'name' | 'threshold'>): LivenessSignal {
  return createSignal({ name: 'colour', threshold: EXPLAINED_MIN, ...rest });
}

function frontOf(skin: SkinColours): Rgb {
  const front = [skin.forehead, skin.leftCheek, skin.rightCheek, skin.nose, skin.chin];
  const channel = (name: 'r' | 'g' | 'b'): number => mean(front.map((region) => region[name]));
  return [channel('r'), channel('g'), channel('b')];
}

function rgbOf({ r, g, b }: RegionColour): Rgb {
  return [r, g, b];
}

function takeSamples(challenge: Challenge, observations: readonly FrameObservation[]): Sample[] {
  return observations.flatMap(({ promptIndex, colourIndex, measures }) => {
    const hex = challenge.prompts[promptIndex]?.colours?.[colourIndex ?? -1];
    if (hex === undefined || measures === null || measures.skin === null) return [];
    const skin = frontOf(measures.skin);
    if (Math.max(...skin) > BRIGHT_MAX) return [];
    return [{ shown: linearFromHex(hex), skin: againstBackground(skin, rgbOf(measures.background)) }];
  });
}

function againstBackground(skin: Rgb, background: Rgb): Rgb {
  const channel = (index: 0 | 1 | 2): number => {
    const behind = background[index];
    return Math.log(Math.max(1e-4, skin[index])) - (behind < BACKGROUND_MIN ? 0 : Math.log(behind));
  };
  return [channel(0), channel(1), channel(2)];
}

function explain(samples: readonly Sample[]): Explained {
  const { share, total } = shareOf(samples);
  return { share, change: Math.sqrt(total / (3 * samples.length)), hue: hueChange(samples) };
}

function shareOf(samples: readonly Sample[]): { readonly share: number; readonly total: number } {
  const fits = ([0, 1, 2] as const).map((channel) =>
    fitSlope(
      samples.map(({ shown }) => shown[channel]),
      samples.map(({ skin }) => skin[channel]),
    ),
  );
  const total = fits.reduce((sum, fit) => sum + fit.total, 0);
  // Light only ever adds: a channel that answers the wrong way explains nothing.
  const explained = fits.reduce((sum, fit) => sum + (fit.slope > 0 ? fit.explained : 0), 0);
  return { share: total === 0 ? 0 : explained / total, total };
}

function hueChange(samples: readonly Sample[]): number {
  const hues = samples.map(({ skin }) => skin.map((value) => value - mean(skin)));
  const spread = [0, 1, 2].map((channel) => {
    const values = hues.map((hue) => hue[channel] ?? 0);
    const average = mean(values);
    return mean(values.map((value) => (value - average) ** 2));
  });
  return Math.sqrt(mean(spread));
}

/** The share of random sequences that would explain these skin colours as well as the shown one does. */
function chanceOf(samples: readonly Sample[], share: number): number {
  const random = createSeededRandom(7);
  let asGood = 0;
  for (let attempt = 0; attempt < OTHER_SEQUENCES; attempt++) {
    let last = -1;
    const other = samples.map(({ skin }) => {
      const next = Math.floor(random() * (LIGHT_COLOURS.length - 1));
      last = next >= last && last !== -1 ? next + 1 : next;
      return { skin, shown: LINEAR_COLOURS[last] ?? LINEAR_COLOURS[0] ?? [0, 0, 0] };
    });
    if (shareOf(other).share >= share) asGood++;
  }
  return asGood / OTHER_SEQUENCES;
}
