import sharp from 'sharp';
import type { LinearRgb } from '@anzai/face';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { detectFaces } from '../../face/src/stages/detect-faces.ts';
import { findMesh, meshRegion } from '../../face/src/stages/find-mesh.ts';
import { findPose } from '../../face/src/stages/head-pose.ts';
import type { RgbImage } from '../../face/src/stages/rgb-image.ts';
import { loadTestModels } from './face-models.ts';
import { createHead } from './head-surface.ts';
import { type LinearImage, type Surface, toLinear } from './surface.ts';

/** Somebody to render: a head made from one photograph. */
export type Person = { readonly id: PersonId; readonly head: Surface; readonly skin: LinearRgb };

/** Where in face-api's sample photographs a face looks near enough to the camera: photograph, middle and height of the face. */
const PLACES = {
  ana: [3, 688, 471, 270],
  bea: [3, 1185, 363, 313],
  cai: [3, 1592, 454, 309],
  dea: [5, 467, 1022, 287],
  eva: [5, 1194, 320, 238],
  fay: [5, 863, 223, 219],
  gia: [6, 359, 627, 278],
  hua: [6, 1587, 410, 296],
  ivy: [6, 1269, 436, 283],
} as const;

export type PersonId = keyof typeof PLACES;
export const PERSON_IDS: readonly PersonId[] = ['ana', 'bea', 'cai', 'dea', 'eva', 'fay', 'gia', 'hua', 'ivy'];

/** Side of the cut-out that becomes the texture, pixels. */
const CUT_SIDE = 640;

const loaded = new Map<PersonId, Promise<Person>>();

/** Finds the face in its photograph and builds the head; kept for the life of the process. */
export async function loadPerson(id: PersonId): Promise<Person> {
  const existing = loaded.get(id) ?? buildPerson(id);
  loaded.set(id, existing);
  return existing;
}

async function buildPerson(id: PersonId): Promise<Person> {
  const photo = await cutPhoto(id);
  const { detector, mesh } = await loadTestModels();
  const [face] = await detectFaces(photo, detector);
  if (face === undefined) throw new Error(`no face found for ${id}`);
  const first = await findMesh(photo, meshRegion(face, detector.entry.kind), mesh);
  const texture = toLinear(photo);
  const head = createHead({ mesh: first.points, pose: findPose(first.points), texture });
  return { id, head, skin: skinUnderChin(first.points, texture) };
}

/** Mean colour between the lower lip and the chin. */
function skinUnderChin(mesh: Float32Array, { width, data }: LinearImage): LinearRgb {
  const x = Math.round(mesh[199 * 3] ?? 0);
  const y = Math.round(mesh[199 * 3 + 1] ?? 0);
  const channel = (c: number): number => {
    let sum = 0;
    for (let i = 0; i < 81; i++) sum += data[((y - 4 + Math.floor(i / 9)) * width + x - 4 + (i % 9)) * 3 + c] ?? 0;
    return sum / 81;
  };
  return [channel(0), channel(1), channel(2)];
}

async function cutPhoto(id: PersonId): Promise<RgbImage> {
  const [sample, x, y, height] = PLACES[id];
  const folder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
  const side = Math.round(height * 2.2);
  const picture = sharp(join(folder, 'demo', `sample${sample}.jpg`));
  const { width, height: rows } = await picture.metadata();
  const left = Math.round(x - side / 2);
  const top = Math.round(y - side / 2);
  const pad = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    right: Math.max(0, left + side - width),
    bottom: Math.max(0, top + side - rows),
  };
  const padded = await picture.extend({ ...pad, extendWith: 'copy' }).toBuffer();
  const { data } = await sharp(padded)
    .extract({ left: left + pad.left, top: top + pad.top, width: side, height: side })
    .resize(CUT_SIDE, CUT_SIDE, { kernel: 'lanczos3' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: CUT_SIDE, height: CUT_SIDE, data: new Uint8Array(data) };
}
