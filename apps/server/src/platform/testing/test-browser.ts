import { randomUUID } from 'node:crypto';
import { fillPath, type Endpoint } from '@anzai/contract';
import type { FastifyInstance } from 'fastify';

export type TestAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
};

type TestCall = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The same key again is the same request; made anew otherwise. */
  readonly key?: string;
};

/** Keeps cookies and the CSRF token as a browser with the product's pages would. */
export class TestBrowser {
  readonly #app: FastifyInstance;
  readonly cookies = new Map<string, string>();
  csrfToken = '';

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** Visits an endpoint that tells the CSRF token, such as `getSession`. */
  async open(endpoint: Endpoint): Promise<TestAnswer> {
    const answer = await this.call(endpoint);
    const { body } = answer;
    if (typeof body === 'object' && body !== null && 'csrfToken' in body) this.csrfToken = String(body.csrfToken);
    return answer;
  }

  async call(endpoint: Endpoint, call: TestCall = {}): Promise<TestAnswer> {
    const headers: Record<string, string> = { 'x-csrf-token': this.csrfToken, ...call.headers };
    if (endpoint.idempotent === 'by-key') headers['idempotency-key'] ??= call.key ?? randomUUID();
    const response = await this.#app.inject({
      method: endpoint.method,
      url: fillPath(endpoint.path, { ...call.params }),
      query: { ...call.query },
      headers,
      cookies: Object.fromEntries(this.cookies),
      ...(call.body === undefined ? {} : { payload: call.body as object }),
    });
    for (const cookie of response.cookies) {
      if (cookie.value === '') this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: isJson ? response.json<unknown>() : response.rawPayload,
      headers: response.headers,
    };
  }
}
