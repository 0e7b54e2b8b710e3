import { createRandom } from '@anzai/testkit';
import { describe, expect, it } from 'vitest';
import type { Challenge } from '../api.ts';
import { chooseChallenge, COLOUR_MS_MIN, FRAMES_MAX, LIGHT_COLOURS } from './choose-challenge.ts';
import { linearFromHex } from './linear-light.ts';

function chooseMany(mode: Challenge['mode'], count: number): Challenge[] {
  return Array.from({ length: count }, (_, seed) => chooseChallenge({ random: createRandom(seed).below, mode }));
}

const MOVEMENTS = ['turn-left', 'turn-right', 'look-up', 'nearer', 'follow'];

describe('chooseChallenge', () => {
  it('begins and ends at rest, plays light, and asks for two different movements of which one is a turn', () => {
    for (const { prompts } of chooseMany('move', 200)) {
      const kinds = prompts.map(({ kind }) => kind);
      const movements = kinds.filter((kind) => MOVEMENTS.includes(kind));
      expect([kinds[0], kinds[1], kinds.at(-1)]).toEqual(['centre', 'light', 'centre']);
      expect(new Set(movements).size).toBe(2);
      expect(movements.some((kind) => kind.startsWith('turn-'))).toBe(true);
    }
  });

  it('asks for no movement in the still mode, and for more light', () => {
    for (const { prompts } of chooseMany('still', 50)) {
      expect(prompts.map(({ kind }) => kind)).toEqual(['hold', 'light', 'hold']);
      expect(prompts[1]?.colours?.length).toBe(14);
    }
  });

  it('never asks for more frames than may be sent', () => {
    for (const { prompts } of [...chooseMany('move', 200), ...chooseMany('still', 50)]) {
      expect(prompts.reduce((sum, { frames }) => sum + frames, 0)).toBeLessThanOrEqual(FRAMES_MAX);
    }
  });

  it('gives one frame to each colour and never the same colour twice in a row', () => {
    for (const { prompts } of chooseMany('move', 200)) {
      const light = prompts.find(({ kind }) => kind === 'light');
      const colours = light?.colours ?? [];
      expect(colours.length).toBe(light?.frames);
      expect(colours.length).toBeGreaterThanOrEqual(4);
      expect(colours.every((colour, index) => colour !== colours[index + 1])).toBe(true);
    }
  });

  it('hardly ever gives the same challenge twice', () => {
    const told = chooseMany('move', 2000).map(({ prompts }) =>
      JSON.stringify(prompts.map(({ kind, colours }) => [kind, colours])),
    );
    expect(new Set(told).size).toBeGreaterThan(1995);
  });

  it('uses each movement and each colour about equally often at each place', () => {
    const firsts = chooseMany('move', 4000).map(({ prompts }) => prompts[1]?.colours?.[0] ?? '');
    for (const colour of LIGHT_COLOURS) {
      const share = firsts.filter((first) => first === colour).length / firsts.length;
      expect(share).toBeGreaterThan(0.06);
      expect(share).toBeLessThan(0.2);
    }
  });

  it('flashes less than three times a second and holds no saturated red (WCAG 2.3.1)', () => {
    // A flash is a pair of changes; a colour's time is half of one.
    expect(1000 / (2 * COLOUR_MS_MIN)).toBeLessThan(3);
    for (const colour of LIGHT_COLOURS) {
      const [r, g, b] = linearFromHex(colour);
      expect(r / (r + g + b)).toBeLessThan(0.8);
    }
    for (const { prompts } of chooseMany('still', 20)) {
      const light = prompts.find(({ kind }) => kind === 'light');
      expect((light?.minMs ?? 0) / (light?.colours?.length ?? 1)).toBeGreaterThanOrEqual(COLOUR_MS_MIN);
    }
  });

  it('gives the slow more time and no one less', () => {
    const random = (): ((below: number) => number) => createRandom(3).below;
    const usual = chooseChallenge({ random: random(), mode: 'move' });
    const slow = chooseChallenge({ random: random(), mode: 'move', policy: { movements: 2, pace: 3 } });
    const hasty = chooseChallenge({ random: random(), mode: 'move', policy: { movements: 2, pace: 0.1 } });
    expect(slow.prompts.map(({ maxMs }) => maxMs)).toEqual(usual.prompts.map(({ maxMs }) => maxMs * 3));
    expect(hasty.prompts).toEqual(usual.prompts);
  });
});
