/** Some web views forbid storage altogether; everything then lives as long as the page. */
const fallback = new Map<string, string>();

type Keep = 'device' | 'tab';

function area(keep: Keep): Storage | undefined {
  try {
    return keep === 'device' ? globalThis.localStorage : globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

export function readStored(keep: Keep, name: string): string | undefined {
  try {
    return area(keep)?.getItem(`anzai.${name}`) ?? fallback.get(name);
  } catch {
    return fallback.get(name);
  }
}

export function writeStored(keep: Keep, name: string, value: string): void {
  fallback.set(name, value);
  try {
    area(keep)?.setItem(`anzai.${name}`, value);
  } catch {
    // Full or forbidden: the copy in memory serves until the page closes.
  }
}

export function removeStored(keep: Keep, name: string): void {
  fallback.delete(name);
  try {
    area(keep)?.removeItem(`anzai.${name}`);
  } catch {
    // Nothing was kept there.
  }
}

/** A stored JSON value; undefined when absent or broken. The caller checks what it needs of it. */
export function readStoredJson(keep: Keep, name: string): unknown {
  const text = readStored(keep, name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
