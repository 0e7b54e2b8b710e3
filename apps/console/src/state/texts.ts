import { locales, type Locale } from '@anzai/domain';
import { loadConsoleTexts, type ConsoleTexts } from '@anzai/i18n/console';
import { signal } from '@preact/signals';
import { locale } from './locale.ts';
import { readStored, writeStored } from './storage.ts';
import { loadWireTexts } from './wire-texts.ts';

const loaded = signal<ConsoleTexts | null>(null);
export { locale, localeNames } from './locale.ts';

function preferredLocale(): Locale {
  const stored = readStored('locale');
  const known = locales.find((one) => one === stored);
  if (known !== undefined) return known;
  const first = navigator.languages.find((one) => /^(zh|en)\b/i.test(one)) ?? 'zh-CN';
  if (/^zh-(hk|mo|tw|hant)/i.test(first)) return 'zh-HK';
  return first.startsWith('en') ? 'en' : 'zh-CN';
}

/** Loads a language and shows it everywhere at once. */
export async function showLocale(next: Locale): Promise<void> {
  const [texts] = await Promise.all([loadConsoleTexts(next), loadWireTexts(next)]);
  loaded.value = texts;
  locale.value = next;
  document.documentElement.lang = next;
}

export async function startTexts(): Promise<void> {
  await showLocale(preferredLocale());
}

export async function chooseLocale(next: Locale): Promise<void> {
  writeStored('locale', next);
  await showLocale(next);
}

/** The texts in the language chosen; a component that reads them is drawn again when the language changes. */
export function texts(): ConsoleTexts {
  if (loaded.value === null) throw new Error('Texts are read before startTexts has finished');
  return loaded.value;
}

/** A text whose key comes over the wire; a key from a newer server is shown as it is. */
export function textOf(table: Readonly<Record<string, string>>, key: string): string {
  return table[key] ?? key;
}
