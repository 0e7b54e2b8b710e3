/** Repeatable numbers in 0..1 (a 32-bit xorshift), for estimates that must come out the same each time. Not for secrets. */
export function createSeededRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}
