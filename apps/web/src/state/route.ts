import { signal } from '@preact/signals';

export const path = signal('/');
/** True once the person has moved within the application: from then on a new screen takes the focus. */
export const moved = signal(false);

function normalise(pathname: string): string {
  return pathname.length > 1 ? pathname.replace(/\/+$/, '') : '/';
}

function show(pathname: string): void {
  path.value = normalise(pathname);
}

export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  moved.value = true;
  if (how === 'replace') globalThis.history.replaceState(null, '', to);
  else globalThis.history.pushState(null, '', to);
  show(globalThis.location.pathname);
  globalThis.scrollTo(0, 0);
}

export function goBack(fallback: string): void {
  if (moved.value && globalThis.history.length > 1) globalThis.history.back();
  else navigate(fallback, 'replace');
}

function findInnerLink(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return undefined;
  const target = event.target instanceof Element ? event.target.closest('a') : null;
  if (target === null || target.target !== '' || target.hasAttribute('download')) return undefined;
  const isInner =
    target.origin === globalThis.location.origin && !/^\/(api|console|verify|\.well-known)\b/.test(target.pathname);
  return isInner && target.getAttribute('href')?.startsWith('#') !== true ? target : undefined;
}

export function startRouting(): void {
  show(globalThis.location.pathname);
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
