import type { GuideReading } from './guidance.ts';

/** Addresses of what the guide needs, put into the build by `captureAssets` of the Vite plugin. */
export type GuideAssets = {
  readonly modelJson: string;
  readonly modelWeights: string;
  readonly wasm: string;
  readonly wasmSimd: string;
};

export type ToGuideWorker =
  | { readonly kind: 'load'; readonly assets: GuideAssets }
  /** RGBA, `GUIDE_INPUT_PX` squared; the buffer is transferred. */
  | { readonly kind: 'look'; readonly pixels: ArrayBuffer };

export type FromGuideWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'seen'; readonly reading: Omit<GuideReading, 'atMs'>; readonly tookMs: number };
