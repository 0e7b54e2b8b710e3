import type { Challenge } from '../api.ts';
import { LIGHT_COLOURS } from './choose-challenge.ts';
import { fitSlope } from './fit-slope.ts';
import { linearFromHex } from './linear-light.ts';
import type { FrameMeasures, FrameObservation, RegionColour, SkinColours } from './observation.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createSignal, type LivenessSignal, type SignalInput } from './signal.ts';
import { mean, median } from './statistics.ts';

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
/** And how many times as much as under the page's own white. */
const OTHER_HUE_RATIO_MIN = 2.5;
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
  const otherHue = Math.max(OTHER_HUE_MIN, OTHER_HUE_RATIO_MIN * hueAtRest(challenge, observations));
  if (hue >= otherHue && share < EXPLAINED_OTHER_MAX) {
    return answer({ outcome: 'against', reasons: ['colour.other_sequence'], score: share });
  }
  return answer({ outcome: 'unmeasured', reasons: ['colour.unclear'], score: share });
}

function answer(rest: Omit<SignalInput, 'name' | 'threshold'>): LivenessSignal {
  return createSignal({ name: 'colour', threshold: EXPLAINED_MIN, ...rest });
}

/** Regions that face the screen; jaws turn away from it. */
const FRONT = ['forehead', 'leftCheek', 'rightCheek', 'nose', 'chin'] as const;

function takeSamples(challenge: Challenge, observations: readonly FrameObservation[]): Sample[] {
  const lit = observations.flatMap(({ promptIndex, colourIndex, measures }) => {
    const hex = challenge.prompts[promptIndex]?.colours?.[colourIndex ?? -1];
    return hex === undefined || !isUsable(measures) ? [] : [{ hex, measures }];
  });
  const changes = skinChanges(lit.map(({ measures }) => measures));
  return lit.map(({ hex }, index) => ({ shown: linearFromHex(hex), skin: changes[index] ?? [0, 0, 0] }));
}

/** How much the hue of the skin wanders by itself: by movement, and by what the camera does. */
function hueAtRest(challenge: Challenge, observations: readonly FrameObservation[]): number {
  const resting = observations.flatMap(({ promptIndex, measures }) => {
    const kind = challenge.prompts[promptIndex]?.kind;
    return (kind === 'centre' || kind === 'hold') && isUsable(measures) ? [measures] : [];
  });
  return hueChange(skinChanges(resting));
}

type UsableMeasures = FrameMeasures & { readonly skin: SkinColours };

function isUsable(measures: FrameMeasures | null): measures is UsableMeasures {
  if (measures === null || measures.skin === null) return false;
  return FRONT.every((region) => Math.max(...rgbOf(measures.skin?.[region])) <= BRIGHT_MAX);
}

/**
 * The change of skin against background over the frames, natural logarithm. Each region is compared with its own mean, and
 * the middle one of five counts, so that a lock of hair that swings over one of them does no harm.
 */
function skinChanges(frames: readonly UsableMeasures[]): Rgb[] {
  const regions = FRONT.map((region) => {
    const values = frames.map(({ skin, background }) => againstBackground(rgbOf(skin[region]), rgbOf(background)));
    const means = ([0, 1, 2] as const).map((channel) => mean(values.map((value) => value[channel])));
    return values.map((value) => value.map((channel, index) => channel - (means[index] ?? 0)));
  });
  const middle = (frame: number, channel: number): number =>
    median(regions.map((region) => region[frame]?.[channel] ?? 0)) ?? 0;
  return frames.map((_, frame) => [middle(frame, 0), middle(frame, 1), middle(frame, 2)]);
}

function rgbOf(colour: RegionColour | undefined): Rgb {
  return [colour?.r ?? 0, colour?.g ?? 0, colour?.b ?? 0];
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
  return { share, change: Math.sqrt(total / (3 * samples.length)), hue: hueChange(samples.map(({ skin }) => skin)) };
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

function hueChange(changes: readonly Rgb[]): number {
  const hues = changes.map((change) => change.map((value) => value - mean(change)));
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
