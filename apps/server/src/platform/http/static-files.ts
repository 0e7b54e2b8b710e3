import { existsSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './send-answer.ts';

export type StaticFolders = { readonly web: string; readonly console: string };

const pathsOfServer = /^\/(api|\.well-known|problems|healthz|readyz|metrics|openapi\.json)(\/|$)/;

/** Files whose name carries their content's hash never change; everything else is asked for again each time. */
function setCacheHeaders(reply: FastifyReply, path: string): void {
  const isHashed = path.includes(`${sep}assets${sep}`) && /-[A-Za-z0-9_-]{8,}\.\w+$/.test(basename(path));
  void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    !pathsOfServer.test(path) &&
    // A missing script must not come back as a page.
    !/\.\w+$/.test(path) &&
    (request.headers.accept ?? '').includes('text/html')
  );
}

function findRoot(request: FastifyRequest, folders: StaticFolders): string {
  return /^\/console(\/|$|\?)/.test(request.url) ? folders.console : folders.web;
}

/** Verifying certificates is a page of its own, small, without the rest of the application. */
function findPage(request: FastifyRequest): string {
  return /^\/verify\/?($|\?)/.test(request.url) ? 'verify.html' : 'index.html';
}

function sendFallback(folders: StaticFolders) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const root = findRoot(request, folders);
    const page = findPage(request);
    if (!wantsPage(request) || !existsSync(join(root, page))) {
      return sendProblem(reply, { refusal: { code: 'request.not_found' } });
    }
    return reply.header('cache-control', 'no-cache').sendFile(page, root, { cacheControl: false });
  };
}

/** The two web applications as built; any path of theirs answers their one page. Absent builds are just not served. */
export async function addStaticFiles(app: FastifyInstance, folders: StaticFolders): Promise<void> {
  const served = [
    { root: folders.console, prefix: '/console/' },
    { root: folders.web, prefix: '/' },
  ].filter(({ root }) => existsSync(root));
  for (const [index, { root, prefix }] of served.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: index === 0,
      cacheControl: false,
      setHeaders: setCacheHeaders,
      index: 'index.html',
    });
  }
  const missing = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendProblem(reply, { refusal: { code: 'request.not_found' } });
  app.setNotFoundHandler(served.length > 0 ? sendFallback(folders) : missing);
}
