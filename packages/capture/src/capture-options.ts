import type { Attempt, Challenge, Client, DeviceReport, Problem } from '@anzai/contract';
import type { CaptureState } from './capture-state.ts';

/** The body of the call that begins an attempt. */
export type StartAttempt = {
  readonly id: string;
  readonly mode: Challenge['mode'];
  readonly device: DeviceReport;
};

export type StartResult =
  | { readonly ok: true; readonly value: Attempt }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly offline: true };

export type CaptureSessionOptions = {
  readonly client: Client;
  /** Names what is captured, e.g. `certify:<personId>`; what was left unfinished under it is taken up again. */
  readonly slot: string;
  readonly mode: StartAttempt['mode'];
  /** Gives twice the time for everything. */
  readonly slower: boolean;
  /** `user` is the camera that looks at the person who holds the device. */
  readonly facing: 'user' | 'environment';
  /** A certain camera, by its id from `listCameras`; wins over `facing`. */
  readonly cameraId?: string;
  /** The endpoint that begins the attempt: the remote one, the assisted one or that of enrolment. */
  readonly startAttempt: (body: StartAttempt) => Promise<StartResult>;
  readonly onState: (state: CaptureState) => void;
};
