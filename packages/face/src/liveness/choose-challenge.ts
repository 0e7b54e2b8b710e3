import type { Challenge, Point, Prompt, PromptKind } from '../api.ts';
import { linearFromHex } from './linear-light.ts';

export type ChallengePolicy = {
  /** How many movements are asked in the `move` mode. */
  readonly movements: 1 | 2;
  /** Stretches every time the person is given; 1 is the default, 3 for the very slow. */
  readonly pace: number;
};

export type ChooseChallengeInput = {
  /** Uniform integer in 0..below−1. It must be unpredictable in production, e.g. `randomInt` of node:crypto. */
  readonly random: (below: number) => number;
  readonly mode: Challenge['mode'];
  readonly policy?: ChallengePolicy;
};

type Movement = Extract<PromptKind, 'turn-left' | 'turn-right' | 'look-up' | 'nearer' | 'follow'>;

export const FRAMES_MAX = 24;

/**
 * Colours far apart in linear light, among them a dark one for weak screens. None is a saturated red after WCAG 2.3.1
 * (R / (R + G + B) ≥ 0.8 in linear light), so that no sequence can flicker in red.
 */
export const LIGHT_COLOURS = [
  '#ffffff',
  '#303030',
  '#ff6e6e',
  '#20e060',
  '#3058ff',
  '#00d8ff',
  '#ff58ff',
  '#ffe020',
] as const;

/** A colour stands at least this long: two changes are 1.4 s, far below the three flashes a second of WCAG 2.3.1. */
export const COLOUR_MS_MIN = 700;

const DEFAULT_POLICY: ChallengePolicy = { movements: 2, pace: 1 };
const LIGHT_FRAMES_MOVE = 8;
const LIGHT_FRAMES_STILL = 14;
/** Below this spread of a channel over the sequence the skin's answer in it could not be told from noise. */
const CHANNEL_SPREAD_MIN = 0.3;
const NONCE_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NONCE_LENGTH = 22;

/**
 * A challenge nobody could prepare for: which movements, in which order, and which colours (about 22 bits in the
 * `move` mode, 40 in `still`). A neutral pose comes first, since every movement is judged against it.
 */
export function chooseChallenge({ random, mode, policy = DEFAULT_POLICY }: ChooseChallengeInput): Challenge {
  const pace = Math.max(1, policy.pace);
  const prompts = mode === 'still' ? stillPrompts(random) : movePrompts(random, policy.movements);
  return { version: 1, mode, nonce: chooseNonce(random), prompts: prompts.map((prompt) => stretch(prompt, pace)) };
}

function movePrompts(random: (below: number) => number, movements: 1 | 2): Prompt[] {
  return [
    { kind: 'centre', frames: 3, minMs: 900, maxMs: 10_000 },
    lightPrompt(chooseColours(random, LIGHT_FRAMES_MOVE)),
    ...chooseMovements(random, movements).map((movement) => movementPrompt(random, movement)),
    { kind: 'centre', frames: 2, minMs: 600, maxMs: 10_000 },
  ];
}

/** For people who can't move on command: rest, a longer play of light, rest. */
function stillPrompts(random: (below: number) => number): Prompt[] {
  return [
    { kind: 'hold', frames: 5, minMs: 2500, maxMs: 10_000 },
    lightPrompt(chooseColours(random, LIGHT_FRAMES_STILL)),
    { kind: 'hold', frames: 5, minMs: 2500, maxMs: 10_000 },
  ];
}

/** The first or only movement is a turn, because depth shows best in it; the order is then shuffled. */
function chooseMovements(random: (below: number) => number, count: 1 | 2): Movement[] {
  const turn: Movement = random(2) === 0 ? 'turn-left' : 'turn-right';
  if (count === 1) return [turn];
  const others: Movement[] = [turn === 'turn-left' ? 'turn-right' : 'turn-left', 'look-up', 'nearer', 'follow'];
  const other = pick(others, random);
  return random(2) === 0 ? [turn, other] : [other, turn];
}

function movementPrompt(random: (below: number) => number, kind: Movement): Prompt {
  const times = { minMs: 1200, maxMs: 12_000 };
  if (kind === 'follow') return { kind, frames: 5, minMs: 3500, maxMs: 15_000, path: choosePath(random) };
  return { kind, frames: 4, ...times };
}

/** Five points over the screen's width; each lies on the other side of the middle from the one before. */
function choosePath(random: (below: number) => number): Point[] {
  let side = random(2) === 0 ? -1 : 1;
  return Array.from({ length: 5 }, () => {
    side = -side;
    return { x: 0.5 + side * (0.25 + random(16) / 100), y: 0.3 + random(41) / 100 };
  });
}

function lightPrompt(colours: readonly string[]): Prompt {
  const count = colours.length;
  return { kind: 'light', frames: count, minMs: count * COLOUR_MS_MIN, maxMs: count * 2000, colours };
}

function chooseColours(random: (below: number) => number, count: number): string[] {
  for (;;) {
    const colours: string[] = [];
    while (colours.length < count) {
      const colour = pick(LIGHT_COLOURS, random);
      if (colour !== colours.at(-1)) colours.push(colour);
    }
    if (channelSpread(colours) >= CHANNEL_SPREAD_MIN) return colours;
  }
}

/** The smallest standard deviation of a linear channel over the sequence. */
function channelSpread(colours: readonly string[]): number {
  const linear = colours.map(linearFromHex);
  const spreads = [0, 1, 2].map((channel) => {
    const values = linear.map((colour) => colour[channel] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  });
  return Math.min(...spreads);
}

function chooseNonce(random: (below: number) => number): string {
  return Array.from({ length: NONCE_LENGTH }, () => NONCE_ALPHABET.charAt(random(64))).join('');
}

function stretch(prompt: Prompt, pace: number): Prompt {
  return { ...prompt, maxMs: Math.round(prompt.maxMs * pace) };
}

function pick<T>(choices: readonly T[], random: (below: number) => number): T {
  const choice = choices[random(choices.length)];
  if (choice === undefined) throw new Error('random() must stay below its argument');
  return choice;
}
