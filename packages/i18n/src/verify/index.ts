import type { Locale } from '@anzai/domain';
import type { VerifyTexts } from './zh-CN.ts';

export type { VerifyTexts } from './zh-CN.ts';

const loaders: Record<Locale, () => Promise<VerifyTexts>> = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  'zh-HK': async () => (await import('./zh-HK.ts')).zhHK,
  en: async () => (await import('./en.ts')).en,
};

/** The texts of the verifying page in a language, fetched when first asked for. */
export async function loadVerifyTexts(locale: Locale): Promise<VerifyTexts> {
  return loaders[locale]();
}
