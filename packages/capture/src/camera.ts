import { readBrowserFamily } from './browser-family.ts';
import type { BrowserFamily } from './browser-family.ts';

export const cameraFailureKinds = [
  /** The page is not served over a secure connection, so that no browser gives a camera. */
  'insecure-context',
  /** The browser has no way to a camera at all. */
  'unsupported',
  'no-camera',
  'permission-refused',
  /** Another application holds it. */
  'in-use',
  'failed',
] as const;
export type CameraFailureKind = (typeof cameraFailureKinds)[number];

/** `browser` chooses the text that says where permission is given in it. */
export type CameraFailure = { readonly kind: CameraFailureKind; readonly browser: BrowserFamily };

export type CameraChoice = {
  readonly facing: 'user' | 'environment';
  readonly cameraId?: string;
};

export type Camera = {
  readonly label: string;
  readonly facing: 'user' | 'environment' | 'unknown';
  /** Shows the camera in `video` and resolves once a picture is there. */
  readonly attach: (video: HTMLVideoElement) => Promise<void>;
  /** Called once when the camera goes away by itself: unplugged, taken by a call, permission withdrawn. */
  readonly onLost: (listener: () => void) => void;
  readonly stop: () => void;
};

export type CameraResult =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly failure: CameraFailure };

const PICTURE_WAIT_MS = 8000;

/** What is asked for, most wanted first: some cameras refuse a size or a side outright instead of coming near it. */
function toAttempts({ facing, cameraId }: CameraChoice): readonly MediaTrackConstraints[] {
  const which: MediaTrackConstraints =
    cameraId === undefined ? { facingMode: facing } : { deviceId: { exact: cameraId } };
  const size: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  return [{ ...which, ...size }, which, {}];
}

/** Opens a camera. Refusals are answers, since each tells the person something else to do. */
export async function openCamera(choice: CameraChoice): Promise<CameraResult> {
  const fail = (kind: CameraFailureKind): CameraResult => ({
    ok: false,
    failure: { kind, browser: readBrowserFamily(navigator.userAgent) },
  });
  if (globalThis.isSecureContext === false) return fail('insecure-context');
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (typeof devices?.getUserMedia !== 'function') return fail('unsupported');
  let kind: CameraFailureKind = 'failed';
  for (const video of toAttempts(choice)) {
    try {
      return { ok: true, camera: createCamera(await devices.getUserMedia({ audio: false, video })) };
    } catch (error) {
      kind = toFailureKind(error);
      if (kind === 'permission-refused' || kind === 'in-use') break;
    }
  }
  return fail(kind);
}

/** The names are the standard's; the older ones in use until about 2018 still live in some web views. */
export function toFailureKind(error: unknown): CameraFailureKind {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'permission-refused';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'no-camera';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'failed';
  }
}

function createCamera(stream: MediaStream): Camera {
  const track = stream.getVideoTracks()[0];
  const facing = track?.getSettings().facingMode;
  const listeners: (() => void)[] = [];
  let stopped = false;
  track?.addEventListener('ended', () => {
    if (!stopped) for (const listener of listeners) listener();
  });
  return {
    label: (track?.label ?? '').slice(0, 200),
    facing: facing === 'user' || facing === 'environment' ? facing : 'unknown',
    attach: async (video) => showStream(video, stream),
    onLost: (listener) => void listeners.push(listener),
    stop: () => {
      stopped = true;
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

/** Safari plays a camera only inline and muted, and only when both are also attributes. */
async function showStream(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.setAttribute('playsinline', '');
  video.setAttribute('muted', '');
  video.muted = true;
  video.autoplay = true;
  video.srcObject = stream;
  await waitForPicture(video);
  // Rejected when the page is hidden meanwhile or the element is taken away; playing resumes by `autoplay`.
  await video.play().catch(() => undefined);
}

async function waitForPicture(video: HTMLVideoElement): Promise<void> {
  if (video.readyState >= 2 && video.videoWidth > 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no picture', 'NotReadableError')), PICTURE_WAIT_MS);
    const look = (): void => {
      if (video.videoWidth === 0) return;
      clearTimeout(timer);
      video.removeEventListener('loadeddata', look);
      video.removeEventListener('resize', look);
      resolve();
    };
    video.addEventListener('loadeddata', look);
    video.addEventListener('resize', look);
  });
}

export type CameraName = { readonly id: string; readonly label: string };

/** The cameras there are. Labels are empty until permission was given once. */
export async function listCameras(): Promise<readonly CameraName[]> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (typeof devices?.enumerateDevices !== 'function') return [];
  const found = await devices.enumerateDevices();
  return found.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, label }));
}
