import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { readStored, writeStored } from './storage.ts';

export type Shortcut = {
  /** One key as in `KeyboardEvent.key`, or `g` and a letter for places. */
  readonly keys: string;
  readonly label: string;
  readonly where: 'global' | 'here';
  readonly run: () => void;
};

const groups = signal<ReadonlyMap<symbol, readonly Shortcut[]>>(new Map());
/** Single keys can be switched off, as speech input and tremor set them off by accident. */
export const singleKeys = signal(readStored('single-keys') !== 'off');

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  writeStored('single-keys', on ? null : 'off');
}

export function activeShortcuts(): readonly Shortcut[] {
  return [...groups.value.values()].flat();
}

/** Shortcuts live as long as the component that names them. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const id = Symbol('shortcuts');
    groups.value = new Map(groups.peek()).set(id, shortcuts);
    return () => {
      const rest = new Map(groups.peek());
      rest.delete(id);
      groups.value = rest;
    };
  });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

let pendingPrefix = '';
let pendingUntil = 0;

function matchShortcut(key: string): Shortcut | undefined {
  const now = performance.now();
  const wanted = now < pendingUntil ? `${pendingPrefix} ${key}` : key;
  const known = activeShortcuts();
  pendingUntil = 0;
  const found = known.findLast((one) => one.keys === wanted);
  if (found === undefined && known.some((one) => one.keys.startsWith(`${key} `))) {
    pendingPrefix = key;
    pendingUntil = now + 1500;
  }
  return found;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!singleKeys.value || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
  const found = matchShortcut(event.key);
  if (found === undefined) return;
  event.preventDefault();
  found.run();
}

export function startShortcuts(): void {
  document.addEventListener('keydown', onKey);
}
