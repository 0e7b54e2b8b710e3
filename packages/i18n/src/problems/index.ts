import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhHK } from './zh-HK.ts';

export * from './problem-text.ts';

/** Texts of every problem code by locale. A page that needs one language imports `@anzai/i18n/problems/<locale>`. */
export const problemTexts = { 'zh-CN': zhCN, 'zh-HK': zhHK, en } as const;
