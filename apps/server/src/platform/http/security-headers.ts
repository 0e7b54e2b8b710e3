import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config.ts';
import { isSecure } from './browser.ts';

/** Sources by directive. Scripts come from here only; WebAssembly is the guide in the browser; pictures are shown from memory. */
function toDirectives(config: Config): Record<string, string[]> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'media-src': ["'self'", 'blob:'],
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': config.frameAncestors.length === 0 ? ["'none'"] : ["'self'", ...config.frameAncestors],
  };
}

export async function registerSecurityHeaders(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: toDirectives(config) },
    strictTransportSecurity: isSecure(config) && config.production ? { maxAge: 31_536_000 } : false,
    xFrameOptions: config.frameAncestors.length === 0 ? { action: 'deny' } : false,
    crossOriginEmbedderPolicy: false,
    // The browser ignores it over plain HTTP and complains on each page.
    crossOriginOpenerPolicy: isSecure(config) ? { policy: 'same-origin' } : false,
    originAgentCluster: isSecure(config),
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()');
  });
}
