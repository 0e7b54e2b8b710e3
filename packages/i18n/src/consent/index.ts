import type { Locale } from '@anzai/domain';
import type { ConsentText, ConsentTexts } from './consent-text.ts';

export type { ConsentText, ConsentVersion } from './consent-text.ts';

const loaders: Record<Locale, () => Promise<ConsentTexts>> = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  'zh-HK': async () => (await import('./zh-HK.ts')).zhHK,
  en: async () => (await import('./en.ts')).en,
};

/** The words of one version; undefined when this build is older than the version asked for. */
export async function findConsentText(locale: Locale, version: string): Promise<ConsentText | undefined> {
  const texts: Readonly<Record<string, ConsentText>> = await loaders[locale]();
  return texts[version];
}
