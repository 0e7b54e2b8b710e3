import {
  decodeImage,
  encodeJpeg,
  type Box,
  type FaceEngine,
  type QualityDecision,
  type RgbImage,
  type Template,
} from '@anzai/face';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A face cut out of a photograph, as a counter's camera would have seen it. */
export type Portrait = { readonly picture: Uint8Array; readonly template: Template; readonly quality: QualityDecision };

/** Photographs that the face-api package brings along. They are read where they lie and never become part of ours. */
const sampleNumbers = [3, 5, 6] as const;
/** Height of the cut-out in heights of the face, tried in this order: neighbours may stand close. */
const heights = [2.4, 1.7] as const;
/** The same face again, as at another counter. */
const likenessHeights = [2, 1.6] as const;
const widthPerHeight = 0.75;
const jpegQuality = 90;

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(max, Math.round(value)));
}

function cutOut(image: RgbImage, box: Box, height: number): RgbImage {
  const rows = box.height * height;
  const columns = rows * widthPerHeight;
  const left = clamp(box.x + box.width / 2 - columns / 2, image.width);
  const right = clamp(box.x + box.width / 2 + columns / 2, image.width);
  // More room above the box than below: detectors leave out the hair.
  const top = clamp(box.y + box.height * 0.45 - rows / 2, image.height);
  const bottom = clamp(box.y + box.height * 0.45 + rows / 2, image.height);
  const width = right - left;
  const data = new Uint8Array(width * (bottom - top) * 3);
  for (let row = top; row < bottom; row += 1) {
    const from = (row * image.width + left) * 3;
    data.set(image.data.subarray(from, from + width * 3), (row - top) * width * 3);
  }
  return { width, height: bottom - top, data };
}

type Place = { readonly image: RgbImage; readonly box: Box };

async function cutPortrait(
  engine: FaceEngine,
  { image, box }: Place,
  tried: readonly number[],
): Promise<Portrait | undefined> {
  for (const height of tried) {
    const picture = await encodeJpeg(cutOut(image, box, height), jpegQuality);
    const extracted = await engine.extractTemplate([picture]);
    if (extracted.outcome !== 'extracted') continue;
    return { picture, template: extracted.template, quality: await engine.assessQuality(picture) };
  }
  return undefined;
}

/** Faces of one photograph from left to right. */
async function findPlaces(engine: FaceEngine, path: string): Promise<readonly Place[]> {
  const bytes = await readFile(path);
  const detected = await engine.detect(bytes);
  const decoded = await decodeImage(bytes);
  if (decoded.outcome !== 'decoded' || detected.outcome === 'error') return [];
  const { image } = decoded;
  return detected.faces.toSorted((one, other) => one.box.x - other.box.x).map(({ box }) => ({ image, box }));
}

function findPhotographs(): readonly string[] {
  // The package belongs to the face engine, so it is looked for from there.
  const engineEntry = createRequire(import.meta.url).resolve('@anzai/face');
  const folder = dirname(createRequire(engineEntry).resolve('@vladmandic/face-api/package.json'));
  return sampleNumbers.map((number) => join(folder, 'demo', `sample${number}.jpg`));
}

export type PortraitSet = {
  /** No two of them alike, as far as the engine tells at this rate. */
  readonly distinct: readonly Portrait[];
  /** The first of them cut out anew, if the engine finds it again among them. */
  readonly likeness: Portrait | null;
};

async function isAmong(
  engine: FaceEngine,
  probe: Template,
  wanted: { readonly among: readonly Portrait[]; readonly fmr: string },
): Promise<boolean> {
  const gallery = wanted.among.map(({ template }, index) => ({ id: String(index), template }));
  if (gallery.length === 0) return false;
  return (await engine.identify({ probe, gallery, fmr: wanted.fmr, limit: 1 })).length > 0;
}

/** Every face of the photographs that is fit to be kept; whoever looks away or blinks is left out, as at a counter. */
export async function cutPortraits(engine: FaceEngine, fmr: string): Promise<PortraitSet> {
  const distinct: Portrait[] = [];
  let first: Place | undefined;
  for (const path of findPhotographs()) {
    for (const place of await findPlaces(engine, path)) {
      const portrait = await cutPortrait(engine, place, heights);
      if (portrait === undefined || (await isAmong(engine, portrait.template, { among: distinct, fmr }))) continue;
      first ??= place;
      distinct.push(portrait);
    }
  }
  const again = first === undefined ? undefined : await cutPortrait(engine, first, likenessHeights);
  const isFound = again !== undefined && (await isAmong(engine, again.template, { among: distinct, fmr }));
  return { distinct, likeness: isFound ? again : null };
}
