import type { Locale } from '@anzai/domain';
import { signal } from '@preact/signals';

/** The language shown. It changes only after its texts are there. */
export const locale = signal<Locale>('zh-CN');

export const localeNames: Readonly<Record<Locale, string>> = {
  'zh-CN': '简体中文',
  'zh-HK': '繁體中文',
  en: 'English',
};
