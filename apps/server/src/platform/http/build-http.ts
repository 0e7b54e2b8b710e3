import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { captureLimits, type Endpoint } from '@anzai/contract';
import { fastify, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { createErrorHandler } from './error-handler.ts';
import type { BoundRoute } from './host.ts';
import { createFloodGuard } from './request-rates.ts';
import { addOperations } from './operations.ts';
import { addProblemPages } from './problem-pages.ts';
import { addStaticFiles, type StaticFolders } from './static-files.ts';
import { runCall, toCallSignal } from './run-call.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { sendAnswer, sendProblem } from './send-answer.ts';
import type { ServerParts } from './server-parts.ts';
import { toNetwork } from './to-network.ts';

const jsonBytesMax = 64 * 1024;
/** A thousand certificates of at most 2000 characters, in UTF-8 and JSON. */
const verifyBytesMax = 3 * 1024 * 1024;
const requestTimeoutMs = 60_000;
const paramCharsMax = 200;

export type TlsFiles = { readonly key: string; readonly cert: string };

/** `folders`: the web applications to serve besides the interface. */
export type HttpOptions = { readonly tls?: TlsFiles; readonly folders?: StaticFolders };

function toBodyLimit(endpoint: Endpoint): number {
  if (endpoint.bodyType !== undefined) return captureLimits.frameBytesMax;
  return endpoint.id === 'verifyCertificates' ? verifyBytesMax : jsonBytesMax;
}

function addRoute(app: FastifyInstance, parts: ServerParts, route: BoundRoute): void {
  const { endpoint } = route;
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: toBodyLimit(endpoint),
    config: { endpointId: endpoint.id },
    handler: async (request, reply) => {
      const answer = await runCall(parts, { route, request, signal: toCallSignal(parts, reply) });
      return sendAnswer(reply, { config: parts.deps.config, endpoint, answer });
    },
  });
}

/** One line per request, with the endpoint's name in place of the URL, and its time for the metrics. */
function addMeasures(app: FastifyInstance, parts: ServerParts): void {
  const { log, metrics } = parts.deps;
  app.addHook('onResponse', async (request, reply) => {
    const endpoint = request.routeOptions.config?.endpointId ?? 'static';
    const ms = Math.round(reply.elapsedTime);
    metrics.httpSeconds.observe({ endpoint, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    log.info({ requestId: request.id, endpoint, status: reply.statusCode, ms }, 'answered');
  });
}

function addFloodGuard(app: FastifyInstance): void {
  const guard = createFloodGuard(() => performance.now());
  app.addHook('onRequest', async (request, reply) => {
    if (guard.take(toNetwork(request.ip))) return undefined;
    return sendProblem(reply, { refusal: { code: 'request.rate_limited', facts: { retryAfterSeconds: 60 } } });
  });
}

function toOptions(parts: ServerParts, tls: TlsFiles | undefined): FastifyServerOptions {
  const { trustedProxies } = parts.deps.config;
  return {
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    requestTimeout: requestTimeoutMs,
    routerOptions: { maxParamLength: paramCharsMax },
    forceCloseConnections: 'idle',
    ...(tls === undefined ? {} : { https: tls }),
  };
}

/** The HTTP server over everything that `bind` registered; the caller listens. */
export async function buildHttp(parts: ServerParts, options: HttpOptions = {}): Promise<FastifyInstance> {
  const app = fastify(toOptions(parts, options.tls));
  app.setErrorHandler(createErrorHandler(parts.deps.log));
  addFloodGuard(app);
  addMeasures(app, parts);
  await app.register(cookie);
  await registerSecurityHeaders(app, parts.deps.config);
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('image/jpeg', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id));
  for (const route of parts.host.routes.values()) addRoute(app, parts, route);
  addOperations(app, parts);
  addProblemPages(app);
  if (options.folders === undefined) {
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, { refusal: { code: 'request.not_found' } }));
  } else {
    await addStaticFiles(app, options.folders);
  }
  return app;
}
