import type { WebTexts } from './zh-CN.ts';
import { certify } from './en/certify.ts';
import { enter } from './en/enter.ts';
import { home } from './en/home.ts';

export const en: WebTexts = { ...enter, ...home, ...certify };
