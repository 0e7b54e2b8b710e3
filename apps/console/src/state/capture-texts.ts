import { loadCaptureTexts, type CaptureTexts } from '@anzai/i18n/capture';
import { effect, signal } from '@preact/signals';
import { locale } from './texts.ts';

const loaded = signal<CaptureTexts | null>(null);

/** Fetched with the first capture, and again when the language changes. */
export async function startCaptureTexts(): Promise<void> {
  if (loaded.value !== null) return;
  loaded.value = await loadCaptureTexts(locale.value);
  effect(() => void loadCaptureTexts(locale.value).then((next) => (loaded.value = next)));
}

export function captureTexts(): CaptureTexts {
  if (loaded.value === null) throw new Error('Capture texts are read before startCaptureTexts has finished');
  return loaded.value;
}
