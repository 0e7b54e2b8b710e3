/**
 * The contract of the face engine: five verbs after MOSIP's IBioApi (detect, assess quality, extract template, match,
 * check liveness), and `judgeAttempt`, which runs them over one capture without decoding a frame twice.
 *
 * Every answer is a decision record. A picture that could not be read is `error`, never `no`.
 * Scores in these records stay on the server: they are kept for the reviewer and the bench, and never go to a client.
 */

/** What an encoded picture must be before it is decoded: JPEG, PNG or WebP, at most `IMAGE_BYTES_MAX`. */
export type EncodedImage = Uint8Array;

/** Which embedder made a template. Templates of different embedders are never compared. */
export type EmbedderId = { readonly id: string; readonly version: string };

/** An L2-normalised vector and the embedder that made it. */
export type Template = {
  readonly embedder: EmbedderId;
  readonly vector: Float32Array;
  /** Number of frames whose vectors were averaged. */
  readonly frames: number;
};

export type Point = { readonly x: number; readonly y: number };
/** Pixels of the oriented source picture. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Degrees. Yaw is positive when the person turns to their own left, pitch when they look up, roll clockwise on screen. */
export type Pose = { readonly yaw: number; readonly pitch: number; readonly roll: number };

export type DetectedFace = {
  readonly box: Box;
  /** 0..1 */
  readonly score: number;
  /** Left and right as the person's own: leftEye, rightEye, nose, leftMouth, rightMouth. */
  readonly points: readonly [Point, Point, Point, Point, Point];
};

/** Why an engine could not answer. Stable codes; texts are in the i18n package. */
export type EngineErrorCode =
  | 'image.unreadable'
  | 'image.too_large'
  | 'image.type_unknown'
  | 'engine.busy'
  | 'engine.deadline'
  | 'engine.worker_died'
  | 'engine.closed'
  | 'template.embedder_differs';

/** Common to every decision record. */
export type DecisionMeta = {
  readonly model: string;
  readonly version: string;
};

export type EngineError = { readonly outcome: 'error'; readonly code: EngineErrorCode; readonly detail: string };

export type DetectDecision =
  | (DecisionMeta & {
      readonly outcome: 'found' | 'none' | 'several';
      readonly faces: readonly DetectedFace[];
      readonly imageWidth: number;
      readonly imageHeight: number;
    })
  | EngineError;

/** One component of quality, 0..100 as in ISO/IEC 29794-5; `ok` is against the pack's limits. */
export type QualityComponent = { readonly name: QualityName; readonly value: number; readonly ok: boolean };
export type QualityName =
  | 'face-size'
  | 'centred'
  | 'pose'
  | 'brightness'
  | 'evenness'
  | 'contrast'
  | 'sharpness'
  | 'eyes-open'
  | 'eyes-visible'
  | 'single-face';

export type QualityDecision =
  | (DecisionMeta & {
      readonly outcome: 'good' | 'poor';
      readonly score: number;
      readonly threshold: number;
      readonly components: readonly QualityComponent[];
    })
  | EngineError;

export type TemplateDecision =
  | (DecisionMeta & { readonly outcome: 'extracted'; readonly template: Template; readonly quality: number })
  | (DecisionMeta & {
      readonly outcome: 'not-extracted';
      readonly reasons: readonly ('no-face' | 'several-faces' | 'poor-quality' | 'faces-differ')[];
    })
  | EngineError;

/** `score` is a similarity: cosine for embedders compared so, 1 − d²/2 for Euclidean ones on unit vectors. */
export type MatchDecision =
  | (DecisionMeta & {
      readonly outcome: 'match' | 'no-match' | 'doubtful';
      readonly score: number;
      /** Score at or above which the pair matches. */
      readonly threshold: number;
      /** Below `threshold` and at or above this a person decides. */
      readonly doubtThreshold: number;
      /** The false-match rate that `threshold` was calibrated for, and on what. */
      readonly fmr: number;
      readonly calibration: string;
    })
  | EngineError;

/** Where the pack's own error rates come from; shown in the console. */
export type Calibration = {
  readonly data: string;
  readonly people: number;
  readonly images: number;
  readonly genuinePairs: number;
  readonly impostorPairs: number;
  /** Keys are false-match rates as decimal strings in scientific form: "1e-2" … "1e-5". */
  readonly tarAtFmr: Readonly<
    Record<string, { readonly tar: number; readonly threshold: number; readonly low: number; readonly high: number }>
  >;
  /** False-match rate inside the group that fares worst, at given thresholds. */
  readonly groups: readonly {
    readonly group: string;
    readonly threshold: number;
    readonly fmr: number;
    readonly impostorPairs: number;
  }[];
};

export type EngineInfo = {
  readonly packId: string;
  readonly packVersion: string;
  readonly packTitle: string;
  readonly embedder: EmbedderId;
  readonly passivePad: boolean;
  /** Set when the pack is for demonstration only; the console shows it wherever the pack shows. */
  readonly warning: 'demonstration-only' | null;
  readonly calibration: Calibration | null;
  readonly models: readonly {
    readonly role: string;
    readonly file: string;
    readonly sha256: string;
    readonly licence: string;
    readonly source: string;
  }[];
  readonly threads: number;
};

/** Instruction kinds a challenge is made of. Sides are the person's own. */
export type PromptKind = 'centre' | 'turn-left' | 'turn-right' | 'look-up' | 'nearer' | 'follow' | 'light' | 'hold';

export type Prompt = {
  readonly kind: PromptKind;
  /** Frames to take while the prompt stands. */
  readonly frames: number;
  /** The prompt stands at least this long, and (adapting to the slow) at most `maxMs`. */
  readonly minMs: number;
  readonly maxMs: number;
  /** `light` only: the colours in order, one frame group each, `#rrggbb`. */
  readonly colours?: readonly string[];
  /** `follow` only: points in screen fractions 0..1, from the person's view. */
  readonly path?: readonly Point[];
};

/** Chosen by the server at random per attempt, bound to `nonce`, valid until `expiresAt`. */
export type Challenge = {
  readonly version: 1;
  readonly mode: 'move' | 'still';
  readonly nonce: string;
  readonly prompts: readonly Prompt[];
};

/** One frame as it came from the client. */
export type CapturedFrame = {
  readonly index: number;
  readonly image: EncodedImage;
  /** Milliseconds since capture began, by the device's monotonic clock. */
  readonly capturedAtMs: number;
  readonly promptIndex: number;
  /** Index into the prompt's `colours`, for `light`. */
  readonly colourIndex: number | null;
};

/** A perceptual fingerprint by which a frame is recognised again after re-encoding. 32 bytes. */
export type FrameFingerprint = Uint8Array;

export type SignalName = 'challenge' | 'colour' | 'depth' | 'passive' | 'continuity' | 'stream' | 'pulse' | 'handling';

export type SignalOutcome = 'for' | 'against' | 'unmeasured';

/** One independent signal of liveness. `reasons` are stable codes with a text for reviewers in i18n. */
export type Signal = {
  readonly name: SignalName;
  readonly outcome: SignalOutcome;
  readonly score: number | null;
  readonly threshold: number | null;
  readonly reasons: readonly string[];
};

export type LivenessDecision =
  | (DecisionMeta & {
      readonly outcome: 'live' | 'not-live' | 'unsure' | 'incomplete';
      readonly signals: readonly Signal[];
      /** What the person is told to change, for `unsure` and `incomplete`. */
      readonly tips: readonly Tip[];
    })
  | EngineError;

/** Advice that a person can follow. Each has a text and a picture. */
export type Tip =
  | 'more-light'
  | 'light-from-front'
  | 'less-sun'
  | 'come-nearer'
  | 'go-back'
  | 'face-in-middle'
  | 'only-you'
  | 'hold-still'
  | 'turn-further'
  | 'turn-slower'
  | 'open-eyes'
  | 'take-off-mask'
  | 'wipe-lens'
  | 'brighter-screen';

export type AttemptJudgement = {
  readonly liveness: LivenessDecision;
  /** Against `reference`; null when there was none or no frame fit for it. */
  readonly match: MatchDecision | null;
  /** From the best frontal frames; null when none is fit. */
  readonly template: Template | null;
  /** Index of the frame that serves best as a reference picture; null when none is fit. */
  readonly bestFrame: number | null;
  readonly quality: QualityDecision | null;
  readonly frames: readonly FrameReport[];
  /** CPU milliseconds by stage, summed over frames. */
  readonly stagesMs: Readonly<Record<string, number>>;
};

/** What is kept of each frame for the reviewer and for the replay check. */
export type FrameReport = {
  readonly index: number;
  readonly faces: number;
  readonly box: Box | null;
  readonly pose: Pose | null;
  readonly quality: number | null;
  readonly fingerprint: FrameFingerprint | null;
  readonly error: EngineErrorCode | null;
};

export type JudgeAttemptInput = {
  readonly challenge: Challenge;
  readonly frames: readonly CapturedFrame[];
  readonly reference: Template | null;
  /** Fingerprints of earlier attempts (any person) that this one is compared with. */
  readonly seenFingerprints: readonly FrameFingerprint[];
  /** False-match rate to decide at, one of the pack's calibrated ones, e.g. "1e-4". */
  readonly fmr: string;
};

export type Candidate = { readonly id: string; readonly score: number };

export interface FaceEngine {
  readonly info: EngineInfo;
  detect(image: EncodedImage): Promise<DetectDecision>;
  assessQuality(image: EncodedImage): Promise<QualityDecision>;
  /** Averages over the given pictures of one person; refuses when they differ. */
  extractTemplate(images: readonly EncodedImage[]): Promise<TemplateDecision>;
  match(pair: { readonly probe: Template; readonly reference: Template; readonly fmr: string }): MatchDecision;
  checkLiveness(input: Omit<JudgeAttemptInput, 'reference' | 'fmr'>): Promise<LivenessDecision>;
  judgeAttempt(input: JudgeAttemptInput): Promise<AttemptJudgement | EngineError>;
  /** One against many; candidates at or above the threshold for `fmr`, best first, at most `limit`. */
  identify(input: {
    readonly probe: Template;
    readonly gallery: readonly { readonly id: string; readonly template: Template }[];
    readonly fmr: string;
    readonly limit: number;
  }): Promise<readonly Candidate[]>;
  close(): Promise<void>;
}
