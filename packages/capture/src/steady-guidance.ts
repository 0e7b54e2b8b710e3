import type { Guidance } from './guidance.ts';

/** A remark must hold this long before it is made: one that flickers only confuses. */
const REMARK_MS = 700;
/** Praise comes sooner. */
const OK_MS = 250;

/** Lets a changed guidance through only once it has lasted. */
export class SteadyGuidance {
  #shown: Guidance | null = null;
  #coming: Guidance | null = null;
  #sinceMs = 0;

  update(guidance: Guidance | null, nowMs: number): Guidance | null {
    if (guidance !== this.#coming) {
      this.#coming = guidance;
      this.#sinceMs = nowMs;
    }
    const lasted = nowMs - this.#sinceMs >= (guidance === 'ok' ? OK_MS : REMARK_MS);
    if (lasted || guidance === null) this.#shown = guidance;
    return this.#shown;
  }
}
