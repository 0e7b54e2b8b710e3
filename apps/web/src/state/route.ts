import { signal } from '@preact/signals';

export const path = signal('/');
/** True once the person has moved within the application: from then on a new screen takes the focus. */
export const moved = signal(false);

/** When a press last led to another screen, milliseconds since the page began. */
let ledOnAtMs = Number.NEGATIVE_INFINITY;
/** The longest that the second tap of a double tap follows the first. */
const doubleTapMs = 500;

function normalise(pathname: string): string {
  return pathname.length > 1 ? pathname.replace(/\/+$/, '') : '/';
}

function show(pathname: string): void {
  path.value = normalise(pathname);
}

export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  moved.value = true;
  ledOnAtMs = performance.now();
  if (how === 'replace') globalThis.history.replaceState(null, '', to);
  else globalThis.history.pushState(null, '', to);
  show(globalThis.location.pathname);
  globalThis.scrollTo(0, 0);
}

export function goBack(fallback: string): void {
  if (moved.value && globalThis.history.length > 1) globalThis.history.back();
  else navigate(fallback, 'replace');
}

/** A plain press of the main button; anything else (a new tab, a download) is the browser's. */
function isPlainPress(event: MouseEvent): boolean {
  return !event.defaultPrevented && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
}

/** Other pages of the same address: the server's answers, the console, the page that verifies. */
const OTHER_PAGES = /^\/(api|console|verify|\.well-known)\b/;

function findInnerLink(event: MouseEvent): HTMLAnchorElement | undefined {
  const link = isPlainPress(event) && event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return undefined;
  if (link.origin !== globalThis.location.origin || OTHER_PAGES.test(link.pathname)) return undefined;
  return link.getAttribute('href')?.startsWith('#') === true ? undefined : link;
}

/** Who taps twice means one press: the second tap must not answer the next screen before it was read. */
function swallowSecondTap(event: MouseEvent): void {
  if (event.detail < 2 || performance.now() - ledOnAtMs > doubleTapMs) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function startRouting(): void {
  show(globalThis.location.pathname);
  document.addEventListener('click', swallowSecondTap, true);
  globalThis.addEventListener('popstate', () => {
    moved.value = true;
    show(globalThis.location.pathname);
  });
  document.addEventListener('click', (event) => {
    const link = findInnerLink(event);
    if (link === undefined) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
