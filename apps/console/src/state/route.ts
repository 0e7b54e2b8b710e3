import { computed, signal } from '@preact/signals';

const base = '/console';

export type Place = {
  /** Below `/console`, always beginning with `/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /**
   * What belongs to this place and must not stand in an address: the text of a search may be a document number, and
   * addresses end up in logs. It survives reload and the back button.
   */
  readonly memory: Readonly<Record<string, string>>;
};

function readPlace(): Place {
  const { pathname, search } = window.location;
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const state: unknown = window.history.state;
  const memory = typeof state === 'object' && state !== null && 'memory' in state ? state.memory : {};
  return {
    path: path === '' ? '/' : path.replace(/(.)\/$/, '$1'),
    query: Object.fromEntries(new URLSearchParams(search)),
    memory: memory as Record<string, string>,
  };
}

export const place = signal<Place>(readPlace());
export const path = computed(() => place.value.path);
/** The path that this page was reached from, for "back to the list". */
export const cameFrom = signal<string | null>(null);

function toAddress(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return `${base}${path}${search === '' ? '' : `?${search}`}`;
}

/** An address within the console, for links. */
export function to(path: string, query: Readonly<Record<string, string>> = {}): string {
  return toAddress(path, query);
}

export function navigate(
  target: string,
  options: { readonly replace?: boolean; readonly memory?: Readonly<Record<string, string>> } = {},
): void {
  const before = place.value;
  const state = { memory: options.memory ?? {} };
  if (options.replace === true) window.history.replaceState(state, '', target);
  else window.history.pushState(state, '', target);
  place.value = readPlace();
  if (place.value.path === before.path) return;
  cameFrom.value = before.path;
  window.scrollTo(0, 0);
}

/**
 * Changes filters of the present list; an empty value removes one. The page goes back to the first. `replace` keeps
 * the history short while someone types.
 */
export function setQuery(
  changes: Readonly<Record<string, string>>,
  options: { readonly replace?: boolean } = {},
): void {
  const { path, query, memory } = place.value;
  const { after: _after, ...kept } = query;
  navigate(toAddress(path, { ...kept, ...changes }), { ...options, memory });
}

function isPlainClick(event: MouseEvent): boolean {
  return !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
}

function onLinkClick(event: MouseEvent): void {
  if (!isPlainClick(event)) return;
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  if (anchor === null || anchor.target !== '' || anchor.hasAttribute('download')) return;
  const url = new URL(anchor.href, window.location.href);
  if (url.origin !== window.location.origin || !url.pathname.startsWith(base) || url.hash !== '') return;
  event.preventDefault();
  navigate(url.pathname + url.search);
}

export function startRouting(): void {
  window.addEventListener('popstate', () => {
    cameFrom.value = null;
    place.value = readPlace();
  });
  document.addEventListener('click', onLinkClick);
}
