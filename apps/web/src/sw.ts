/**
 * Keeps the shell (pages, scripts, styles, texts, icons) so that the application opens without a network. Nothing that the
 * server says about a person is ever stored here: calls to /api are not even looked at.
 */
declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build: the version of the shell and its addresses. */
declare const SHELL: { readonly version: string; readonly addresses: readonly string[] };

const PREFIX = 'anzai-shell-';
const cacheName = PREFIX + SHELL.version;
/** After this long without an answer the kept page is shown; a slow network must not keep an old person waiting. */
const PAGE_TIMEOUT_MS = 4000;

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(SHELL.addresses.map((address) => new Request(address, { cache: 'reload' })));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(old.map(async (name) => caches.delete(name)));
}

async function fetchWithin(request: Request, timeoutMs: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs);
    fetch(request)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Pages come from the network while it answers, so that a new version is seen at once. */
async function answerPage(request: Request): Promise<Response> {
  const kept = new URL(request.url).pathname === '/verify' ? '/verify.html' : '/index.html';
  try {
    return await fetchWithin(request, PAGE_TIMEOUT_MS);
  } catch {
    const page = await caches.match(kept, { cacheName });
    return page ?? (await fetch(request));
  }
}

async function answerKept(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName });
  return kept ?? (await fetch(request));
}

function isOurs(url: URL): boolean {
  return url.origin === self.location.origin && !/^\/(api|console|\.well-known)(\/|$)/.test(url.pathname);
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(async () => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(async () => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || !isOurs(url)) return;
  if (event.request.mode === 'navigate') event.respondWith(answerPage(event.request));
  else if (SHELL.addresses.includes(url.pathname)) event.respondWith(answerKept(event.request));
});

export {};
