import type { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import type { Problem } from './problems.ts';

type In<T> = T extends z.ZodType ? z.input<T> : undefined;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

export type CallInput<E extends Endpoint> = (E extends { params: infer P }
  ? { readonly params: In<P> }
  : { readonly params?: undefined }) &
  (E extends { query: infer Q } ? { readonly query?: In<Q> } : { readonly query?: undefined }) &
  (E extends { body: infer B } ? { readonly body: In<B> } : { readonly body?: undefined }) & {
    /** Made and kept by the caller when it may have to repeat the call; made here otherwise. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

export type CallResult<E extends Endpoint> =
  | { readonly ok: true; readonly value: E extends { response: infer R } ? Out<R> : undefined }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly offline: true };

export type Client = {
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<CallResult<E>>;
  /** Remembers the token that `getSession` gave; sent as `x-csrf-token`. */
  setCsrfToken(token: string): void;
  /** Path with parameters filled in, for links to PDFs and pictures and for frame uploads. */
  href(
    endpoint: Endpoint,
    input: { readonly params?: Record<string, string | number>; readonly query?: Record<string, unknown> },
  ): string;
  /** Headers that a raw request (a frame) must carry. */
  rawHeaders(): Record<string, string>;
};

export function fillPath(path: string, params: Record<string, string | number> = {}): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
}

function toQuery(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return search === '' ? '' : `?${search}`;
}

async function toProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  return {
    type: '/problems/server.fault',
    title: 'Fault',
    status: response.status,
    code: 'server.fault',
    facts: {},
    invalidParams: [],
    requestId: '',
  };
}

/** A typed fetch over the endpoint table. `newKey` makes UUIDs (injected, because old browsers lack `randomUUID`). */
export function createClient(options: {
  readonly baseUrl: string;
  readonly newKey: () => string;
  readonly fetch?: typeof fetch;
}): Client {
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  let csrfToken = '';
  const href: Client['href'] = (endpoint, input) =>
    options.baseUrl + fillPath(endpoint.path, input.params) + toQuery(input.query);
  return {
    setCsrfToken: (token) => void (csrfToken = token),
    href,
    rawHeaders: () => ({ 'x-csrf-token': csrfToken }),
    async call(endpoint, input) {
      const headers: Record<string, string> = { accept: 'application/json' };
      if (endpoint.method !== 'GET') headers['x-csrf-token'] = csrfToken;
      if (endpoint.idempotent === 'by-key') headers['idempotency-key'] = input.idempotencyKey ?? options.newKey();
      if (input.body !== undefined) headers['content-type'] = 'application/json';
      const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
      if (input.body !== undefined) init.body = JSON.stringify(input.body);
      if (input.signal !== undefined) init.signal = input.signal;
      let response: Response;
      try {
        response = await send(
          href(endpoint, {
            params: input.params as unknown as Record<string, string>,
            query: input.query as unknown as Record<string, unknown>,
          }),
          init,
        );
      } catch {
        return { ok: false, offline: true };
      }
      if (!response.ok) return { ok: false, problem: await toProblem(response) };
      return { ok: true, value: (endpoint.response === undefined ? undefined : await response.json()) as never };
    },
  };
}
