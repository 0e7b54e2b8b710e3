import type { CapturedFrame, DetectedFace, EncodedImage, EngineError, QualityComponent } from './api.ts';
import type { FrameObservation } from './liveness/observation.ts';
import type { LoadedPack } from './packs/index.ts';

/** What a worker is told when it starts. */
export type WorkerStart = { readonly pack: LoadedPack };

/** One job for one worker. */
export type WorkerTask = PictureTask | FramesTask;

/** `centre` takes the face nearest the middle: for photographs cropped around their subject. */
export type PictureTask = {
  readonly kind: 'picture';
  readonly image: EncodedImage;
  readonly pick: 'main' | 'centre';
  readonly want: 'faces' | 'quality' | 'template';
};

/** Consecutive frames of one capture; `run` counts such runs from 0. */
export type FramesTask = { readonly kind: 'frames'; readonly run: number; readonly frames: readonly CapturedFrame[] };

export type PictureResult = {
  readonly kind: 'picture';
  readonly faces: readonly DetectedFace[];
  readonly companions: number;
  readonly imageWidth: number;
  readonly imageHeight: number;
  readonly quality: { readonly score: number; readonly components: readonly QualityComponent[] } | null;
  readonly embedding: Float32Array | null;
};

export type FrameResult = {
  readonly index: number;
  readonly error: EngineError | null;
  readonly observation: FrameObservation | null;
  readonly quality: { readonly score: number; readonly components: readonly QualityComponent[] } | null;
};

export type FramesResult = {
  readonly kind: 'frames';
  readonly frames: readonly FrameResult[];
  readonly stagesMs: Readonly<Record<string, number>>;
};

export type WorkerResult = PictureResult | FramesResult | EngineError;

/** Messages between the pool and a worker. */
export type ToWorker = { readonly id: number; readonly task: WorkerTask };
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'answer'; readonly id: number; readonly result: WorkerResult }
  | { readonly kind: 'fault'; readonly id: number; readonly detail: string };
