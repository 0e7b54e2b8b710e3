/** Repeatable randomness for renderings and tests; never for secrets. */
export type SeededRandom = {
  /** Uniform, 0..1. */
  readonly next: () => number;
  /** Uniform between two bounds. */
  readonly between: (low: number, high: number) => number;
  /** Uniform integer in 0..below−1. */
  readonly below: (below: number) => number;
  /** Normal, mean 0, standard deviation 1. */
  readonly normal: () => number;
};

/** Mulberry32: 32 bits of state, good enough for pictures. */
export function createRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
