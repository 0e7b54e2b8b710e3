import type { Locale } from '@anzai/i18n';
import { locales } from '@anzai/i18n';
import type { ProblemText } from '@anzai/i18n/problems/problem-text';
import { loadWebTexts } from '@anzai/i18n/web';
import type { WebTexts } from '@anzai/i18n/web';
import { signal } from '@preact/signals';
import { readStored, writeStored } from './storage.ts';

export type Words = {
  readonly locale: Locale;
  readonly web: WebTexts;
  readonly problems: Readonly<Record<string, ProblemText>>;
};

export const words = signal<Words | undefined>(undefined);

/** What the device prefers, unless the person has chosen. Traditional characters lead to Hong Kong's wording. */
export function chooseLocale(stored: string | undefined, preferred: readonly string[]): Locale {
  const chosen = locales.find((locale) => locale === stored);
  if (chosen !== undefined) return chosen;
  for (const tag of preferred.map((one) => one.toLowerCase())) {
    if (/^(zh-(hk|mo|tw|hant)|yue)/.test(tag)) return 'zh-HK';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

const problemLoaders: Record<Locale, () => Promise<Readonly<Record<string, ProblemText>>>> = {
  'zh-CN': async () => (await import('@anzai/i18n/problems/zh-CN')).zhCN,
  'zh-HK': async () => (await import('@anzai/i18n/problems/zh-HK')).zhHK,
  en: async () => (await import('@anzai/i18n/problems/en')).en,
};

async function load(locale: Locale): Promise<void> {
  const [web, problems] = await Promise.all([loadWebTexts(locale), problemLoaders[locale]()]);
  document.documentElement.lang = locale;
  words.value = { locale, web, problems };
}

export async function startTexts(): Promise<void> {
  const asked = new URLSearchParams(globalThis.location.search).get('lang') ?? undefined;
  await load(chooseLocale(asked ?? readStored('device', 'locale'), navigator.languages));
}

export async function chooseLanguage(locale: Locale): Promise<void> {
  writeStored('device', 'locale', locale);
  await load(locale);
}

/** The texts in use. Screens are only shown once they are there. */
export function getWords(): Words {
  const loaded = words.value;
  if (loaded === undefined) throw new Error('a screen was shown before its texts');
  return loaded;
}
