import type { Locale } from '@anzai/domain';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import type { CertificateTexts } from './zh-CN.ts';
import { zhHK } from './zh-HK.ts';

export type { CertificateTexts } from './zh-CN.ts';

/** Texts of the printed certificate and the poster, by language. */
export const certificateTexts: Readonly<Record<Locale, CertificateTexts>> = { 'zh-CN': zhCN, 'zh-HK': zhHK, en };
