/** One picture as it is sent. */
export type EncodedFrame = {
  /** JPEG. */
  readonly bytes: ArrayBuffer;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
};

/** A picture and when the camera gave it, on the clock of the capture. */
export type TakenFrame = EncodedFrame & { readonly takenAtMs: number };

/** A picture with its place in the challenge; `index` counts from 0 without gaps. */
export type CapturedFrame = EncodedFrame & {
  readonly index: number;
  /** Milliseconds since the capture began, monotonic, whole. */
  readonly capturedAtMs: number;
  readonly promptIndex: number;
  readonly colourIndex: number | null;
};
