import type { WebTexts } from './zh-CN.ts';
import { certify } from './zh-HK/certify.ts';
import { enter } from './zh-HK/enter.ts';
import { home } from './zh-HK/home.ts';

export const zhHK: WebTexts = { ...enter, ...home, ...certify };
