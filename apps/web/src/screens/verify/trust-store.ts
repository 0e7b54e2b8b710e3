import { parseKeySet, verifyRevocationList } from '@anzai/certificate/verify';
import type { KeySet, RevocationList } from '@anzai/certificate/verify';

/** What a check rests on. Without keys nothing can be said. */
export type Trust = {
  readonly keys: KeySet;
  /** Null when none could be had, or its own signature did not hold. */
  readonly revocations: RevocationList | null;
  /** The list says itself that a newer one is out by now. */
  readonly outdated: boolean;
};

export type TrustSource = {
  readonly fetch: typeof fetch;
  /** Answers of earlier visits; null where the browser keeps none. */
  readonly kept: Pick<Cache, 'match' | 'put'> | null;
  /** ISO instant. */
  readonly now: () => string;
};

const KEYS = '/.well-known/anzai/keys.json';
const REVOCATIONS = '/.well-known/anzai/revocations.json';
const CACHE = 'anzai-verify-v1';

export async function openTrustSource(): Promise<TrustSource> {
  const kept = 'caches' in globalThis ? await caches.open(CACHE).catch(() => null) : null;
  return { fetch: globalThis.fetch.bind(globalThis), kept, now: () => new Date().toISOString() };
}

/** Keys and revocations, fresh where there is a network and those of the last visit otherwise; null when there are none. */
export async function loadTrust(source: TrustSource): Promise<Trust | null> {
  const [published, list] = await Promise.all([loadJson(source, KEYS), loadJson(source, REVOCATIONS)]);
  const keys = readKeys(published);
  if (keys === null) return null;
  const text = typeof list === 'object' && list !== null && 'list' in list ? list.list : null;
  if (typeof text !== 'string') return { keys, revocations: null, outdated: false };
  const checked = verifyRevocationList(text, { keys, now: source.now() });
  if (checked.outcome !== 'current' && checked.outcome !== 'outdated')
    return { keys, revocations: null, outdated: false };
  return { keys, revocations: checked.list, outdated: checked.outcome === 'outdated' };
}

function readKeys(published: unknown): KeySet | null {
  try {
    const keys = parseKeySet(published);
    return keys.length === 0 ? null : keys;
  } catch {
    return null;
  }
}

async function loadJson({ fetch: send, kept }: TrustSource, path: string): Promise<unknown> {
  try {
    const response = await send(path, { cache: 'no-cache', credentials: 'omit' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await kept?.put(path, response.clone()).catch(() => undefined);
    return await response.json();
  } catch {
    const earlier = await kept?.match(path).catch(() => undefined);
    return earlier?.json().catch(() => null);
  }
}
