import type { PromptState } from '../capture-state.ts';
import type { Clock } from '../clock.ts';
import type { GuideFace, GuideReading } from '../guidance.ts';

const AT_REST: GuideFace = { centre: { x: 0.5, y: 0.47 }, width: 0.45, eyeDistance: 0.2, yaw: 3, pitch: -8 };

/** Somebody who does what is asked, after `reactionMs` and then within a second. */
export class SimulatedPerson {
  readonly #clock: Clock;
  readonly #reactionMs: number;
  #prompt: PromptState | null = null;
  #askedMs = 0;
  #movedMs = 0;
  #fromYaw = 0;
  present = true;
  /** Whether they do as asked, or only look. */
  obeys = true;

  constructor(clock: Clock, reactionMs = 600) {
    this.#clock = clock;
    this.#reactionMs = reactionMs;
  }

  readonly see = (prompt: PromptState): void => {
    if (prompt.point !== null && prompt.point.x !== this.#prompt?.point?.x) {
      this.#fromYaw = this.#followYaw();
      this.#movedMs = this.#clock.nowMs();
    }
    if (prompt.promptIndex !== this.#prompt?.promptIndex) this.#askedMs = this.#clock.nowMs();
    this.#prompt = prompt;
  };

  readonly look = (): GuideReading => {
    const atMs = this.#clock.nowMs();
    const face = this.present ? this.#pose() : null;
    return { atMs, faces: face === null ? 0 : 1, face, brightness: 120, sharpness: 80 };
  };

  /** The head goes after the point: noticed after `reactionMs`, there half a second later. */
  #followYaw(): number {
    const point = this.#prompt?.point ?? null;
    if (point === null || !this.obeys) return 0;
    const sinceMs = this.#clock.nowMs() - this.#movedMs - this.#reactionMs;
    const done = Math.min(1, Math.max(0, sinceMs / 500));
    return this.#fromYaw + ((0.5 - point.x) * 34 - this.#fromYaw) * done;
  }

  #pose(): GuideFace {
    const sinceMs = this.#clock.nowMs() - this.#askedMs - this.#reactionMs;
    const done = this.obeys ? Math.min(1, Math.max(0, sinceMs / 1000)) : 0;
    switch (this.#prompt?.kind) {
      case 'turn-left':
        return { ...AT_REST, yaw: AT_REST.yaw + 26 * done };
      case 'turn-right':
        return { ...AT_REST, yaw: AT_REST.yaw - 26 * done };
      case 'look-up':
        return { ...AT_REST, pitch: AT_REST.pitch + 18 * done };
      case 'nearer':
        return { ...AT_REST, width: 0.45 + 0.2 * done, eyeDistance: 0.2 + 0.08 * done };
      case 'follow':
        return { ...AT_REST, yaw: AT_REST.yaw + this.#followYaw() };
      case 'centre':
      case 'light':
      case 'hold':
      case undefined:
        return AT_REST;
    }
  }
}
