import type { Locale } from '@anzai/domain';
import type { ConsoleTexts } from './zh-CN.ts';

export type { ConsoleTexts } from './zh-CN.ts';

const loaders: Record<Locale, () => Promise<ConsoleTexts>> = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  'zh-HK': async () => (await import('./zh-HK.ts')).zhHK,
  en: async () => (await import('./en.ts')).en,
};

/** The console's texts in a language, fetched when first asked for. */
export function loadConsoleTexts(locale: Locale): Promise<ConsoleTexts> {
  return loaders[locale]();
}
