import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { createCaptureSession } from '../capture-session.ts';
import type { CaptureSessionOptions } from '../capture-options.ts';
import type { CaptureSession } from '../capture-session.ts';
import type { CaptureState } from '../capture-state.ts';

export type CaptureUse = {
  readonly state: CaptureState;
  /** Null until the video element is on the page. */
  readonly session: CaptureSession | null;
  readonly videoRef: RefObject<HTMLVideoElement | null>;
};

/**
 * One capture for as long as the component lives. It begins by itself once `videoRef` is on the page, and anew when
 * `slot`, `mode` or `cameraId` change. The other options are read when it begins.
 */
export function useCaptureSession(options: Omit<CaptureSessionOptions, 'onState'>): CaptureUse {
  const [state, setState] = useState<CaptureState>({ stage: 'opening', step: 'camera' });
  const [session, setSession] = useState<CaptureSession | null>(null);
  const videoRef = useRef<HTMLVideoElement>(null);
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const video = videoRef.current;
    if (video === null) return undefined;
    const own = createCaptureSession({ ...latest.current, onState: setState });
    setSession(own);
    own.begin(video);
    return () => own.close();
  }, [options.slot, options.mode, options.cameraId]);
  useEffect(() => session?.setSlower(options.slower), [session, options.slower]);
  return { state, session, videoRef };
}
