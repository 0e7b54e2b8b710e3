import { attempt as endpoints } from '@anzai/contract';
import type { Attempt, Problem } from '@anzai/contract';
import type { Camera } from './camera.ts';
import type { CaptureEnvironment } from './capture-environment.ts';
import type { CaptureSessionOptions } from './capture-options.ts';
import type { CaptureState, PromptState } from './capture-state.ts';
import type { CaptureStore, StoredCapture } from './capture-store.ts';
import { ChallengeRunner } from './challenge-runner.ts';
import { createDeviceReport } from './device-report.ts';
import type { FrameEncoder } from './frame-encoder.ts';
import { findHandIn } from './find-hand-in.ts';
import { noGuide } from './guide.ts';
import type { Guide } from './guide.ts';
import { makeUuid } from './make-uuid.ts';
import { Uploader } from './uploader.ts';
import type { UploadEnd } from './uploader.ts';

/** The guide is waited for this long before the challenge begins without it. */
const GUIDE_WAIT_MS = 8000;

type Place = { readonly environment: CaptureEnvironment; readonly video: HTMLVideoElement };

/** The work on one attempt: taking up or beginning, leading through the challenge, sending, waiting. Closed once, for good. */
export class CaptureWork {
  readonly #options: CaptureSessionOptions;
  readonly #environment: CaptureEnvironment;
  readonly #video: HTMLVideoElement;
  readonly #cleanUps: (() => void)[] = [];
  /** Frames that are being written to the store. */
  readonly #keeping: Promise<void>[] = [];
  #store: CaptureStore | null = null;
  #capture: StoredCapture | null = null;
  #camera: Camera | null = null;
  #encoder: FrameEncoder | null = null;
  #guide: Guide = noGuide;
  #runner: ChallengeRunner | null = null;
  #uploader: Uploader | null = null;
  #prompt: PromptState | null = null;
  #paused = false;
  #handingIn = false;
  #closed = false;

  constructor(options: CaptureSessionOptions, { environment, video }: Place) {
    this.#options = options;
    this.#environment = environment;
    this.#video = video;
  }

  start(): void {
    this.#cleanUps.push(this.#environment.onHidden(() => this.#onHidden()));
    this.#main().catch(() => {
      // Its run is over: the next try begins from the start.
      this.#runner = null;
      this.#failCamera();
    });
  }

  pause(): void {
    if (this.#runner === null || this.#paused || this.#handingIn) return;
    this.#paused = true;
    this.#runner.pause();
    this.#tell({ stage: 'paused', prompt: this.#prompt });
  }

  /** Opens the camera anew if it was closed meanwhile. */
  resume(): void {
    if (!this.#paused || this.#closed) return;
    this.#resumeWithCamera().catch(() => this.#failCamera());
  }

  /** True when a challenge is under way and only the camera is missing. */
  canReopen(): boolean {
    return this.#runner !== null && this.#paused && !this.#closed;
  }

  setSlower(slower: boolean): void {
    this.#runner?.setSlower(slower);
  }

  /** Tells the server that nothing more will come, and destroys what is kept here. After handing in it only closes. */
  async giveUp(): Promise<void> {
    const capture = this.#capture;
    const keep = this.#handingIn;
    this.close();
    if (capture === null || keep) return;
    await this.#store?.deleteCapture(capture.slot).catch(() => undefined);
    // Without network the server lets the attempt expire by itself.
    void this.#options.client.call(endpoints.abandonAttempt, { params: { attemptId: capture.attemptId } });
  }

  close(): void {
    this.#closed = true;
    this.#runner?.stop();
    this.#uploader?.stop();
    this.#closeCamera();
    this.#guide.stop();
    for (const cleanUp of this.#cleanUps.splice(0)) cleanUp();
  }

  async #main(): Promise<void> {
    this.#store = await this.#environment.openStore();
    const kept = await this.#store.findCapture(this.#options.slot);
    if (this.#closed) return;
    if (kept === undefined || !(await this.#takeUp(kept))) await this.#captureAnew();
  }

  /** True when what was left unfinished is being dealt with; false when a new attempt is to begin. */
  async #takeUp(kept: StoredCapture): Promise<boolean> {
    this.#tell({ stage: 'opening', step: 'attempt' });
    const answer = await this.#options.client.call(endpoints.getAttempt, { params: { attemptId: kept.attemptId } });
    if (this.#closed) return true;
    const unreachable = !answer.ok && ('offline' in answer || answer.problem.status >= 500);
    if (unreachable) {
      if (kept.finished === null) this.#tell({ stage: 'offline' });
      else await this.#send(kept, []);
      return true;
    }
    const attempt = answer.ok ? answer.value : null;
    const finished = findHandIn(kept, attempt);
    if (attempt === null || finished === null) {
      await this.#forget(kept, attempt);
      return false;
    }
    await this.#send({ ...kept, finished }, attempt.framesReceived);
    return true;
  }

  /** Broken off in the middle of the challenge: nothing of it can be used, and it does not count as a try. */
  async #forget(kept: StoredCapture, attempt: Attempt | null): Promise<void> {
    if (attempt?.state === 'open') {
      await this.#options.client.call(endpoints.abandonAttempt, { params: { attemptId: kept.attemptId } });
    }
    await this.#store?.deleteCapture(kept.slot);
  }

  async #captureAnew(): Promise<void> {
    if (!(await this.#openCamera())) return;
    this.#guide = this.#environment.createGuide(this.#video, this.#environment.clock);
    this.#tell({ stage: 'opening', step: 'guide' });
    const { clock } = this.#environment;
    await Promise.race([this.#guide.whenReady, clock.sleep(GUIDE_WAIT_MS)]);
    if (this.#closed) return;
    const attempt = await this.#startAttempt();
    if (attempt !== null && !this.#closed) await this.#lead(attempt);
  }

  async #startAttempt(): Promise<Attempt | null> {
    this.#tell({ stage: 'opening', step: 'attempt' });
    const { slot, mode, startAttempt } = this.#options;
    const wallMs = this.#environment.wallMs();
    const capture = { slot, attemptId: makeUuid(wallMs), beganAtMs: wallMs, finished: null };
    await this.#store?.saveCapture(capture);
    this.#capture = capture;
    const camera = this.#camera ?? { label: '', facing: 'unknown' };
    const device = createDeviceReport(camera, this.#guide.isRunning());
    const answer = await startAttempt({ id: capture.attemptId, mode, device });
    if (this.#closed) return null;
    if (answer.ok) return answer.value;
    this.#closeCamera();
    if ('offline' in answer) this.#tell({ stage: 'offline' });
    else await this.#refuse(answer.problem);
    return null;
  }

  async #lead(attempt: Attempt): Promise<void> {
    const { clock, afterPaint, keepAwake } = this.#environment;
    this.#cleanUps.push(keepAwake());
    const uploader = this.#createUploader(attempt.id);
    const runner = new ChallengeRunner(
      attempt.challenge,
      {
        clock,
        afterPaint,
        takeFrame: async () => this.#takeFrame(),
        isGuided: () => this.#guide.isRunning(),
        readGuide: () => this.#guide.readNow(),
        onFrames: (frames) => this.#keeping.push(...frames.map(async (frame) => uploader.add(frame))),
        onState: (prompt) => {
          this.#prompt = prompt;
          if (!this.#paused) this.#tell({ stage: 'prompting', prompt });
        },
      },
      { slower: this.#options.slower },
    );
    this.#runner = runner;
    if ((await runner.run()) === 'stopped' || this.#closed) return;
    this.#handingIn = true;
    const finished = { nonce: attempt.challenge.nonce, frameCount: runner.frameCount };
    await Promise.all(this.#keeping);
    if (this.#capture !== null) {
      this.#capture = { ...this.#capture, finished };
      await this.#store?.saveCapture(this.#capture);
    }
    this.#closeCamera();
    this.#guide.stop();
    await this.#conclude(await uploader.finish(finished), attempt.id);
  }

  /** Sends what an earlier page took. */
  async #send(kept: StoredCapture, received: readonly number[]): Promise<void> {
    const { finished } = kept;
    if (finished === null) return;
    this.#capture = kept;
    this.#handingIn = true;
    const uploader = this.#createUploader(kept.attemptId);
    await uploader.resume(received);
    await this.#conclude(await uploader.finish(finished), kept.attemptId);
  }

  #createUploader(attemptId: string): Uploader {
    const { clock, fetch: send, whenOnline } = this.#environment;
    const store = this.#store;
    if (store === null) throw new Error('createUploader: the store is not open');
    this.#uploader = new Uploader({
      attemptId,
      client: this.#options.client,
      store,
      clock,
      fetch: send,
      whenOnline,
      onChecking: (checking) => this.#tell({ stage: 'checking', checking }),
    });
    return this.#uploader;
  }

  async #conclude(end: UploadEnd, attemptId: string): Promise<void> {
    if (end.kind === 'stopped' || this.#closed) return;
    if (end.kind === 'refused') {
      await this.#refuse(end.problem);
      return;
    }
    await this.#store?.deleteCapture(this.#options.slot);
    const outcome = end.kind === 'decided' ? end.attempt.outcome : null;
    this.#tell(outcome === null ? { stage: 'expired' } : { stage: 'decided', attemptId, outcome });
  }

  /** A fault of the server passes, and what was captured is kept for it; a refusal stays. */
  async #refuse(problem: Problem): Promise<void> {
    if (problem.status < 500 && problem.status !== 429) await this.#store?.deleteCapture(this.#options.slot);
    this.#tell({ stage: 'refused', problem });
  }

  async #takeFrame(): Promise<Awaited<ReturnType<FrameEncoder['takeFrame']>>> {
    if (this.#encoder === null) throw new Error('takeFrame: no camera');
    return this.#encoder.takeFrame();
  }

  async #openCamera(): Promise<boolean> {
    this.#tell({ stage: 'opening', step: 'camera' });
    const { facing, cameraId } = this.#options;
    const opened = await this.#environment.openCamera(cameraId === undefined ? { facing } : { facing, cameraId });
    if (!opened.ok) {
      this.#tell({ stage: 'camera-failed', failure: opened.failure });
      return false;
    }
    this.#camera = opened.camera;
    if (this.#closed) {
      this.#closeCamera();
      return false;
    }
    opened.camera.onLost(() => this.#failCamera());
    await opened.camera.attach(this.#video);
    this.#encoder ??= this.#environment.createEncoder(this.#video, this.#environment.clock);
    return !this.#closed;
  }

  async #resumeWithCamera(): Promise<void> {
    if (this.#camera === null && !(await this.#openCamera())) return;
    this.#paused = false;
    this.#runner?.resume();
  }

  #closeCamera(): void {
    this.#camera?.stop();
    this.#camera = null;
  }

  #onHidden(): void {
    if (this.#runner === null || this.#handingIn) return;
    this.pause();
    this.#closeCamera();
  }

  /** The camera went away, or gave no picture. The challenge waits where it stands. */
  #failCamera(): void {
    if (this.#closed || this.#handingIn) return;
    this.#paused = this.#runner !== null;
    this.#runner?.pause();
    this.#closeCamera();
    this.#tell({ stage: 'camera-failed', failure: { kind: 'in-use', browser: 'other' } });
  }

  #tell(state: CaptureState): void {
    if (!this.#closed) this.#options.onState(state);
  }
}
