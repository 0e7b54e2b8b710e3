import { attempt as endpoints } from '@anzai/contract';
import type { Client, Problem, FrameHeaders } from '@anzai/contract';
import type { CapturedFrame } from './captured-frame.ts';

export type PutFrameInput = {
  readonly attemptId: string;
  readonly client: Client;
  readonly frame: CapturedFrame;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
};

export type PutFrameResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly offline: true };

type HeaderName = keyof typeof FrameHeaders.shape;

/** Sends one frame as it is, with its place in the challenge in the headers. */
export async function putFrame({
  attemptId,
  client,
  frame,
  fetch: send,
  signal,
}: PutFrameInput): Promise<PutFrameResult> {
  const place: Record<HeaderName, string> = {
    'x-captured-at-ms': String(frame.capturedAtMs),
    'x-prompt-index': String(frame.promptIndex),
    'x-colour-index': frame.colourIndex === null ? '' : String(frame.colourIndex),
    'x-frame-sha256': frame.sha256,
  };
  const url = client.href(endpoints.putFrame, { params: { attemptId, index: frame.index } });
  const headers = { ...client.rawHeaders(), ...place, 'content-type': 'image/jpeg', accept: 'application/json' };
  let response: Response;
  try {
    response = await send(url, { method: 'PUT', credentials: 'same-origin', headers, body: frame.bytes, signal });
  } catch {
    return { ok: false, offline: true };
  }
  return response.ok ? { ok: true } : { ok: false, problem: await readProblem(response) };
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  const fault = { type: '/problems/server.fault', title: 'Fault', code: 'server.fault' } as const;
  return { ...fault, status: response.status, facts: {}, invalidParams: [], requestId: '' };
}
