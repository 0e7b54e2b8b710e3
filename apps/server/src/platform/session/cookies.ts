/** What a command asks the browser to keep. Kept with the stored answer, so that a repeated request sets it again. */
export type CookieChange = {
  readonly name: CookieName;
  /** null: forget it. */
  readonly value: string | null;
  readonly maxAgeSeconds: number;
};

export type CookieName = 'browser' | 'account' | 'staff';

/** Collects cookie changes of one call; the last change of a name wins. */
export type CookieJar = {
  set(name: CookieName, value: string, maxAgeSeconds: number): void;
  clear(name: CookieName): void;
  list(): readonly CookieChange[];
};

export function createCookieJar(changes: readonly CookieChange[] = []): CookieJar {
  const byName = new Map<CookieName, CookieChange>(changes.map((change) => [change.name, change]));
  return {
    set: (name, value, maxAgeSeconds) => void byName.set(name, { name, value, maxAgeSeconds }),
    clear: (name) => void byName.set(name, { name, value: null, maxAgeSeconds: 0 }),
    list: () => [...byName.values()],
  };
}
