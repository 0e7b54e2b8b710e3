import { attempt as endpoints } from '@anzai/contract';
import type { Attempt, Client, Problem } from '@anzai/contract';
import type { CapturedFrame } from './captured-frame.ts';
import type { CheckingState } from './capture-state.ts';
import type { Clock } from './clock.ts';
import type { CaptureStore } from './capture-store.ts';
import { putFrame } from './put-frame.ts';

const RETRY_MS_FIRST = 600;
const RETRY_MS_MAX = 15_000;
const LONG_POLL_MS = 15_000;
const PARALLEL = 2;
/** Faults in a row after which the person is told; a lost network is waited for without end. */
const FAULTS_MAX = 8;

export type UploaderOptions = {
  readonly attemptId: string;
  readonly client: Client;
  readonly store: CaptureStore;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly onChecking: (state: CheckingState) => void;
  /** Resolves when the network is said to be back, or when aborted. */
  readonly whenOnline: (signal: AbortSignal) => Promise<void>;
};

export type UploadEnd =
  | { readonly kind: 'decided'; readonly attempt: Attempt }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'expired' }
  | { readonly kind: 'stopped' };

/**
 * Sends the frames of one attempt in the background while more are taken, then hands in and waits for the decision.
 * Everything may be sent twice; nothing is forgotten before the server has it.
 */
export class Uploader {
  readonly #options: UploaderOptions;
  readonly #stop = new AbortController();
  readonly #waiting: CapturedFrame[] = [];
  readonly #running = new Set<Promise<void>>();
  #sent = 0;
  #total = 0;
  #step: CheckingState['step'] = 'sending';
  #online = true;
  #finishing = false;
  #end: UploadEnd | null = null;

  constructor(options: UploaderOptions) {
    this.#options = options;
  }

  /** Keeps the frame, then sends it as soon as a line is free. */
  async add(frame: CapturedFrame): Promise<void> {
    const { store, attemptId } = this.#options;
    await store.saveFrame(attemptId, frame).catch(() => undefined);
    this.#enqueue([frame]);
  }

  /** Resends what an earlier page took and the server does not have. */
  async resume(received: readonly number[]): Promise<void> {
    const frames = await this.#options.store.listFrames(this.#options.attemptId);
    const has = new Set(received);
    const missing = frames.filter(({ index }) => !has.has(index));
    this.#sent = frames.length - missing.length;
    this.#total = this.#sent;
    this.#enqueue(missing);
  }

  /** All frames are taken: send the rest, hand in, wait for the decision. */
  async finish(handIn: { readonly nonce: string; readonly frameCount: number }): Promise<UploadEnd> {
    this.#finishing = true;
    this.#tell();
    await this.#drain();
    while (this.#end === null) {
      this.#step = 'submitting';
      this.#tell();
      await this.#submit(handIn);
      await this.#drain();
      if (this.#isHandedIn()) await this.#awaitDecision();
    }
    return this.#end;
  }

  #isHandedIn(): boolean {
    return this.#step === 'deciding';
  }

  stop(): void {
    this.#end ??= { kind: 'stopped' };
    this.#stop.abort();
  }

  #enqueue(frames: readonly CapturedFrame[]): void {
    this.#total += frames.length;
    this.#waiting.push(...frames);
    this.#tell();
    while (this.#running.size < PARALLEL && this.#waiting.length > 0) this.#startLine();
  }

  #startLine(): void {
    const line = this.#sendWaiting().finally(() => this.#running.delete(line));
    this.#running.add(line);
  }

  async #sendWaiting(): Promise<void> {
    for (let frame = this.#waiting.shift(); frame !== undefined; frame = this.#waiting.shift()) {
      await this.#sendFrame(frame);
      if (this.#end !== null) return;
    }
  }

  async #drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #sendFrame(frame: CapturedFrame): Promise<void> {
    const { attemptId, client, fetch: send } = this.#options;
    const signal = this.#stop.signal;
    const answer = await this.#insist(async () => putFrame({ attemptId, client, frame, fetch: send, signal }));
    if (answer === undefined) return;
    // `frame_differs`: an earlier sending of this index arrived after all. `closed`: it was handed in; `submit` will tell.
    const arrived =
      answer.ok || answer.problem.code === 'attempt.frame_differs' || answer.problem.code === 'attempt.closed';
    if (!arrived) this.#giveUp(answer.problem);
    this.#sent++;
    this.#tell();
  }

  async #submit(handIn: { readonly nonce: string; readonly frameCount: number }): Promise<void> {
    const { client, attemptId } = this.#options;
    const answer = await this.#insist(async () =>
      client.call(endpoints.submitAttempt, { params: { attemptId }, body: handIn, signal: this.#stop.signal }),
    );
    if (answer === undefined) return;
    if (answer.ok) this.#read(answer.value);
    else if (answer.problem.code === 'attempt.incomplete') await this.#resend(answer.problem);
    // Closed: an earlier hand-in, whose answer was lost, went through.
    else if (answer.problem.code === 'attempt.closed') this.#step = 'deciding';
    else this.#giveUp(answer.problem);
  }

  /** The server names the frames that it misses; without them here, the attempt can't be saved. */
  async #resend(problem: Problem): Promise<void> {
    const missing = problem.facts['missing'];
    const wanted = new Set<unknown>(Array.isArray(missing) ? missing : []);
    const kept = await this.#options.store.listFrames(this.#options.attemptId);
    const found = kept.filter(({ index }) => wanted.has(index));
    if (found.length === 0 || found.length < wanted.size) {
      this.#end ??= { kind: 'expired' };
      return;
    }
    this.#step = 'sending';
    this.#sent -= found.length;
    this.#total -= found.length;
    this.#enqueue(found);
  }

  async #awaitDecision(): Promise<void> {
    const { client, attemptId } = this.#options;
    this.#tell();
    while (this.#end === null) {
      const answer = await this.#insist(async () =>
        client.call(endpoints.getAttempt, {
          params: { attemptId },
          query: { waitMs: LONG_POLL_MS },
          signal: this.#stop.signal,
        }),
      );
      if (answer === undefined) return;
      if (answer.ok) this.#read(answer.value);
      else this.#giveUp(answer.problem);
      if (this.#end === null) await this.#options.clock.sleep(RETRY_MS_FIRST, this.#stop.signal);
    }
  }

  #read(attempt: Attempt): void {
    this.#step = 'deciding';
    if (attempt.outcome !== null) this.#end ??= { kind: 'decided', attempt };
    else if (attempt.state === 'expired' || attempt.state === 'abandoned') this.#end ??= { kind: 'expired' };
  }

  #giveUp(problem: Problem): void {
    const gone = problem.code === 'attempt.expired' || problem.code === 'request.not_found';
    this.#end ??= gone ? { kind: 'expired' } : { kind: 'refused', problem };
  }

  /** Repeats with growing pauses until the server answers for good; undefined when stopped. */
  async #insist<T extends Answer>(ask: () => Promise<T>): Promise<Exclude<T, Offline> | undefined> {
    const { clock, whenOnline } = this.#options;
    const { signal } = this.#stop;
    let faults = 0;
    for (let waitMs = RETRY_MS_FIRST; !signal.aborted; waitMs = Math.min(RETRY_MS_MAX, waitMs * 2)) {
      const answer = await ask();
      this.#setOnline(!isOffline(answer));
      if (isPassing(answer)) faults++;
      if (!isOffline(answer) && (!isPassing(answer) || faults >= FAULTS_MAX)) return answer as Exclude<T, Offline>;
      await Promise.race([clock.sleep(waitMs, signal), ...(isOffline(answer) ? [whenOnline(signal)] : [])]);
    }
    return undefined;
  }

  #setOnline(online: boolean): void {
    if (online === this.#online) return;
    this.#online = online;
    this.#tell();
  }

  #tell(): void {
    if (!this.#finishing) return;
    const framesSent = Math.min(this.#sent, this.#total);
    this.#options.onChecking({ step: this.#step, framesSent, framesTotal: this.#total, online: this.#online });
  }
}

type Offline = { readonly ok: false; readonly offline: true };
type Answer = { readonly ok: true } | { readonly ok: false; readonly problem: Problem } | Offline;

function isOffline(answer: Answer): answer is Offline {
  return !answer.ok && 'offline' in answer;
}

/** Faults and crowds pass; refusals stay. */
function isPassing(answer: Answer): boolean {
  if (answer.ok || isOffline(answer)) return false;
  return answer.problem.status >= 500 || answer.problem.status === 429 || answer.problem.status === 408;
}
