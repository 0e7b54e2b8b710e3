/** The same seed gives the same demonstration everywhere. Not for secrets. */
export type SeededRandom = {
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  /** True with this chance, 0..1. */
  chance(share: number): boolean;
  shuffle<T>(list: readonly T[]): readonly T[];
};

/** A 32-bit counter mixed by multiplications (splitmix32). */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[below(list.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  const shuffle = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((value) => ({ value, order: next() }))
      .toSorted((one, other) => one.order - other.order)
      .map((each) => each.value);
  return { below, pick, chance: (share) => next() < share, shuffle };
}
