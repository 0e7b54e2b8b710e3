import type { Endpoint, Refusal } from '@anzai/contract';
import { ok, refuse, type Result } from '@anzai/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../deps.ts';
import type { Actors } from '../session/actor.ts';
import { createCookieJar, type CookieChange } from '../session/cookies.ts';
import { findAccountActor, findStaffActor } from '../session/sessions.ts';
import { checkAccess, type Admission } from './access.ts';
import { findBrowserId, isCsrfToken, makeBrowserId, readCookie, toCsrfToken } from './browser.ts';
import type { Call } from './call.ts';
import type { BoundRoute } from './host.ts';
import { runOnce } from './idempotency.ts';
import { isKeepable } from './is-keepable.ts';
import type { InvalidParam } from './problem.ts';
import { takeRequestRates, type RateSubjects } from './request-rates.ts';
import { toNetwork } from './to-network.ts';
import type { ServerParts } from './server-parts.ts';

export type CallAnswer = {
  readonly result: Result<unknown, Refusal>;
  readonly cookies: readonly CookieChange[];
  readonly invalidParams: readonly InvalidParam[];
  readonly repeated: boolean;
};

type Incoming = {
  readonly route: BoundRoute;
  readonly request: FastifyRequest;
  readonly signal: AbortSignal;
};

type Parsed = Pick<Call, 'params' | 'query' | 'body'>;

function toInvalidParams(error: z.ZodError, part: string): readonly InvalidParam[] {
  return error.issues.map((issue) => ({ path: [part, ...issue.path].join('.'), code: issue.code }));
}

/** Validates one part of the request; what it cannot be is collected, never echoed. */
function parsePart(
  schema: z.ZodType | undefined,
  part: { name: string; value: unknown; invalid: InvalidParam[] },
): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(part.value);
  if (parsed.success && isKeepable(parsed.data)) return parsed.data;
  part.invalid.push(
    ...(parsed.success ? [{ path: part.name, code: 'invalid_format' }] : toInvalidParams(parsed.error, part.name)),
  );
  return undefined;
}

function parseBody(endpoint: Endpoint, request: FastifyRequest, invalid: InvalidParam[]): unknown {
  if (endpoint.bodyType === undefined) {
    return parsePart(endpoint.body, { name: 'body', value: request.body, invalid });
  }
  if (Buffer.isBuffer(request.body) && request.body.length > 0) return request.body;
  invalid.push({ path: 'body', code: 'invalid_type' });
  return undefined;
}

/** Calls that change state, or read with a session's rights, must come from the product's own pages. */
function needsCsrf(endpoint: Endpoint): boolean {
  return endpoint.method !== 'GET' && !(endpoint.access === 'public' && endpoint.idempotent === 'safe');
}

function hasCsrf(parts: ServerParts, request: FastifyRequest, browserId: string | undefined): boolean {
  return browserId !== undefined && isCsrfToken(parts.deps.config, browserId, request.headers['x-csrf-token']);
}

async function findActors(parts: ServerParts, request: FastifyRequest): Promise<Actors> {
  const { deps } = parts;
  const account = readCookie(deps.config, request, 'account');
  const staff = readCookie(deps.config, request, 'staff');
  return {
    account: account ? await findAccountActor(deps, account) : null,
    staff: staff ? await findStaffActor(deps, staff) : null,
  };
}

function refused(refusal: Refusal, invalidParams: readonly InvalidParam[] = []): CallAnswer {
  return { result: refuse(refusal), cookies: [], invalidParams, repeated: false };
}

/** Only what the contract names leaves the server; anything else in an answer is a fault, not a leak. */
function checkAnswer(endpoint: Endpoint, result: Result<unknown, Refusal>): Result<unknown, Refusal> {
  if (!result.ok || endpoint.response === undefined) return result;
  return ok(endpoint.response.parse(result.value));
}

function toScope(call: Call, admission: Admission): string {
  return admission.actor === null ? `browser:${call.browserId}` : `session:${admission.actor.sessionId}`;
}

const IdempotencyKey = z.uuid();

async function runKeyed(
  parts: ServerParts,
  route: BoundRoute,
  run: { call: Call; admission: Admission },
): Promise<CallAnswer> {
  const { call, admission } = run;
  const header = call.headers['idempotency-key'];
  const key = IdempotencyKey.safeParse(header);
  if (!key.success) {
    const invalid = header === undefined ? [] : [{ path: 'headers.idempotency-key', code: 'invalid_format' }];
    return refused({ code: 'request.idempotency_key_missing' }, invalid);
  }
  const prepared = await route.prepare(parts.deps, call);
  const answer = await runOnce(
    parts.deps,
    {
      endpoint: route.endpoint,
      key: key.data,
      scope: toScope(call, admission),
      content: [call.params, call.query, call.body],
      cookies: call.cookies,
    },
    async (tx: Context) => checkAnswer(route.endpoint, await route.handle(tx, call, prepared)),
  );
  return { ...answer, invalidParams: [] };
}

async function runPlain(parts: ServerParts, route: BoundRoute, call: Call): Promise<CallAnswer> {
  const prepared = await route.prepare(parts.deps, call);
  const result = checkAnswer(route.endpoint, await route.handle(parts.deps, call, prepared));
  return { result, cookies: call.cookies.list(), invalidParams: [], repeated: false };
}

function toOrigin(parts: ServerParts, request: FastifyRequest): string {
  return parts.deps.config.publicUrl ?? `${request.protocol}://${request.host}`;
}

type CallParts = { readonly parsed: Parsed; readonly actors: Actors; readonly admission: Admission };

function toCall(parts: ServerParts, incoming: Incoming, callParts: CallParts): Call {
  const { request, route } = incoming;
  const known = findBrowserId(parts.deps.config, request);
  const fresh = known === undefined ? makeBrowserId() : undefined;
  const browserId = known ?? fresh?.value ?? '';
  const call: Call = {
    endpoint: route.endpoint,
    ...callParts.parsed,
    headers: request.headers,
    actors: callParts.actors,
    // Typed by the endpoint's access in the handler; here it is any of them.
    actor: callParts.admission.actor as Call['actor'],
    principal: callParts.admission.principal as Call['principal'],
    cookies: createCookieJar(fresh === undefined ? [] : [fresh]),
    csrfToken: toCsrfToken(parts.deps.config, browserId),
    browserId,
    address: toNetwork(request.ip),
    origin: toOrigin(parts, request),
    requestId: request.id,
    signal: incoming.signal,
  };
  return call;
}

function findPersonId(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('personId' in params)) return undefined;
  return String(params.personId);
}

async function checkRates(
  parts: ServerParts,
  endpoint: Endpoint,
  subjects: RateSubjects,
): Promise<Refusal<'request.rate_limited'> | undefined> {
  const rate = await takeRequestRates(parts.deps, endpoint, subjects);
  if (rate.ok) return undefined;
  return { code: 'request.rate_limited', facts: { retryAfterSeconds: rate.retryAfterSeconds } };
}

/** Everything between the wire and a handler, in the order that tells strangers least. */
export async function runCall(parts: ServerParts, incoming: Incoming): Promise<CallAnswer> {
  const { request, route } = incoming;
  const { endpoint } = route;
  const browserId = findBrowserId(parts.deps.config, request);
  if (needsCsrf(endpoint) && !hasCsrf(parts, request, browserId)) return refused({ code: 'request.csrf' });
  const invalid: InvalidParam[] = [];
  const params = parsePart(endpoint.params, { name: 'params', value: request.params, invalid });
  if (invalid.length > 0) return refused({ code: 'request.not_found' }, invalid);
  const busy = await checkRates(parts, endpoint, { address: toNetwork(request.ip), browser: browserId });
  if (busy !== undefined) return refused(busy);
  const actors = await findActors(parts, request);
  const admitted = await checkAccess(parts.deps, {
    access: endpoint.access,
    actors,
    params: (params ?? {}) as Readonly<Record<string, unknown>>,
    ports: parts.ports,
  });
  if (!admitted.ok) return refused(admitted.refusal);
  const subjects = { actor: admitted.value.actor?.id, person: findPersonId(params) };
  const used = await checkRates(parts, endpoint, subjects);
  if (used !== undefined) return refused(used);
  const query = parsePart(endpoint.query, { name: 'query', value: request.query, invalid });
  const body = parseBody(endpoint, request, invalid);
  if (invalid.length > 0) return refused({ code: 'request.invalid' }, invalid);
  const parsed = { params, query, body } as Parsed;
  const call = toCall(parts, incoming, { parsed, actors, admission: admitted.value });
  return endpoint.idempotent === 'by-key'
    ? runKeyed(parts, route, { call, admission: admitted.value })
    : runPlain(parts, route, call);
}

/** A signal that ends when the client hangs up before it was answered, or the server stops. */
export function toCallSignal(parts: ServerParts, reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return AbortSignal.any([gone.signal, parts.stopping]);
}
