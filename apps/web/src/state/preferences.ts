import { signal } from '@preact/signals';
import { readStored, writeStored } from './storage.ts';

export const larger = signal(readStored('device', 'larger') === 'yes');
/** Whether each screen is read aloud. */
export const reading = signal(readStored('device', 'reading') === 'yes');
/** Whether the instructions before the camera are spoken. */
export const sound = signal(readStored('device', 'sound') !== 'no');
export const slower = signal(readStored('device', 'slower') === 'yes');
/** For people who can't move their head. */
export const still = signal(readStored('device', 'still') === 'yes');

export function setPreference(name: 'larger' | 'reading' | 'sound' | 'slower' | 'still', on: boolean): void {
  writeStored('device', name, on ? 'yes' : 'no');
  const signals = { larger, reading, sound, slower, still };
  signals[name].value = on;
  if (name === 'larger') applyTextSize();
}

export function applyTextSize(): void {
  document.documentElement.dataset['text'] = larger.value ? 'larger' : 'normal';
}
