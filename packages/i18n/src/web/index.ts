import type { Locale } from '@anzai/domain';
import type { WebTexts } from './zh-CN.ts';

export type { WebTexts } from './zh-CN.ts';

const loaders: Record<Locale, () => Promise<WebTexts>> = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  'zh-HK': async () => (await import('./zh-HK.ts')).zhHK,
  en: async () => (await import('./en.ts')).en,
};

/** The person's application in a language, fetched when first asked for. */
export async function loadWebTexts(locale: Locale): Promise<WebTexts> {
  return loaders[locale]();
}
