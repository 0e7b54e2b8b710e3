import type { Attempt, AttemptOutcome, Challenge, ProblemCode } from '@anzai/contract';
import { problems } from '@anzai/contract';

type Stored = { attempt: Attempt; readonly hashes: Map<number, string>; readonly headers: Map<number, Headers> };

/** The server's side of an attempt as the contract describes it, behind `fetch`; its network can be cut. */
export class SimulatedServer {
  readonly attempts = new Map<string, Stored>();
  readonly calls: string[] = [];
  readonly #challenge: Challenge;
  /** Answers `lost`: it was done, and nobody hears of it. `cut`: it did not arrive. */
  network: (call: string) => 'fine' | 'lost' | 'cut' = () => 'fine';
  refuse: (call: string) => ProblemCode | null = () => null;
  outcome: AttemptOutcome | null = { kind: 'passed', certificateId: null, enrolmentId: null };
  decisions = 0;

  constructor(challenge: Challenge) {
    this.#challenge = challenge;
  }

  begin(id: string): Attempt {
    const known = this.attempts.get(id);
    if (known !== undefined) return known.attempt;
    const attempt: Attempt = {
      id,
      purpose: 'certification',
      state: 'open',
      challenge: this.#challenge,
      expiresAt: '2026-11-23T12:10:00.000Z',
      framesReceived: [],
      bytesReceived: 0,
      limits: { framesMax: 24, bytesMax: 1_500_000, frameBytesMax: 200_000 },
      outcome: null,
    };
    this.attempts.set(id, { attempt, hashes: new Map(), headers: new Map() });
    return attempt;
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://agency.example');
    const call = `${init?.method ?? 'GET'} ${url.pathname.replace(/\/api\/attempts\/[^/]+/, '')}`;
    this.calls.push(call);
    if (init?.signal?.aborted === true) throw new DOMException('aborted', 'AbortError');
    const network = this.network(call);
    if (network === 'cut') throw new TypeError('no network');
    const code = this.refuse(call);
    const response = code === null ? this.#answer(url, init) : refusal(code);
    if (network === 'lost') throw new TypeError('the answer was lost');
    return response;
  };

  #answer(url: URL, init: RequestInit | undefined): Response {
    const [, , , id = '', verb, index] = url.pathname.split('/');
    const stored = this.attempts.get(id);
    if (stored === undefined) return refusal('request.not_found');
    if (verb === 'frames') return this.#putFrame(stored, { index: Number(index), headers: new Headers(init?.headers) });
    if (verb === 'submit') return this.#submit(stored, JSON.parse(init?.body as string) as { frameCount: number });
    if (verb === 'abandon') stored.attempt = { ...stored.attempt, state: 'abandoned' };
    else if (stored.attempt.state === 'submitted') this.#decide(stored);
    return Response.json(stored.attempt);
  }

  #putFrame(stored: Stored, frame: { readonly index: number; readonly headers: Headers }): Response {
    const hash = frame.headers.get('x-frame-sha256') ?? '';
    const known = stored.hashes.get(frame.index);
    if (known !== undefined && known !== hash) return refusal('attempt.frame_differs');
    if (known === undefined && stored.attempt.state !== 'open') return refusal('attempt.closed');
    stored.hashes.set(frame.index, hash);
    stored.headers.set(frame.index, frame.headers);
    stored.attempt = { ...stored.attempt, framesReceived: [...stored.hashes.keys()].sort((a, b) => a - b) };
    return Response.json({ framesReceived: stored.attempt.framesReceived });
  }

  #submit(stored: Stored, { frameCount }: { readonly frameCount: number }): Response {
    const missing = Array.from({ length: frameCount }, (_, index) => index).filter(
      (index) => !stored.hashes.has(index),
    );
    if (missing.length > 0) return refusal('attempt.incomplete', { missing });
    if (stored.attempt.state === 'open') stored.attempt = { ...stored.attempt, state: 'submitted' };
    return Response.json(stored.attempt);
  }

  #decide(stored: Stored): void {
    if (this.outcome === null) return;
    this.decisions++;
    stored.attempt = { ...stored.attempt, state: 'decided', outcome: this.outcome };
  }
}

function refusal(code: ProblemCode, facts: Readonly<Record<string, unknown>> = {}): Response {
  const status = problems[code];
  const problem = { type: `/problems/${code}`, title: code, status, code, facts, invalidParams: [], requestId: 'r' };
  return Response.json(problem, { status });
}
