import type {} from '@fastify/cookie';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import type { CookieChange, CookieName } from '../session/cookies.ts';

const browserMaxAgeSeconds = 400 * 24 * 3600;
const browserIdForm = /^[A-Za-z0-9_-]{43}$/;

export function isSecure(config: Config): boolean {
  return config.https || (config.publicUrl?.startsWith('https:') ?? false);
}

/** `__Host-` forbids other hosts of the domain to set the cookie; browsers take it over TLS only. */
export function toCookieName(config: Config, name: CookieName): string {
  return isSecure(config) ? `__Host-anzai-${name}` : `anzai-${name}`;
}

export function readCookie(config: Config, request: FastifyRequest, name: CookieName): string | undefined {
  return request.cookies[toCookieName(config, name)];
}

export function writeCookie(config: Config, reply: FastifyReply, change: CookieChange): void {
  void reply.setCookie(toCookieName(config, change.name), change.value ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(config),
    maxAge: change.value === null ? 0 : change.maxAgeSeconds,
  });
}

/** The browser's random id; undefined when it has none yet. */
export function findBrowserId(config: Config, request: FastifyRequest): string | undefined {
  const value = readCookie(config, request, 'browser');
  return value !== undefined && browserIdForm.test(value) ? value : undefined;
}

/** A fresh id and the change that gives it to the browser. */
export function makeBrowserId(): CookieChange & { readonly value: string } {
  return { name: 'browser', value: randomBytes(32).toString('base64url'), maxAgeSeconds: browserMaxAgeSeconds };
}

/** Token that a page must send back in `x-csrf-token`: other sites can neither read it nor make it. */
export function toCsrfToken(config: Config, browserId: string): string {
  return createHmac('sha256', config.sessionSecret).update(`csrf\0${browserId}`).digest('base64url');
}

export function isCsrfToken(config: Config, browserId: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const expected = Buffer.from(toCsrfToken(config, browserId));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
