import type { Challenge, Prompt } from '@anzai/face';
import { createRandom, type SeededRandom } from './seeded-random.ts';

/** What a person does at the moment of one frame. Degrees; eye distances; `nearer` shrinks the distance to the camera. */
export type Stance = {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly x: number;
  readonly y: number;
  readonly nearer: number;
  /** 0 open, 1 shut. */
  readonly blink: number;
};

export type PlannedFrame = {
  readonly index: number;
  readonly capturedAtMs: number;
  readonly promptIndex: number;
  readonly colourIndex: number | null;
  /** What the screen shows, `#rrggbb`. */
  readonly colour: string;
  readonly stance: Stance;
};

export type PlanSessionInput = {
  readonly challenge: Challenge;
  readonly seed: number;
  /** Frames a second that the camera gives: capture falls on its ticks. */
  readonly fps?: number;
  /** 1 is quick for an old person; 2 takes twice as long for each movement. */
  readonly slowness?: number;
};

type Goal = { readonly yaw: number; readonly pitch: number; readonly nearer: number };
type Move = { readonly startMs: number; readonly endMs: number; readonly from: Goal; readonly to: Goal };

const REST: Goal = { yaw: 0, pitch: 0, nearer: 1 };
const PAGE = '#ffffff';
const COLOUR_MS = 800;

/** How a person answers a challenge: they hear, begin late, move softly, sway, and blink. */
export function planSession({ challenge, seed, fps = 15, slowness = 1 }: PlanSessionInput): PlannedFrame[] {
  const random = createRandom(seed);
  const sway = createSway(random);
  const moves: Move[] = [];
  const frames: Omit<PlannedFrame, 'stance'>[] = [];
  let goal = REST;
  let clockMs = random.between(200, 600);
  for (const [promptIndex, prompt] of challenge.prompts.entries()) {
    const steps = goalsOf(prompt, random);
    const startMs = clockMs;
    for (const to of steps) {
      const beginMs = clockMs + slowness * random.between(350, 700);
      const endMs = beginMs + slowness * random.between(700, 1000);
      if (to.yaw !== goal.yaw || to.pitch !== goal.pitch || to.nearer !== goal.nearer) {
        moves.push({ startMs: beginMs, endMs, from: goal, to });
        clockMs = endMs + 300;
      }
      goal = to;
    }
    const lengthMs =
      prompt.kind === 'light' ? prompt.frames * COLOUR_MS : Math.max(prompt.minMs, clockMs - startMs + 200);
    frames.push(...framesOf({ prompt, promptIndex, startMs, lengthMs, first: frames.length, random }));
    clockMs = startMs + lengthMs + random.between(80, 200);
  }
  const tickMs = 1000 / fps;
  return frames.map((frame) => {
    const capturedAtMs = Math.ceil(frame.capturedAtMs / tickMs) * tickMs + random.between(0, 3);
    return { ...frame, capturedAtMs, stance: stanceAt(capturedAtMs, moves, sway) };
  });
}

function goalsOf({ kind, path }: Prompt, random: SeededRandom): Goal[] {
  switch (kind) {
    case 'turn-left':
      return [{ ...REST, yaw: random.between(18, 27) }];
    case 'turn-right':
      return [{ ...REST, yaw: -random.between(18, 27) }];
    case 'look-up':
      return [{ ...REST, pitch: random.between(11, 17) }];
    case 'nearer':
      return [{ ...REST, nearer: random.between(0.7, 0.8) }];
    case 'follow':
      return (path ?? []).map(({ x, y }) => ({
        ...REST,
        yaw: (0.5 - x) * random.between(28, 36),
        pitch: (0.5 - y) * 10,
      }));
    case 'centre':
    case 'hold':
    case 'light':
      return [REST];
  }
}

type FramesOfInput = {
  readonly prompt: Prompt;
  readonly promptIndex: number;
  readonly startMs: number;
  readonly lengthMs: number;
  readonly first: number;
  readonly random: SeededRandom;
};

function framesOf({
  prompt,
  promptIndex,
  startMs,
  lengthMs,
  first,
  random,
}: FramesOfInput): Omit<PlannedFrame, 'stance'>[] {
  return Array.from({ length: prompt.frames }, (_, i) => {
    const late = prompt.kind === 'light' ? 0.85 : 0.95;
    const capturedAtMs = startMs + ((i + late) / prompt.frames) * lengthMs + random.between(-15, 15);
    const colourIndex = prompt.kind === 'light' ? i : null;
    return { index: first + i, capturedAtMs, promptIndex, colourIndex, colour: prompt.colours?.[i] ?? PAGE };
  });
}

/** Slow waves of posture, and the times of blinks. */
type Sway = {
  readonly wave: (channel: number, ms: number) => number;
  readonly blinksMs: readonly number[];
  readonly at: Stance;
};

function createSway(random: SeededRandom): Sway {
  const waves = Array.from({ length: 12 }, () => ({
    slow: random.between(2500, 5500),
    quick: random.between(700, 1500),
    phase: random.between(0, 6.28),
  }));
  const blinksMs: number[] = [];
  for (let ms = random.between(500, 4000); ms < 120_000; ms += random.between(2000, 6500)) blinksMs.push(ms);
  return {
    wave: (channel, ms) => {
      const { slow, quick, phase } = waves[channel] ?? { slow: 3000, quick: 900, phase: 0 };
      return Math.sin((ms / slow) * 6.28 + phase) + 0.3 * Math.sin((ms / quick) * 6.28 + phase * 2);
    },
    blinksMs,
    at: {
      yaw: random.between(-4, 4),
      pitch: random.between(-5, 4),
      roll: random.between(-4, 4),
      x: random.between(-0.2, 0.2),
      y: random.between(-0.15, 0.15),
      nearer: random.between(0.92, 1.12),
      blink: 0,
    },
  };
}

function stanceAt(ms: number, moves: readonly Move[], { wave, blinksMs, at }: Sway): Stance {
  const goal = goalAt(ms, moves);
  const blink = blinksMs.some((start) => ms >= start && ms < start + 180) ? 1 : 0;
  return {
    yaw: at.yaw + goal.yaw + 1.1 * wave(0, ms),
    pitch: at.pitch + goal.pitch + 0.8 * wave(1, ms),
    roll: at.roll + 0.6 * wave(2, ms) + goal.yaw * 0.06,
    x: at.x + 0.04 * wave(3, ms),
    y: at.y + 0.03 * wave(4, ms),
    nearer: at.nearer * goal.nearer * (1 + 0.008 * wave(5, ms)),
    blink,
  };
}

function goalAt(ms: number, moves: readonly Move[]): Goal {
  const move = moves.findLast(({ startMs }) => startMs <= ms);
  if (move === undefined) return moves[0]?.from ?? REST;
  const t = Math.min(1, (ms - move.startMs) / (move.endMs - move.startMs));
  const s = t * t * (3 - 2 * t);
  const mix = (from: number, to: number): number => from + (to - from) * s;
  return {
    yaw: mix(move.from.yaw, move.to.yaw),
    pitch: mix(move.from.pitch, move.to.pitch),
    nearer: mix(move.from.nearer, move.to.nearer),
  };
}
