export * from './choose-challenge.ts';
export * from './fingerprint.ts';
export * from './judge-liveness.ts';
export * from './linear-light.ts';
export * from './measure-frame.ts';
export * from './observation.ts';
export { LIVENESS_REASONS, type LivenessReason, type LivenessSignal } from './signal.ts';
