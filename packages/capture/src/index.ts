/** Capturing a face in the browser: camera, guidance, challenge, upload. No framework; `@anzai/capture/preact` has the pieces to draw. */
export { browserFamilies } from './browser-family.ts';
export type { BrowserFamily } from './browser-family.ts';
export { cameraFailureKinds, listCameras, openCamera } from './camera.ts';
export type { Camera, CameraFailure, CameraFailureKind, CameraName } from './camera.ts';
export type { CaptureState, CheckingState, PromptKind, PromptState } from './capture-state.ts';
export { createCaptureSession } from './capture-session.ts';
export type { CaptureSessionOptions, StartAttempt, StartResult } from './capture-options.ts';
export type { CaptureSession } from './capture-session.ts';
export { discardCapture, discardCaptures, hasUnfinishedCapture } from './capture-store.ts';
export { getDeviceId } from './device-report.ts';
export { guidances } from './guidance.ts';
export type { Guidance } from './guidance.ts';
export { makeUuid } from './make-uuid.ts';
