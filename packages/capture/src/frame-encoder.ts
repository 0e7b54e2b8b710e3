import type { TakenFrame } from './captured-frame.ts';
import type { Clock } from './clock.ts';
import { decideEncoding, freshFrameBudget } from './frame-budget.ts';
import { decidePortraitCrop, FRAME_HEIGHT_PX, FRAME_WIDTH_PX } from './portrait-crop.ts';

const TRIES_MAX = 4;
/** A camera in the dark gives as few as five pictures a second. */
const NEW_PICTURE_WAIT_MS = 700;
/** Where the browser doesn't tell of new pictures: long enough for any camera to have a new one. */
const BLIND_WAIT_MS = 220;

export type FrameEncoder = {
  /** The next picture of the camera, upright, unmirrored, as JPEG within the budget. Never the same picture twice. */
  readonly takeFrame: () => Promise<TakenFrame>;
};

export function createFrameEncoder(video: HTMLVideoElement, clock: Clock): FrameEncoder {
  const canvas = document.createElement('canvas');
  canvas.width = FRAME_WIDTH_PX;
  canvas.height = FRAME_HEIGHT_PX;
  const context = canvas.getContext('2d', { alpha: false });
  let budget = freshFrameBudget;
  return {
    takeFrame: async () => {
      if (context === null) throw new Error('createFrameEncoder: no canvas');
      await waitForNewPicture(video);
      const takenAtMs = clock.nowMs();
      const crop = decidePortraitCrop({ width: video.videoWidth, height: video.videoHeight });
      context.drawImage(video, crop.x, crop.y, crop.width, crop.height, 0, 0, FRAME_WIDTH_PX, FRAME_HEIGHT_PX);
      for (let attempt = 1; ; attempt++) {
        const bytes = await toJpeg(canvas, budget.quality);
        const { accept, next } = decideEncoding(budget, bytes.byteLength);
        budget = next;
        if (accept || attempt === TRIES_MAX) return { bytes, sha256: await toSha256(bytes), takenAtMs };
      }
    },
  };
}

/** One picture sent twice looks like fraud to the server, so a frame waits for the camera's next one. */
async function waitForNewPicture(video: HTMLVideoElement): Promise<void> {
  await new Promise<void>((resolve) => {
    const told = typeof video.requestVideoFrameCallback === 'function';
    const timer = setTimeout(resolve, told ? NEW_PICTURE_WAIT_MS : BLIND_WAIT_MS);
    if (!told) return;
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<ArrayBuffer> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (blob === null) throw new Error('toJpeg: the canvas gave nothing');
  return blob.arrayBuffer();
}

/** SHA-256 in lower-case hexadecimal. */
export async function toSha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
