import { Worker } from 'node:worker_threads';
import type { EngineError, EngineErrorCode } from './api.ts';
import type { LoadedPack } from './packs/index.ts';
import type { FromWorker, ToWorker, WorkerResult, WorkerStart, WorkerTask } from './worker-task.ts';

export type FacePoolOptions = {
  readonly pack: LoadedPack;
  /** Workers, one thread each. */
  readonly threads: number;
  /** Jobs that may wait; beyond it the answer is `engine.busy`. */
  readonly queueMax: number;
  /** From submission to answer; then the answer is `engine.deadline`. */
  readonly deadlineMs: number;
  /** How a thread is started; the default runs worker.ts. */
  readonly startWorker?: (start: WorkerStart) => Worker;
};

type Job = {
  readonly id: number;
  readonly task: WorkerTask;
  readonly resolve: (result: WorkerResult) => void;
  readonly timer: NodeJS.Timeout;
};

type Slot = { worker: Worker; ready: boolean; job: Job | null; lastError: string };

/** A worker that dies this often without ever getting ready is not started again. */
const failedStartsMax = 3;

/**
 * A fixed number of worker threads with a bounded queue before them. Whatever happens, every job is answered once: by its
 * result, or by an error when the queue is full, the deadline passes, its worker dies or the pool closes.
 */
export class FacePool {
  readonly #options: FacePoolOptions;
  readonly #slots = new Set<Slot>();
  readonly #queue: Job[] = [];
  #nextId = 1;
  #failedStarts = 0;
  #closing = false;
  #whenIdle: (() => void) | null = null;

  private constructor(options: FacePoolOptions) {
    this.#options = options;
  }

  /** Starts the workers and waits until each has loaded and tested its models. Throws when one can't. */
  static async open(options: FacePoolOptions): Promise<FacePool> {
    const pool = new FacePool(options);
    try {
      await Promise.all(Array.from({ length: options.threads }, async () => pool.#startSlot()));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  get threads(): number {
    return this.#options.threads;
  }

  /** Jobs waiting and running. */
  get load(): number {
    return this.#queue.length + [...this.#slots].filter((slot) => slot.job !== null).length;
  }

  async submit(task: WorkerTask): Promise<WorkerResult> {
    const [result] = await this.submitAll([task]);
    return result ?? failure('engine.closed', 'no answer');
  }

  /** All tasks are taken or none. Answers stand in the order of the tasks. */
  async submitAll(tasks: readonly WorkerTask[]): Promise<WorkerResult[]> {
    const refusal = this.#findRefusal(tasks.length);
    if (refusal !== null) return tasks.map(() => refusal);
    const answers = tasks.map(async (task) => this.#enqueue(task));
    this.#dispatch();
    return Promise.all(answers);
  }

  /** Takes no more jobs, lets those at hand finish or meet their deadline, then ends the threads. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.load > 0 && this.#slots.size > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    const slots = [...this.#slots];
    this.#slots.clear();
    await Promise.all(slots.map(async (slot) => slot.worker.terminate()));
  }

  #findRefusal(count: number): EngineError | null {
    if (this.#closing) return failure('engine.closed', 'the engine is closed');
    if (this.#slots.size === 0) return failure('engine.worker_died', 'no worker can be started');
    // A running job is one per worker, so what is taken in all is bounded by both numbers.
    if (this.load + count > this.#options.queueMax + this.#options.threads) {
      return failure('engine.busy', `${this.load} jobs at hand, at most ${this.#options.queueMax} may wait`);
    }
    return null;
  }

  async #enqueue(task: WorkerTask): Promise<WorkerResult> {
    return new Promise<WorkerResult>((resolve) => {
      const id = this.#nextId++;
      const timer = setTimeout(() => this.#expire(id), this.#options.deadlineMs);
      this.#queue.push({ id, task, resolve, timer });
    });
  }

  #dispatch(): void {
    for (const slot of this.#slots) {
      if (!slot.ready || slot.job !== null) continue;
      const job = this.#queue.shift();
      if (job === undefined) break;
      slot.job = job;
      const message: ToWorker = { id: job.id, task: job.task };
      slot.worker.postMessage(message);
    }
    if (this.load === 0) this.#whenIdle?.();
  }

  #settle(job: Job, result: WorkerResult): void {
    clearTimeout(job.timer);
    job.resolve(result);
  }

  #expire(id: number): void {
    const late = failure('engine.deadline', `no answer within ${this.#options.deadlineMs} ms`);
    const waiting = this.#queue.findIndex((job) => job.id === id);
    if (waiting >= 0) {
      const [job] = this.#queue.splice(waiting, 1);
      if (job !== undefined) this.#settle(job, late);
      this.#dispatch();
      return;
    }
    const slot = [...this.#slots].find((one) => one.job?.id === id);
    if (slot?.job) this.#abandon(slot, late);
  }

  /** Answers the slot's job with an error and ends its thread, which may be stuck; its end brings a new one. */
  #abandon(slot: Slot, error: EngineError): void {
    if (slot.job !== null) this.#settle(slot.job, error);
    slot.job = null;
    slot.ready = false;
    void slot.worker.terminate();
  }

  async #startSlot(): Promise<void> {
    const start: WorkerStart = { pack: this.#options.pack };
    const worker = (this.#options.startWorker ?? startWorkerThread)(start);
    const slot: Slot = { worker, ready: false, job: null, lastError: '' };
    this.#slots.add(slot);
    return new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') resolve();
        this.#receive(slot, message);
      });
      worker.on('error', (error: unknown) => (slot.lastError = error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => {
        reject(new Error(`a face worker could not start: ${slot.lastError || `exit code ${code}`}`));
        this.#replace(slot);
      });
    });
  }

  #receive(slot: Slot, message: FromWorker): void {
    if (message.kind === 'failed') {
      slot.lastError = message.detail;
      void slot.worker.terminate();
      return;
    }
    if (message.kind === 'ready') {
      slot.ready = true;
      this.#failedStarts = 0;
    } else if (slot.job?.id === message.id) {
      if (message.kind === 'fault') return this.#abandon(slot, failure('engine.worker_died', message.detail));
      this.#settle(slot.job, message.result);
      slot.job = null;
    }
    this.#dispatch();
  }

  /** A dead worker's job is answered with an error, and another worker takes its place. */
  #replace(slot: Slot): void {
    const died = failure('engine.worker_died', slot.lastError || 'a worker ended unexpectedly');
    if (!this.#slots.delete(slot)) return;
    if (slot.job !== null) this.#settle(slot.job, died);
    if (!slot.ready && slot.lastError !== '') this.#failedStarts += 1;
    if (this.#closing && this.#queue.length === 0) return this.#dispatch();
    // A start that fails is replaced through this very path, so its rejection needs no other handling.
    if (this.#failedStarts < failedStartsMax) void this.#startSlot().catch(() => undefined);
    if (this.#slots.size === 0) this.#failQueue(died);
  }

  #failQueue(error: EngineError): void {
    for (const job of this.#queue.splice(0)) this.#settle(job, error);
    this.#whenIdle?.();
  }
}

function startWorkerThread(start: WorkerStart): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { workerData: start });
}

function failure(code: EngineErrorCode, detail: string): EngineError {
  return { outcome: 'error', code, detail };
}
