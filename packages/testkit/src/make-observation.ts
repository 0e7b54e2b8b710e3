import { type Challenge, type FrameObservation, linearFromHex, type RegionColour } from '@anzai/face';
import { createRandom } from './seeded-random.ts';

/** Rest, eight colours, both turns, rest: what most tests of single signals need. */
export const PLAIN_CHALLENGE: Challenge = {
  version: 1,
  mode: 'move',
  nonce: 'plain',
  prompts: [
    { kind: 'centre', frames: 3, minMs: 900, maxMs: 10_000 },
    {
      kind: 'light',
      frames: 8,
      minMs: 5600,
      maxMs: 16_000,
      colours: ['#ffffff', '#3058ff', '#ffe020', '#303030', '#ff58ff', '#20e060', '#ff6e6e', '#00d8ff'],
    },
    { kind: 'turn-left', frames: 4, minMs: 1200, maxMs: 12_000 },
    { kind: 'turn-right', frames: 4, minMs: 1200, maxMs: 12_000 },
    { kind: 'centre', frames: 2, minMs: 600, maxMs: 10_000 },
  ],
};

export type MakeObservationsInput = {
  readonly challenge?: Challenge;
  /** Yaw at a frame, degrees to the person's own left. */
  readonly yawAt?: (place: Place) => number;
  readonly pitchAt?: (place: Place) => number;
  /** How strongly a white screen lights the skin, beside the room's light. */
  readonly screen?: number;
  /** The colours that truly fell on the face; those of the challenge unless told. */
  readonly colours?: readonly string[];
  /** Relative error of a measured colour. */
  readonly colourNoise?: number;
  readonly change?: (observation: FrameObservation, place: Place) => FrameObservation;
};

export type Place = { readonly index: number; readonly promptIndex: number; readonly step: number };

/** Observations as a worker would make them of a well-behaved person; without pixels. */
export function makeObservations(input: MakeObservationsInput = {}): FrameObservation[] {
  const challenge = input.challenge ?? PLAIN_CHALLENGE;
  const random = createRandom(11);
  const frames: FrameObservation[] = [];
  let clockMs = 0;
  for (const [promptIndex, prompt] of challenge.prompts.entries()) {
    for (let step = 0; step < prompt.frames; step++) {
      clockMs += Math.max(prompt.minMs, 2000) / prompt.frames + random.between(0, 20);
      const place = { index: frames.length, promptIndex, step };
      const observation = makeObservation(place, { clockMs, input, challenge, noise: () => random.normal() });
      frames.push(input.change?.(observation, place) ?? observation);
    }
  }
  return frames;
}

type Making = {
  readonly clockMs: number;
  readonly input: MakeObservationsInput;
  readonly challenge: Challenge;
  readonly noise: () => number;
};

function makeObservation(place: Place, { clockMs, input, challenge, noise }: Making): FrameObservation {
  const prompt = challenge.prompts[place.promptIndex];
  const isLight = prompt?.kind === 'light';
  const shown = isLight ? ((input.colours ?? prompt.colours)?.[place.step] ?? '#ffffff') : '#ffffff';
  const yaw = (input.yawAt ?? followTurns(challenge))(place) + 0.5 * noise();
  const pitch = (input.pitchAt?.(place) ?? 0) + 0.5 * noise();
  const screen = linearFromHex(shown).map((value) => 1 + (input.screen ?? 0.12) * value);
  const error = (): number => 1 + (input.colourNoise ?? 0.003) * noise();
  const skin = (share: number): RegionColour => ({
    r: 0.35 * share * (screen[0] ?? 1) * error(),
    g: 0.24 * share * (screen[1] ?? 1) * error(),
    b: 0.18 * share * (screen[2] ?? 1) * error(),
    pixels: 400,
  });
  return {
    index: place.index,
    capturedAtMs: clockMs,
    promptIndex: place.promptIndex,
    colourIndex: isLight ? place.step : null,
    imageWidth: 480,
    imageHeight: 640,
    faces: 1,
    box: { x: 120, y: 150, width: 220, height: 280 },
    points: null,
    mesh: makeMesh(yaw),
    pose: { yaw, pitch, roll: 0 },
    eyesOpen: { left: 0.9, right: 0.9 },
    passiveLive: null,
    embedding: Float32Array.of(1, 0, 0),
    measures: {
      skin: {
        forehead: skin(1),
        leftCheek: skin(0.95),
        rightCheek: skin(0.97),
        nose: skin(1.05),
        chin: skin(0.9),
        leftJaw: skin(0.85),
        rightJaw: skin(0.86),
      },
      background: { r: 0.2 * error(), g: 0.22 * error(), b: 0.21 * error(), pixels: 2000 },
      patch: null,
      noise: 0.6,
      fingerprint: Uint8Array.from({ length: 32 }, (_, byte) => (place.index * 37 + byte * 101) % 256),
    },
  };
}

/** Does what the prompts ask: half the way in the first frame, then all of it. */
function followTurns(challenge: Challenge): (place: Place) => number {
  return ({ promptIndex, step }) => {
    const kind = challenge.prompts[promptIndex]?.kind;
    const far = step === 0 ? 9 : 20;
    return kind === 'turn-left' ? far : kind === 'turn-right' ? -far : 0;
  };
}

/** Only the places that signals read off a mesh are meant; eyes' outer corners 150 pixels apart. */
function makeMesh(yaw: number): Float32Array {
  const mesh = new Float32Array(468 * 3);
  for (let i = 0; i < 468; i++) mesh.set([240 + ((i * 53) % 160) - 80, 290 + ((i * 29) % 200) - 100, 0], i * 3);
  const turn = (yaw * Math.PI) / 180;
  mesh.set([240 - 75 * Math.cos(turn), 280, -75 * Math.sin(turn)], 33 * 3);
  mesh.set([240 + 75 * Math.cos(turn), 280, 75 * Math.sin(turn)], 263 * 3);
  return mesh;
}
