import { z } from 'zod';

/**
 * A model pack is a folder with `manifest.json` and the files it names. The same schema serves the built-in pack
 * (converted from npm packages at set-up), the standard pack (fetched by `npm run models:install`) and an operator's own.
 */
export const ModelRole = z.enum(['detector', 'mesh', 'iris', 'embedder', 'pad', 'eye-state', 'head-pose']);
export type ModelRole = z.infer<typeof ModelRole>;

const Triple = z.tuple([z.number(), z.number(), z.number()]);

/** How pixels become the input tensor: `(value / scale − mean) / std` per channel, in `order` and `layout`. */
export const ModelInput = z.strictObject({
  name: z.string().optional(),
  width: z.int().positive(),
  height: z.int().positive(),
  order: z.enum(['rgb', 'bgr']),
  layout: z.enum(['nchw', 'nhwc']),
  scale: z.number().positive(),
  mean: Triple,
  std: Triple,
});
export type ModelInput = z.infer<typeof ModelInput>;

export const CalibrationSchema = z.strictObject({
  data: z.string(),
  people: z.int(),
  images: z.int(),
  genuinePairs: z.int(),
  impostorPairs: z.int(),
  tarAtFmr: z.record(
    z.string(),
    z.strictObject({ tar: z.number(), threshold: z.number(), low: z.number(), high: z.number() }),
  ),
  groups: z.array(
    z.strictObject({ group: z.string(), threshold: z.number(), fmr: z.number(), impostorPairs: z.int() }),
  ),
});

export const ModelEntry = z.strictObject({
  role: ModelRole,
  /** Names the code that reads this model's outputs, e.g. `blazeface-256`, `yunet`, `facemesh-192`, `minifasnet`, `arcface`, `dlib-resnet`. */
  kind: z.string(),
  file: z.string().regex(/^[A-Za-z0-9._-]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  licence: z.string(),
  source: z.string(),
  /** Where `models:install` fetches it; absent for converted files. */
  url: z.url().optional(),
  input: ModelInput,
  /** Embedder: how the face is aligned before it; PAD: crop scale relative to the face box. */
  alignment: z.enum(['arcface-112', 'dlib-150', 'square-crop', 'none']).default('none'),
  cropScale: z.number().optional(),
  output: z.strictObject({
    embedding: z.int().optional(),
    liveIndex: z.int().optional(),
    compare: z.enum(['cosine', 'euclidean']).optional(),
  }),
  /** Set on the embedder: template version. */
  version: z.string(),
});
export type ModelEntry = z.infer<typeof ModelEntry>;

export const PackManifest = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string(),
  title: z.string(),
  warning: z.enum(['demonstration-only']).nullable(),
  models: z.array(ModelEntry).min(1),
  calibration: CalibrationSchema.nullable(),
  /** Score below the match threshold down to which a person decides, as a false-match rate key of the calibration. */
  doubtFmr: z.string().default('1e-2'),
  /**
   * The strictest false-match rate at which the pack still accepts most people; a stricter request is decided at this one,
   * and the decision says so. Only for packs that are for demonstration.
   */
  strictestFmr: z.string().optional(),
  /** Run at load: a picture made by code (seeded noise of the input's size) must give these first output values within `tolerance`. */
  selfTest: z.array(
    z.strictObject({
      file: z.string(),
      seed: z.int(),
      /** Name of the output that is looked at; the model's first one when absent. */
      output: z.string().optional(),
      expected: z.array(z.number()).min(1),
      tolerance: z.number().positive(),
    }),
  ),
});
export type PackManifest = z.infer<typeof PackManifest>;
