export * from './api.ts';
export { createFaceEngine } from './engine.ts';
export type { FaceEngineOptions } from './engine.ts';
export * from './liveness/index.ts';
export * from './manifest.ts';
export * from './packs/index.ts';
export { decodeImage, FRAME_BYTES_MAX, IMAGE_BYTES_MAX } from './stages/decode-image.ts';
export { encodeJpeg } from './stages/encode-jpeg.ts';
export type { RgbImage } from './stages/rgb-image.ts';
