export const locales = ['zh-CN', 'zh-HK', 'en'] as const;
export type Locale = (typeof locales)[number];
