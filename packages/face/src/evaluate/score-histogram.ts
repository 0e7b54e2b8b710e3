const binsPerUnit = 10_000;

/** Counts of scores between `least` and `most` in steps of 1e-4, so that millions of pairs need no list. */
export class ScoreHistogram {
  readonly #counts: Float64Array;
  readonly #least: number;
  #total = 0;
  #sum = 0;
  #squares = 0;

  constructor(range: { readonly least: number; readonly most: number }) {
    this.#least = range.least;
    this.#counts = new Float64Array(Math.ceil((range.most - range.least) * binsPerUnit) + 1);
  }

  get total(): number {
    return this.#total;
  }

  get mean(): number {
    return this.#sum / this.#total;
  }

  get deviation(): number {
    return Math.sqrt(Math.max(0, this.#squares / this.#total - this.mean * this.mean));
  }

  add(score: number): void {
    const bin = Math.floor((score - this.#least) * binsPerUnit);
    const index = Math.max(0, Math.min(this.#counts.length - 1, bin));
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#total += 1;
    this.#sum += score;
    this.#squares += score * score;
  }

  /** The lowest threshold at or above which at most `rate` of the scores lie. */
  thresholdAt(rate: number): number {
    const allowed = rate * this.#total;
    let above = 0;
    let bin = this.#counts.length - 1;
    while (bin >= 0 && above + (this.#counts[bin] ?? 0) <= allowed) {
      above += this.#counts[bin] ?? 0;
      bin -= 1;
    }
    return this.#least + (bin + 1) / binsPerUnit;
  }

  /** Scores at or above the threshold, which is rounded to a step. */
  countFrom(threshold: number): number {
    const first = Math.max(0, Math.round((threshold - this.#least) * binsPerUnit));
    let count = 0;
    for (let bin = first; bin < this.#counts.length; bin++) count += this.#counts[bin] ?? 0;
    return count;
  }
}
