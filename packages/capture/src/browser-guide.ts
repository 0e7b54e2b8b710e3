import type { Clock } from './clock.ts';
import { createGuide, noGuide } from './guide.ts';
import type { Guide } from './guide.ts';
import type { GuideAssets } from './guide-messages.ts';
import { decidePortraitCrop } from './portrait-crop.ts';
import { GUIDE_INPUT_PX } from './read-faces.ts';
import { GUIDE_PLACEMENT } from './to-guide-face.ts';

/** Put in by the Vite plugin; absent in a build without it, which then captures by time alone. */
declare const __ANZAI_GUIDE_ASSETS__: GuideAssets | undefined;

/** The guide over a playing camera, where this browser can run it. */
export function createBrowserGuide(video: HTMLVideoElement, clock: Clock): Guide {
  const assets = typeof __ANZAI_GUIDE_ASSETS__ === 'undefined' ? undefined : __ANZAI_GUIDE_ASSETS__;
  if (assets === undefined || typeof WebAssembly !== 'object' || typeof Worker !== 'function') return noGuide;
  return createGuide({
    clock,
    assets,
    makeWorker: () =>
      new Worker(new URL('./guide.worker.ts', import.meta.url), { type: 'module', name: 'anzai-guide' }),
    readPixels: createPixelReader(video),
  });
}

function createPixelReader(video: HTMLVideoElement): () => ArrayBuffer | null {
  const canvas = document.createElement('canvas');
  canvas.width = GUIDE_INPUT_PX;
  canvas.height = GUIDE_INPUT_PX;
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  return () => {
    if (context === null || video.readyState < 2 || video.videoWidth === 0) return null;
    const crop = decidePortraitCrop({ width: video.videoWidth, height: video.videoHeight });
    const { x, y, width, height } = GUIDE_PLACEMENT;
    context.drawImage(video, crop.x, crop.y, crop.width, crop.height, x, y, width, height);
    return context.getImageData(0, 0, GUIDE_INPUT_PX, GUIDE_INPUT_PX).data.buffer;
  };
}
