import { openCamera } from '@anzai/capture/camera';
import type { Camera } from '@anzai/capture/camera';
import type { VerifyTexts } from '@anzai/i18n/verify';
import { Button } from '@anzai/ui';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openQrReader, readPixels } from './read-qr.ts';

const LOOK_EVERY_MS = 180;

type ScannerViewProps = {
  readonly texts: VerifyTexts;
  readonly onCode: (code: string) => void;
  /** With the reason when the camera could not be had. */
  readonly onStop: (trouble: string | null) => void;
};

/** The camera looks for a code until it has one. */
export function ScannerView({ texts, onCode, onStop }: ScannerViewProps): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    scan(element, stop.signal).then(
      (found) => {
        if (stop.signal.aborted) return;
        if ('code' in found) onCode(found.code);
        else onStop(texts.failure[found.failure]);
      },
      () => onStop(texts.failure.failed),
    );
    return () => stop.abort();
  }, []);
  return (
    <div class="verify-scanner">
      <div class="verify-view">
        <video ref={video} class="verify-video" aria-label={texts.scanning} autoplay playsInline muted />
        <svg class="verify-frame" viewBox="0 0 100 100" aria-hidden="true">
          <path d="M4 22V10q0-6 6-6h12M78 4h12q6 0 6 6v12M96 78v12q0 6-6 6H78M22 96H10q-6 0-6-6V78" />
        </svg>
      </div>
      <output class="verify-lead">{texts.scanning}</output>
      <Button icon="close" onPress={() => onStop(null)}>
        {texts.stopScan}
      </Button>
    </div>
  );
}

type Found = { readonly code: string } | { readonly failure: keyof VerifyTexts['failure'] };

async function scan(video: HTMLVideoElement, signal: AbortSignal): Promise<Found> {
  const opened = await openCamera({ facing: 'environment' });
  if (!opened.ok) return { failure: opened.failure.kind };
  try {
    return { code: await watch(opened.camera, video, signal) };
  } finally {
    opened.camera.stop();
  }
}

async function watch(camera: Camera, video: HTMLVideoElement, signal: AbortSignal): Promise<string> {
  const [read] = await Promise.all([openQrReader(), camera.attach(video)]);
  while (!signal.aborted) {
    const pixels = readPixels(video, { width: video.videoWidth, height: video.videoHeight });
    const text = pixels === null ? null : await read(pixels);
    if (text !== null) return text;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return '';
}
