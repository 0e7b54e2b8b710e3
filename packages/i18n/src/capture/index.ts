import type { Locale } from '@anzai/domain';
import type { CaptureTexts } from './zh-CN.ts';

export type { CaptureTexts } from './zh-CN.ts';

const loaders: Record<Locale, () => Promise<CaptureTexts>> = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  'zh-HK': async () => (await import('./zh-HK.ts')).zhHK,
  en: async () => (await import('./en.ts')).en,
};

/** The texts of the capture in a language, fetched when first asked for. */
export async function loadCaptureTexts(locale: Locale): Promise<CaptureTexts> {
  return loaders[locale]();
}
