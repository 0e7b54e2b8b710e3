import type { Box, FrameFingerprint, Point, Pose } from '../api.ts';

/**
 * What the worker measures on one frame. Liveness is judged from a list of these alone, so that the judgement is pure
 * and can be tested without a model.
 */
export type FrameObservation = {
  readonly index: number;
  readonly capturedAtMs: number;
  readonly promptIndex: number;
  readonly colourIndex: number | null;
  readonly imageWidth: number;
  readonly imageHeight: number;
  readonly faces: number;
  readonly box: Box | null;
  readonly points: readonly Point[] | null;
  /** 468 FaceMesh points, x, y, z interleaved, in pixels of the source picture (z on the scale of x, smaller is nearer). */
  readonly mesh: Float32Array | null;
  readonly pose: Pose | null;
  /** Probability that each of the person's eyes is open, where the pack can tell. */
  readonly eyesOpen: { readonly left: number; readonly right: number } | null;
  /** Probability of a live face by the pack's passive models, where it has them and the frame was sampled. */
  readonly passiveLive: number | null;
  /** L2-normalised description, on frames sampled for continuity. */
  readonly embedding: Float32Array | null;
  readonly measures: FrameMeasures | null;
};

/** Mean linear-light colour of a region, 0..1 a channel, and how many pixels it stands on. */
export type RegionColour = { readonly r: number; readonly g: number; readonly b: number; readonly pixels: number };

/** Places of bare skin; left and right are the person's own. */
export const SKIN_REGIONS = ['forehead', 'leftCheek', 'rightCheek', 'nose', 'chin', 'leftJaw', 'rightJaw'] as const;
export type SkinRegion = (typeof SKIN_REGIONS)[number];
export type SkinColours = Readonly<Record<SkinRegion, RegionColour>>;

/** The green channel around the face, resampled to a square: source pixel = origin + (patch pixel + 0.5) × scale − 0.5. */
export type GreyPatch = {
  readonly size: number;
  readonly grey: Uint8Array;
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
};

/** Measured from pixels by `measureFrame`; pure over the decoded picture and the mesh. */
export type FrameMeasures = {
  /** Null when no mesh was found. */
  readonly skin: SkinColours | null;
  /** Beside and above the head. */
  readonly background: RegionColour;
  /** For feature tracking and for telling frames apart; null when no face was found. */
  readonly patch: GreyPatch | null;
  /** Standard deviation of the finest detail in smooth places, grey levels; a sensor leaves some, a drawing none. */
  readonly noise: number;
  readonly fingerprint: FrameFingerprint;
};
