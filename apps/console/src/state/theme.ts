import { effect, signal } from '@preact/signals';
import { readStored, writeStored } from './storage.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const theme = signal<Theme>(themes.find((one) => one === readStored('theme')) ?? 'auto');

/** The tokens know `light` and `dark`; `auto` follows the device, also while the console is open. */
export function startTheme(): void {
  const device = window.matchMedia('(prefers-color-scheme: dark)');
  const deviceDark = signal(device.matches);
  device.addEventListener('change', () => (deviceDark.value = device.matches));
  effect(() => {
    const dark = theme.value === 'auto' ? deviceDark.value : theme.value === 'dark';
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  });
}

export function chooseTheme(next: Theme): void {
  theme.value = next;
  writeStored('theme', next === 'auto' ? null : next);
}
