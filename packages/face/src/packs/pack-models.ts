import type { ModelEntry, ModelInput } from '../manifest.ts';

/** A model that is made on the operator's machine; its hash is taken then. */
export type ConvertedModel = Omit<ModelEntry, 'sha256' | 'url'>;

/** A model that is fetched; its hash and address are facts of the product. */
export type PinnedModel = ModelEntry & { readonly url: string };

const HUMAN_SOURCE = '@vladmandic/human 3.3.6 (from MediaPipe), converted';

export const blazefaceModel: ConvertedModel = {
  role: 'detector',
  kind: 'blazeface-256',
  file: 'blazeface.onnx',
  licence: 'Apache-2.0',
  source: HUMAN_SOURCE,
  input: signedInput(256),
  alignment: 'none',
  output: {},
  version: '1',
};

/** The mesh is 468 points of x, y, z in pixels of its input, with a flag that tells whether there is a face. */
export const meshModel: ConvertedModel = {
  role: 'mesh',
  kind: 'facemesh-192',
  file: 'facemesh.onnx',
  licence: 'Apache-2.0',
  source: HUMAN_SOURCE,
  input: unitInput(192),
  alignment: 'none',
  output: {},
  version: '1',
};

/** 71 points around one eye and 5 of its iris, x, y, z in pixels of the input. */
export const irisModel: ConvertedModel = {
  role: 'iris',
  kind: 'iris-64',
  file: 'iris.onnx',
  licence: 'Apache-2.0',
  source: HUMAN_SOURCE,
  input: unitInput(64),
  alignment: 'none',
  output: {},
  version: '1',
};

export const dlibModel: ConvertedModel = {
  role: 'embedder',
  kind: 'dlib-resnet',
  file: 'dlib-resnet.onnx',
  licence: 'CC0-1.0 (dlib), package MIT',
  source: '@vladmandic/face-api 1.7.15 (from dlib), converted',
  input: {
    name: 'input',
    width: 150,
    height: 150,
    order: 'rgb',
    layout: 'nchw',
    scale: 1,
    mean: [122.782, 117.001, 104.298],
    std: [256, 256, 256],
  },
  alignment: 'dlib-150',
  output: { embedding: 128, compare: 'euclidean' },
  version: '1',
};

/** Accepts any multiple of 32; the size given is the one it is tested at. */
const yunetModel: PinnedModel = {
  role: 'detector',
  kind: 'yunet',
  file: 'yunet_n_dynamic.onnx',
  sha256: '104ee26c71d5c270ce79a6b3dced91c91013260d29a6bf18f9296c5b8c4c2b12',
  licence: 'Apache-2.0',
  source: 'ShiqiYu/libfacedetection.train',
  url: toRawUrl({
    repository: 'ShiqiYu/libfacedetection.train',
    commit: '0047ac24afb1a50a0c6105001c89d1b5b805dbf1',
    path: 'onnx/yunet_n_dynamic.onnx',
  }),
  input: byteInput(320),
  alignment: 'none',
  output: {},
  version: '1',
};

const mobileFaceNetModel: PinnedModel = {
  role: 'embedder',
  kind: 'arcface',
  file: 'foamliu-MobileFaceNet.onnx',
  sha256: 'b7120c095d60094f28a4a54ba6a8bf51b297a6273fb40ef6350dfec1f63d9507',
  licence: 'Apache-2.0 (weights trained on MS-Celeb-1M: have it reviewed)',
  source: 'foamliu/MobileFaceNet',
  url: toRawUrl({
    repository: 'foamliu/MobileFaceNet',
    commit: 'a6cc9032a659b615f477833e1a70b5e7931bcccc',
    path: 'weights/MobileFaceNet.onnx',
  }),
  input: {
    name: 'input0',
    width: 112,
    height: 112,
    order: 'rgb',
    layout: 'nchw',
    scale: 255,
    mean: [0.485, 0.456, 0.406],
    std: [0.229, 0.224, 0.225],
  },
  alignment: 'arcface-112',
  output: { embedding: 128, compare: 'cosine' },
  version: '1',
};

const padModels: readonly PinnedModel[] = [
  {
    ...planPad({ file: '2.7_80x80_MiniFASNetV2.onnx', cropScale: 2.7 }),
    sha256: '4433e871ef03f6c4c13de1757e63dcd69db14b6d7d9cff2319cb274c0f6dbecb',
  },
  {
    ...planPad({ file: '4_0_0_80x80_MiniFASNetV1SE.onnx', cropScale: 4 }),
    sha256: 'a8e67ffbaf39fa74c3b2ed673b530fcfb2f47379d0f26a52b71c2fc6473ec20f',
  },
];

/** What `npm run models:install` fetches. */
export const standardModels: readonly PinnedModel[] = [yunetModel, mobileFaceNetModel, ...padModels];

function planPad(pad: { readonly file: string; readonly cropScale: number }): Omit<PinnedModel, 'sha256'> {
  return {
    role: 'pad',
    kind: 'minifasnet',
    file: pad.file,
    licence: 'Apache-2.0',
    source: 'minivision-ai/Silent-Face-Anti-Spoofing, as ONNX by marcos4758',
    url: toRawUrl({
      repository: 'marcos4758/Silent-Face-Anti-Spoofing-Tests',
      commit: '1557f99a6ca5d485763cc42d42b614a72a3ede7c',
      path: `resources/anti_spoof_models/${pad.file}`,
    }),
    input: byteInput(80),
    alignment: 'square-crop',
    cropScale: pad.cropScale,
    output: { liveIndex: 1 },
    version: '1',
  };
}

/** Blue, green, red as bytes. */
function byteInput(size: number): ModelInput {
  const layout = { name: 'input', width: size, height: size, order: 'bgr', layout: 'nchw' } as const;
  return { ...layout, scale: 1, mean: [0, 0, 0], std: [1, 1, 1] };
}

/** Red, green, blue from 0 to 1. */
function unitInput(size: number): ModelInput {
  const layout = { name: 'input', width: size, height: size, order: 'rgb', layout: 'nchw' } as const;
  return { ...layout, scale: 255, mean: [0, 0, 0], std: [1, 1, 1] };
}

/** Red, green, blue from −1 to 1. */
function signedInput(size: number): ModelInput {
  return { ...unitInput(size), scale: 127.5, mean: [1, 1, 1] };
}

function toRawUrl(file: { readonly repository: string; readonly commit: string; readonly path: string }): string {
  return `https://raw.githubusercontent.com/${file.repository}/${file.commit}/${file.path}`;
}
